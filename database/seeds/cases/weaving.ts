import type { Day } from '../programme.ts';
import { conditions, contact, enterprise, euro, million, notYet, partly } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';

/** Case 5: a weaving mill; the decision waits for who owns what, and for the amount of one line of aid. */
export function weaving(day: Day): SeedCase {
  const firm = enterprise({
    key: 'weverij',
    number: fictionalNumber(5),
    name: 'Weverij Ganzenriet',
    municipality: 'Heiderode',
    sector: 'textile',
    jointCommittees: [
      { number: '120', workers: 38 },
      { number: '214', workers: 8 },
    ],
    workers: 46,
    contacts: [
      contact('weverij-marc', 'Marc Ganzenriet', 'weverij-ganzenriet', 'owner', '0470 00 10 05'),
      contact('weverij-rita', 'Rita Schietspoele', 'weverij-ganzenriet', 'hr'),
    ],
  });
  return {
    key: 'weverij',
    stage: 'needs_evidence',
    published: {
      number: 5,
      lot: 2,
      approach: 'participative',
      fit: 'tailored',
      participants: ['owner', 'hr', 'employees'],
      themes: ['function_profiles', 'learning_vision', 'competence_matrix'],
      climate: [],
      activities: [],
      effects: ['competence_thinking'],
      policySteps: ['instruments_sharpened'],
      profiles: ['ambition'],
    },
    lead: {
      enterprise: firm,
      lot: 2,
      provider: 'cobot',
      state: 'converted',
      source: 'partner',
      createdOn: day(-40),
      takenBy: 'greet',
      wantsCall: true,
      message: 'Onze boekhouder raadde ons aan om jullie te bellen.',
      contacts: [
        {
          on: day(-38),
          by: 'greet',
          channel: 'phone',
          words: 'Marc en Rita willen samen aan tafel. Liefst na de beurs.',
        },
      ],
    },
    scans: [{ by: 'weverij-marc', role: 'owner', on: day(-30), towards: ['ambition'], wobble: 0 }],
    guides: [
      { person: 'griet', capacity: 'consultant', since: day(-20) },
      { person: 'greet', capacity: 'sector_consultant', since: day(-28) },
    ],
    startedOn: day(-28),
    intake: {
      completedOn: day(-12),
      content: {
        on: day(-14),
        withWhom: 'Marc Ganzenriet en Rita Schietspoele',
        question:
          'Wat moeten onze mensen kunnen nu we van tapijt naar technisch textiel gaan, en hoe vertellen we dat?',
        context:
          'De helft van de omzet komt straks van nieuwe producten. Marc heeft de richting in zijn hoofd, de ploeg kent ze nog niet.',
        motives: ['growth', 'new_technology', 'generation_change'],
        levers: ['engaged_leader', 'good_experience'],
        obstacles: ['languages', 'shifts', 'no_tools'],
        transitions: ['green', 'digital'],
        directedBy: 'ad_hoc',
        formalPractices: ['function_descriptions', 'courses'],
        informalPractices: ['learning_by_doing', 'buddy'],
        themes: ['function_profiles', 'learning_vision', 'competence_matrix'],
        participants: ['owner', 'hr', 'employees'],
        who: 'Marc, Rita en vijf wevers uit drie ploegen',
        expectation: 'Dat de visie niet in een lade belandt.',
        conditions: conditions({
          awareness: 'yes',
          co_creation: partly('Marc wil de ploeg erbij, maar vraagt zich af hoe dat moet met vier talen.'),
          long_breath: 'yes',
          own_goals: 'yes',
          learning_time: notYet('De getouwen draaien dag en nacht. We bekijken een uur bij de ploegwissel.'),
        }),
      },
    },
    informed: [],
    parts: [],
    decisions: [
      {
        on: day(-8),
        by: 'greet',
        facts: {
          date: day(-8),
          organisationKind: 'enterprise',
          periods: [
            { year: 2024, headcount: 44, turnoverCents: million(9.6), balanceCents: million(7.2) },
            { year: 2025, headcount: 43.5, turnoverCents: million(10.2), balanceCents: million(7.4) },
          ],
          publicHolding25: false,
          jointCommittees: firm.jointCommittees,
          declaredAid: [
            { date: day(-700), grantor: 'Vlaamse overheid', regulation: '2023/2831', amountCents: euro(28_000) },
            { date: day(-250), grantor: 'Sectorfonds', regulation: '2023/2831' },
          ],
          grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
        },
      },
    ],
    sessions: [],
    followUpsDone: [],
  };
}
