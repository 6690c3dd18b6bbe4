import type { Day } from '../programme.ts';
import { action, conditions, contact, enterprise, euro, goal, million, need, partly } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';

/** Case 3: a metal firm whose plan waits for the coordinator's approval. */
export function metalworks(day: Day): SeedCase {
  const firm = enterprise({
    key: 'metaalbouw',
    number: fictionalNumber(3),
    name: 'Metaalbouw Stoutendonk',
    municipality: 'Wolvergem',
    sector: 'metal',
    jointCommittees: [
      { number: '111', workers: 48 },
      { number: '209', workers: 14 },
    ],
    workers: 62,
    contacts: [
      contact('metaalbouw-joke', 'Joke Klinkhamer', 'metaalbouw-stoutendonk', 'hr', '0470 00 10 03'),
      contact('metaalbouw-ivan', 'Ivan Draaibankx', 'metaalbouw-stoutendonk', 'team_leader'),
    ],
  });
  return {
    key: 'metaalbouw',
    stage: 'plan_submitted',
    published: {
      number: 3,
      lot: 2,
      approach: 'participative',
      fit: 'tailored',
      participants: ['hr', 'team_leaders', 'employees'],
      themes: ['future_competences', 'competence_matrix', 'training_plan', 'function_profiles', 'hr_policy'],
      climate: [],
      activities: [],
      effects: ['competence_thinking'],
      policySteps: ['instruments_sharpened'],
      profiles: ['foundation', 'growth'],
    },
    lead: {
      enterprise: firm,
      lot: 2,
      provider: 'mtechplus',
      state: 'converted',
      source: 'visit',
      createdOn: day(-120),
      takenBy: 'tom',
      wantsCall: false,
      message: 'De auditor vroeg naar onze skillmatrix. Die is van 2019.',
      contacts: [
        { on: day(-118), by: 'tom', channel: 'email', words: 'Uitleg en voorbeeld van een matrix gestuurd.' },
        { on: day(-110), by: 'tom', channel: 'online', words: 'Joke wil de lassers zelf laten meewerken. Goed begin.' },
      ],
    },
    scans: [
      { by: 'metaalbouw-joke', role: 'hr', on: day(-108), towards: ['foundation', 'growth'], wobble: 0 },
      { by: 'metaalbouw-ivan', role: 'team_leader', on: day(-104), towards: ['foundation'], wobble: 5 },
    ],
    guides: [
      { person: 'karim', capacity: 'consultant', since: day(-95) },
      { person: 'tom', capacity: 'sector_consultant', since: day(-100) },
    ],
    startedOn: day(-100),
    intake: {
      completedOn: day(-88),
      content: {
        on: day(-90),
        withWhom: 'Joke Klinkhamer, samen met zaakvoerder en productieleider',
        question: 'Welke kennis hebben we over vijf jaar nodig, en wie kan wat leren zodat we daar raken?',
        context:
          'Drie lassers gaan binnen vier jaar met pensioen. Er komt een lasrobot. De klanten vragen een bewijs van vakkennis.',
        motives: ['people_retire', 'new_technology', 'quality_norm'],
        levers: ['hr_person', 'tools_exist', 'open_team'],
        obstacles: ['shifts', 'insecurity'],
        transitions: ['digital', 'demographic'],
        directedBy: 'hr',
        formalPractices: ['function_descriptions', 'competence_matrix', 'training_plan', 'quality_system'],
        informalPractices: ['buddy', 'asking_colleagues', 'rotation'],
        themes: ['future_competences', 'competence_matrix', 'training_plan', 'function_profiles'],
        participants: ['hr', 'team_leaders', 'employees'],
        who: 'Joke, de drie ploegbazen en zes operatoren uit de twee ploegen',
        expectation: 'Een matrix die we zelf kunnen bijhouden, en die mensen niet als een rapport aanvoelen.',
        conditions: conditions({
          awareness: 'yes',
          co_creation: 'yes',
          long_breath: 'yes',
          own_goals: 'yes',
          learning_time: partly('Eén uur per week mag, maar niet als er een spoedbestelling is.'),
        }),
      },
    },
    informed: [
      {
        moment: 'start',
        on: day(-60),
        ways: ['meeting', 'representatives', 'letter'],
        by: 'Joke en Karim',
        representatives: 'informed',
        words:
          'De vakbondsafvaardiging vroeg dat de matrix nooit bij een evaluatie gebruikt wordt. Dat staat nu zwart op wit.',
      },
    ],
    parts: [],
    decisions: [
      {
        on: day(-80),
        by: 'tom',
        facts: {
          date: day(-80),
          organisationKind: 'enterprise',
          periods: [
            { year: 2024, headcount: 57.5, turnoverCents: million(12.4), balanceCents: million(8.9) },
            { year: 2025, headcount: 58.1, turnoverCents: million(13.1), balanceCents: million(9.2) },
          ],
          standAlone: true,
          publicHolding25: false,
          jointCommittees: firm.jointCommittees,
          declaredAid: [
            { date: day(-900), grantor: 'Vlaamse overheid', regulation: '2023/2831', amountCents: euro(42_000) },
            { date: day(-300), grantor: 'Provincie', regulation: '2023/2831', amountCents: euro(15_000) },
          ],
          grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
        },
      },
    ],
    agreement: { sentOn: day(-78), agreedOn: day(-71) },
    plan: {
      state: 'submitted',
      by: 'karim',
      changedOn: day(-4),
      submittedOn: day(-4),
      content: {
        needs: [
          need(
            'n1',
            'competence_matrix',
            'De matrix van 2019 klopt niet meer en hangt in het kantoor van de productieleider.',
            {
              kind: 'technical',
              team: 'lassen',
            },
          ),
          need(
            'n2',
            'future_competences',
            'Met de robot verschuift het werk van lassen naar instellen en controleren.',
            {
              horizon: 'future',
              kind: 'technical',
              team: 'lassen',
            },
          ),
          need('n3', 'training_plan', 'Het opleidingsplan volgt de catalogus van leveranciers, niet onze eigen noden.'),
          need('n4', 'function_profiles', 'In de functiebladen staat niets over samenwerken tussen de ploegen.', {
            kind: 'transversal',
          }),
        ],
        goals: [
          goal(
            'g1',
            ['n1'],
            'Een matrix van de ploeg zelf',
            'De lassers schatten zichzelf in op twaalf handelingen en zien wie het hen kan tonen.',
          ),
          goal(
            'g2',
            ['n2', 'n3'],
            'Klaar voor de robot',
            'Voor elke ploeg weten we wie leert instellen, wanneer en van wie.',
          ),
          goal(
            'g3',
            ['n4'],
            'Functiebladen die kloppen',
            'Zes functiebladen zijn herschreven met de mensen die het werk doen.',
          ),
        ],
        actions: [
          action('a1', 'g1', 'Essentiële handelingen kiezen met de lasploeg', 6, {
            roles: ['team_leaders', 'employees'],
            who: 'beide ploegen, telkens drie mensen',
            start: day(12),
            end: day(40),
            expectedResult: 'Twaalf handelingen in de woorden van de ploeg',
          }),
          action('a2', 'g1', 'Zelf inschatten en samen bespreken wie wat kan tonen', 8, {
            roles: ['employees'],
            start: day(45),
            end: day(95),
            expectedResult: 'Ingevulde matrix met minstens twee mensen per handeling',
          }),
          action('a3', 'g2', 'Gesprek met de leverancier van de robot over wat er verandert', 3, {
            roles: ['hr', 'team_leaders'],
            start: day(30),
            end: day(60),
            expectedResult: 'Lijst van nieuwe handelingen per ploeg',
          }),
          action('a4', 'g2', 'Opleidingsplan schrijven vanuit de matrix', 9, {
            roles: ['hr'],
            who: 'Joke, met terugkoppeling naar de ploegbazen',
            start: day(90),
            end: day(140),
            expectedResult: 'Plan voor twee jaar, met leren op de werkvloer erin',
          }),
          action('a5', 'g3', 'Functiebladen herwerken in drie korte sessies', 7.5, {
            roles: ['hr', 'team_leaders', 'employees'],
            start: day(60),
            end: day(150),
            expectedResult: 'Zes bladen, nagelezen door de ploeg',
          }),
        ],
        expectations: {
          enterprise: 'Joke trekt het project. De ploegbazen plannen de sessies in en bewaken dat ze doorgaan.',
          guide: 'Karim komt op tijden die voor beide ploegen lukken, ook één keer om zes uur ’s ochtends.',
        },
        approach: { participation: 'participative', tailoring: 'tailored', effects: ['competence_thinking'] },
        cost: { rateCents: 12_500, ownContributionCents: euro(500), remark: 'Eigen bijdrage voor de drukwerken.' },
      },
    },
    sessions: [],
    followUpsDone: [],
  };
}
