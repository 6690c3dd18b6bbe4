import type { Day } from '../programme.ts';
import { action, conditions, contact, enterprise, euro, goal, million, need, partly } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';
import { careGroupSessions } from './careGroupSessions.ts';

/** Case 8: an umbrella of four houses in guidance, with shared themes and themes per house. */
export function careGroup(day: Day): SeedCase {
  const umbrella = enterprise({
    key: 'zorgkoepel',
    number: fictionalNumber(8),
    name: 'Zorgkoepel Zilverwei',
    municipality: 'Steenwijve',
    organisationKind: 'social_profit',
    sector: 'youth_disability',
    jointCommittees: [
      { number: '319.01', workers: 132 },
      { number: '330', workers: 61 },
    ],
    workers: 193,
    contacts: [
      contact('zorgkoepel-bea', 'Bea Wilgenhof', 'zilverwei', 'hr', '0470 00 10 08'),
      contact('zorgkoepel-omar', 'Omar Kievitsnest', 'zilverwei', 'director'),
    ],
  });
  return {
    key: 'zorgkoepel',
    stage: 'in_guidance',
    published: {
      number: 8,
      lot: 4,
      approach: 'participative',
      fit: 'tailored',
      participants: ['hr', 'team_leaders'],
      themes: ['leadership', 'feedback_skills', 'talents', 'function_profiles', 'reintegration'],
      climate: ['learning_leadership'],
      activities: ['informal'],
      effects: [],
      policySteps: [],
      profiles: [],
    },
    lead: {
      enterprise: umbrella,
      lot: 4,
      provider: 'vivo',
      state: 'converted',
      source: 'event',
      createdOn: day(-230),
      takenBy: 'amina',
      wantsCall: false,
      message: 'Vier huizen, vier manieren van leidinggeven. We willen elkaar beter verstaan.',
      contacts: [
        {
          on: day(-228),
          by: 'amina',
          channel: 'phone',
          words: 'Bea zoekt begeleiding voor alle huizen samen en voor elk apart.',
        },
        { on: day(-215), by: 'amina', channel: 'visit', words: 'Kennismaking met de vier huisverantwoordelijken.' },
      ],
    },
    scans: [],
    guides: [
      { person: 'griet', capacity: 'consultant', since: day(-200) },
      { person: 'mieke', capacity: 'sector_consultant', since: day(-200) },
      { person: 'lotte', capacity: 'consultant', since: day(-110) },
    ],
    startedOn: day(-205),
    intake: {
      completedOn: day(-185),
      content: {
        on: day(-190),
        withWhom: 'Bea Wilgenhof, Omar Kievitsnest en de vier huisverantwoordelijken',
        question:
          'Hoe geven we in de vier huizen leiding op een manier die mensen doet groeien, ook na een lange ziekte?',
        context:
          'Elk huis heeft zijn eigen gewoonten. Twee thema’s zijn overal gelijk, de rest verschilt. Negen mensen zijn lang ziek.',
        motives: ['friction', 'keep_people', 'back_up'],
        levers: ['engaged_leader', 'hr_person', 'sector_support'],
        obstacles: ['several_sites', 'shifts', 'people_leaving'],
        transitions: ['demographic', 'other'],
        directedBy: 'team_leaders',
        formalPractices: ['function_descriptions', 'evaluation_talks', 'hr_policy', 'courses'],
        informalPractices: ['team_meeting', 'asking_colleagues', 'open_door'],
        themes: ['leadership', 'feedback_skills', 'talents', 'function_profiles', 'reintegration'],
        participants: ['hr', 'team_leaders'],
        who: 'Bea, de vier huisverantwoordelijken en hun acht teamleiders',
        expectation: 'Samen leren, en toch ruimte voor wat in één huis leeft.',
        conditions: conditions({
          awareness: 'yes',
          co_creation: partly('Eerst met de leidinggevenden. Daarna kiezen zij per huis hoe hun ploeg aansluit.'),
          long_breath: 'yes',
          own_goals: 'yes',
          learning_time: 'yes',
        }),
      },
    },
    informed: [
      {
        moment: 'start',
        on: day(-150),
        ways: ['meeting', 'letter', 'representatives'],
        by: 'Omar en de huisverantwoordelijken',
        representatives: 'informed',
        words: 'Op de ondernemingsraad besproken. In elk huis verteld op het teamoverleg.',
      },
      {
        moment: 'during',
        on: day(-40),
        ways: ['message'],
        by: 'Bea',
        representatives: 'informed',
        words: 'Bericht over wat er al gebeurde en wie al meedeed.',
      },
    ],
    parts: [
      { key: 'kievit', name: 'Huis Kievit', municipality: 'Steenwijve', workers: 58, themes: ['talents'] },
      { key: 'wilg', name: 'Huis Wilg', municipality: 'Lindervelde', workers: 47, themes: ['feedback_skills'] },
      { key: 'roos', name: 'Dagcentrum Roos', municipality: 'Steenwijve', workers: 36, themes: ['onboarding'] },
      { key: 'wulp', name: 'Huis Wulp', municipality: 'Rozebrug', workers: 52, themes: ['reintegration'] },
    ],
    decisions: [
      {
        on: day(-180),
        by: 'amina',
        facts: {
          date: day(-180),
          organisationKind: 'social_profit',
          periods: [
            { year: 2024, headcount: 158.4, turnoverCents: million(11.8), balanceCents: million(9.1) },
            { year: 2025, headcount: 161.2, turnoverCents: million(12.1), balanceCents: million(9.3) },
          ],
          standAlone: true,
          publicHolding25: false,
          jointCommittees: umbrella.jointCommittees,
          grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
        },
      },
      {
        on: day(-172),
        by: 'amina',
        whyAgain: 'De verklaring over eerdere steun is binnen.',
        facts: {
          date: day(-172),
          organisationKind: 'social_profit',
          periods: [
            { year: 2024, headcount: 158.4, turnoverCents: million(11.8), balanceCents: million(9.1) },
            { year: 2025, headcount: 161.2, turnoverCents: million(12.1), balanceCents: million(9.3) },
          ],
          standAlone: true,
          publicHolding25: false,
          jointCommittees: umbrella.jointCommittees,
          declaredAid: [{ date: day(-800), grantor: 'Provincie', regulation: '2023/2831', amountCents: euro(18_000) }],
          grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
        },
      },
    ],
    agreement: { sentOn: day(-170), agreedOn: day(-161) },
    plan: {
      state: 'approved',
      by: 'griet',
      changedOn: day(-140),
      submittedOn: day(-140),
      verdict: {
        on: day(-133),
        by: 'sofie',
        outcome: 'approved',
        remarks: [
          {
            path: 'goals.1',
            words: 'Mooi dat elk huis zelf kiest. Vertel ons op het einde wat jullie daaruit leerden.',
          },
        ],
      },
      content: {
        needs: [
          need('n1', 'leadership', 'Leidinggevenden staan er vaak alleen voor als het moeilijk loopt in hun ploeg.', {
            kind: 'transversal',
          }),
          need('n2', 'feedback_skills', 'Feedback komt pas als er iets misging, en dan komt ze hard aan.', {
            kind: 'transversal',
          }),
          need('n3', 'talents', 'We kennen de taken van mensen beter dan hun talenten.', { team: 'Huis Kievit' }),
          need('n4', 'reintegration', 'Wie na een lange ziekte terugkomt, vindt een andere ploeg en andere taken.', {
            team: 'Huis Wulp',
          }),
          need('n5', 'function_profiles', 'De competentieprofielen zijn per huis anders opgebouwd.', {
            horizon: 'future',
          }),
        ],
        goals: [
          goal(
            'g1',
            ['n1', 'n2'],
            'Leiding geven door te vragen',
            'Twaalf leidinggevenden voeren elke maand een kort gesprek met elk van hun mensen.',
          ),
          goal(
            'g2',
            ['n3'],
            'Elk huis een eigen stap',
            'Elk huis probeert één nieuwe aanpak uit en toont ze aan de andere drie.',
          ),
          goal(
            'g3',
            ['n4'],
            'Warm terugkomen',
            'Wie na ziekte terugkomt, krijgt vooraf een gesprek en een plan voor de eerste maand.',
          ),
          goal(
            'g4',
            ['n5'],
            'Eén taal voor competenties',
            'De vier huizen werken met dezelfde opbouw van profielen, met plaats voor eigen accenten.',
          ),
        ],
        actions: [
          action('a1', 'g1', 'Vier leermomenten voor alle leidinggevenden samen', 14, {
            roles: ['team_leaders', 'hr'],
            who: 'vier huisverantwoordelijken en acht teamleiders',
            start: day(-125),
            end: day(20),
            expectedResult: 'Iedereen oefende vier gesprekken met een collega',
          }),
          action('a2', 'g1', 'Intervisie in kleine groepen over lastige gesprekken', 6, {
            roles: ['team_leaders'],
            start: day(-80),
            end: day(60),
            expectedResult: 'Drie groepen die zelf verdergaan',
          }),
          action('a3', 'g2', 'Begeleiding per huis bij de eigen stap', 12, {
            roles: ['team_leaders'],
            who: 'telkens het team van één huis',
            start: day(-100),
            end: day(45),
            expectedResult: 'Eén uitgeprobeerde aanpak per huis',
          }),
          action('a4', 'g3', 'Terugkeergesprek ontwerpen met wie het zelf meemaakte', 5, {
            roles: ['hr', 'team_leaders'],
            who: 'twee mensen die vorig jaar terugkwamen denken mee',
            start: day(-60),
            end: day(30),
            expectedResult: 'Leidraad van één blad',
          }),
          action('a5', 'g4', 'Opbouw van de profielen op elkaar afstemmen', 6, {
            roles: ['hr'],
            start: day(15),
            end: day(75),
            expectedResult: 'Eén sjabloon voor vier huizen',
          }),
        ],
        expectations: {
          enterprise: 'De huisverantwoordelijken zijn er altijd bij en sturen niemand anders in hun plaats.',
          guide: 'Griet bewaakt de rode draad. Lotte volgt de huizen en zegt het als een stap te groot is.',
        },
        approach: { participation: 'participative', tailoring: 'tailored', effects: ['motivation', 'retention'] },
        cost: { rateCents: 12_500, ownContributionCents: 0, remark: '' },
      },
    },
    sessions: careGroupSessions(day),
    followUpsDone: [],
  };
}
