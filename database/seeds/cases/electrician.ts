import type { Day } from '../programme.ts';
import { conditions, contact, enterprise, euro, million, notYet, partly } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';

/** Case 2: an installer where the owner decides alone; the participation agreement is under way. */
export function electrician(day: Day): SeedCase {
  const firm = enterprise({
    key: 'elektro',
    number: fictionalNumber(2),
    name: 'Elektro Vonckenaer',
    municipality: 'Zandhovene',
    sector: 'electricity',
    jointCommittees: [
      { number: '149.01', workers: 13 },
      { number: '200', workers: 4 },
    ],
    workers: 17,
    contacts: [contact('elektro-hilde', 'Hilde Vonckenaer', 'elektro-vonckenaer', 'owner', '0470 00 10 02')],
  });
  return {
    key: 'elektro',
    stage: 'agreement_sent',
    published: {
      number: 2,
      lot: 1,
      approach: 'top_down',
      fit: 'tailored',
      participants: ['owner', 'hr'],
      themes: ['hr_policy', 'function_profiles', 'development_talks', 'training_plan', 'learning_vision'],
      climate: ['learning_leadership', 'opportunities'],
      activities: ['formal'],
      effects: ['motivation', 'satisfaction'],
      policySteps: ['vision_written', 'instruments_made'],
      profiles: ['ambition', 'foundation', 'growth'],
    },
    lead: {
      enterprise: firm,
      lot: 1,
      provider: 'volta',
      state: 'converted',
      source: 'scan',
      createdOn: day(-48),
      takenBy: 'wim',
      wantsCall: true,
      message: 'We groeien snel. Ik wil op papier krijgen waar we naartoe gaan, vóór we de twintig voorbij zijn.',
      contacts: [
        { on: day(-46), by: 'wim', channel: 'phone', words: 'Hilde doet personeel zelf. Kan alleen op maandag.' },
      ],
    },
    scans: [
      { by: 'elektro-hilde', role: 'owner', on: day(-49), towards: ['ambition', 'foundation', 'growth'], wobble: 0 },
    ],
    guides: [
      { person: 'karim', capacity: 'consultant', since: day(-30) },
      { person: 'wim', capacity: 'sector_consultant', since: day(-35) },
    ],
    startedOn: day(-35),
    intake: {
      completedOn: day(-20),
      content: {
        on: day(-21),
        withWhom: 'Hilde Vonckenaer',
        question:
          'Hoe krijg ik mijn idee over het bedrijf uit mijn hoofd en op papier, met een opleidingsplan dat erbij past?',
        context:
          'Van zes naar zeventien mensen in vier jaar. Laadpalen en zonnepanelen kwamen erbij. Nog geen personeelsdienst.',
        motives: ['growth', 'training_duty', 'new_technology'],
        levers: ['engaged_leader', 'clear_goal'],
        obstacles: ['little_time', 'several_sites', 'no_tools'],
        transitions: ['green', 'digital'],
        directedBy: 'owner',
        formalPractices: ['courses'],
        informalPractices: ['learning_by_doing', 'asking_colleagues'],
        themes: ['learning_vision', 'function_profiles', 'development_talks', 'training_plan'],
        participants: ['owner', 'hr'],
        who: 'Hilde zelf, en haar broer voor de planning',
        expectation: 'Een helder plan dat ik zelf kan uitleggen aan de ploeg.',
        conditions: conditions({
          awareness: 'yes',
          co_creation: notYet(
            'Hilde wil eerst zelf weten wat ze wil. Daarna praten we over hoe de ploeg mee kan denken.',
          ),
          long_breath: partly('Ze wil vóór de zomer klaar zijn.'),
          own_goals: 'yes',
          learning_time: partly('Opleidingen wel, tijd op de werf nog niet.'),
        }),
      },
    },
    informed: [],
    parts: [],
    decisions: [
      {
        on: day(-9),
        by: 'wim',
        facts: {
          date: day(-9),
          organisationKind: 'enterprise',
          periods: [
            { year: 2024, headcount: 13.2, turnoverCents: million(2.4), balanceCents: million(1.3) },
            { year: 2025, headcount: 15.9, turnoverCents: million(2.9), balanceCents: million(1.5) },
          ],
          standAlone: true,
          publicHolding25: false,
          jointCommittees: firm.jointCommittees,
          declaredAid: [],
          grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
        },
      },
    ],
    agreement: { sentOn: day(-5) },
    sessions: [],
    followUpsDone: [],
  };
}
