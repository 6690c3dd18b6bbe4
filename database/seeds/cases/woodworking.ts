import type { Day } from '../programme.ts';
import { action, conditions, contact, enterprise, euro, goal, million, need, notYet, partly } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';

/** Case 1: a joinery that writes its plan of approach. The draft still lacks things, so that the page can say what. */
export function woodworking(day: Day): SeedCase {
  const firm = enterprise({
    key: 'houtatelier',
    number: fictionalNumber(1),
    name: 'Houtatelier Wijdauwen',
    municipality: 'Lindervelde',
    sector: 'joinery',
    jointCommittees: [
      { number: '126', workers: 19 },
      { number: '124', workers: 5 },
      { number: '200', workers: 4 },
    ],
    workers: 28,
    contacts: [
      contact('houtatelier-geert', 'Geert Wijdauwen', 'houtatelier', 'owner', '0470 00 10 01'),
      contact('houtatelier-sofia', 'Sofia Kwastendal', 'houtatelier', 'hr'),
    ],
  });
  return {
    key: 'houtatelier',
    stage: 'plan_draft',
    published: {
      number: 1,
      lot: 1,
      approach: 'participative',
      fit: 'tailored',
      participants: ['owner', 'hr', 'employees', 'team_leaders'],
      themes: ['hr_policy', 'function_profiles', 'development_talks', 'recruitment', 'onboarding'],
      climate: ['learning_leadership', 'opportunities'],
      activities: [],
      effects: ['retention', 'motivation', 'satisfaction'],
      policySteps: ['instruments_made', 'instruments_sharpened', 'instruments_integrated'],
      profiles: ['foundation', 'journey', 'growth'],
    },
    lead: {
      enterprise: firm,
      lot: 1,
      provider: 'woodwize',
      state: 'converted',
      source: 'event',
      createdOn: day(-98),
      takenBy: 'inge',
      wantsCall: true,
      message: 'We zoeken al een jaar twee schrijnwerkers. Wie begint, is na zes maanden weer weg.',
      contacts: [
        {
          on: day(-97),
          by: 'inge',
          channel: 'phone',
          words: 'Geert wil weten wat het kost en hoeveel tijd het vraagt.',
        },
        {
          on: day(-90),
          by: 'inge',
          channel: 'visit',
          words: 'Rondgang in het atelier. Afspraak voor de intake gemaakt.',
        },
      ],
    },
    scans: [
      { by: 'houtatelier-geert', role: 'owner', on: day(-92), towards: ['foundation', 'journey', 'growth'], wobble: 0 },
    ],
    guides: [
      { person: 'lotte', capacity: 'consultant', since: day(-75) },
      { person: 'inge', capacity: 'sector_consultant', since: day(-75) },
    ],
    startedOn: day(-75),
    intake: {
      completedOn: day(-70),
      content: {
        on: day(-72),
        withWhom: 'Geert Wijdauwen en Sofia Kwastendal',
        question: 'Hoe zorgen we dat nieuwe schrijnwerkers blijven en dat iedereen weet wat er van hem verwacht wordt?',
        context:
          'Familiebedrijf, tweede generatie. Twee ploegen in het atelier, één plaatsingsploeg. Vorig jaar vertrokken vier mensen binnen het jaar.',
        motives: ['keep_people', 'hard_to_find', 'roles_unclear'],
        levers: ['engaged_leader', 'hr_person', 'open_team'],
        obstacles: ['several_sites', 'little_time'],
        transitions: ['demographic', 'digital'],
        directedBy: 'owner',
        formalPractices: ['function_descriptions', 'evaluation_talks', 'courses'],
        informalPractices: ['buddy', 'learning_by_doing', 'open_door'],
        themes: ['hr_policy', 'function_profiles', 'development_talks', 'recruitment', 'onboarding'],
        participants: ['owner', 'hr', 'team_leaders', 'employees'],
        who: 'Geert, Sofia, de twee meestergasten en vier schrijnwerkers',
        expectation: 'Iemand die met ons meedenkt en niet met een pak papier komt dat niemand leest.',
        conditions: conditions({
          awareness: 'yes',
          co_creation: 'yes',
          long_breath: partly('Geert wil snel resultaat zien bij de nieuwe mensen.'),
          own_goals: 'yes',
          learning_time: notYet(
            'De plaatsingsploeg is bijna nooit in het atelier. We zoeken een vast moment op vrijdag.',
          ),
        }),
      },
    },
    informed: [
      {
        moment: 'start',
        on: day(-45),
        ways: ['meeting', 'poster'],
        by: 'Geert en Lotte',
        representatives: 'none',
        words: 'De plaatsingsploeg hoorde het een dag later, op de werf.',
      },
    ],
    parts: [],
    decisions: [
      {
        on: day(-62),
        by: 'inge',
        facts: {
          date: day(-62),
          organisationKind: 'enterprise',
          periods: [
            { year: 2024, headcount: 25.8, turnoverCents: million(4.1), balanceCents: million(2.6) },
            { year: 2025, headcount: 26.4, turnoverCents: million(4.3), balanceCents: million(2.7) },
          ],
          standAlone: true,
          publicHolding25: false,
          jointCommittees: firm.jointCommittees,
          declaredAid: [
            { date: day(-500), grantor: 'Vlaamse overheid', regulation: '2023/2831', amountCents: euro(7_500) },
          ],
          grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
        },
      },
    ],
    agreement: { sentOn: day(-60), agreedOn: day(-54) },
    plan: {
      state: 'draft',
      by: 'lotte',
      changedOn: day(-6),
      content: {
        needs: [
          need(
            'n1',
            'onboarding',
            'Nieuwe schrijnwerkers weten de eerste weken niet bij wie ze terechtkunnen en haken af.',
            {
              team: 'atelier',
              kind: 'transversal',
            },
          ),
          need(
            'n2',
            'function_profiles',
            'De functiebeschrijvingen zijn van tien jaar geleden en kloppen niet meer met het werk.',
            {
              kind: 'technical',
            },
          ),
          need('n3', 'development_talks', 'Het jaarlijkse gesprek gaat over loon, zelden over leren.'),
          need('n4', 'recruitment', 'In een vacature staat niet wat een schrijnwerker hier echt moet kunnen.', {
            horizon: 'future',
          }),
        ],
        goals: [
          goal(
            'g1',
            ['n1'],
            'Een onthaal dat werkt',
            'Wie begint, heeft zes weken lang een vaste peter of meter en een plan per week.',
          ),
          goal(
            'g2',
            ['n2', 'n4'],
            'Profielen die kloppen',
            'Voor vijf functies staat op één blad wat iemand doet en wat hij kan leren.',
          ),
          goal('g3', ['n3'], 'Een gesprek over groei', ''),
        ],
        actions: [
          action('a1', 'g1', 'Met vier schrijnwerkers het ideale begin uittekenen', 6, {
            roles: ['employees', 'team_leaders'],
            who: 'twee nieuwe en twee ervaren mensen',
            start: day(10),
            end: day(60),
            expectedResult: 'Eén blad per week, zes weken lang',
          }),
          action('a2', 'g2', 'Per functie een werksessie met wie het werk doet', 10, {
            roles: ['team_leaders', 'employees'],
            start: day(20),
            end: day(110),
            expectedResult: 'Vijf profielen die in het atelier hangen',
          }),
          action('a3', 'g3', 'Het gesprek oefenen met de meestergasten', null, {
            roles: ['hr', 'team_leaders'],
            start: day(60),
            end: null,
          }),
        ],
        expectations: {
          enterprise:
            'Geert en Sofia maken elke maand drie uur vrij. De meestergasten krijgen tijd voor de gesprekken.',
          guide: '',
        },
        approach: {
          participation: 'participative',
          tailoring: 'tailored',
          effects: ['retention', 'motivation', 'satisfaction'],
        },
        cost: { rateCents: 12_500, ownContributionCents: null, remark: '' },
      },
    },
    sessions: [],
    followUpsDone: [],
  };
}
