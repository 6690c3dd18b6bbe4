import type { Day } from '../programme.ts';
import { action, conditions, contact, enterprise, euro, goal, million, need, partly } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';
import { accountantsResult } from './accountantsResult.ts';

/** Case 6: an accountancy firm after the end: the action plan is sealed, the talk after three months took place. */
export function accountants(day: Day): SeedCase {
  const firm = enterprise({
    key: 'kantoor',
    number: fictionalNumber(6),
    name: 'Kantoor Cijferveld',
    municipality: 'Beverlaer',
    sector: 'accountant',
    jointCommittees: [{ number: '336', workers: 11 }],
    workers: 11,
    contacts: [
      contact('kantoor-ilse', 'Ilse Rekenschap', 'cijferveld', 'owner', '0470 00 10 06'),
      contact('kantoor-yannick', 'Yannick Grootboeck', 'cijferveld', 'hr'),
    ],
  });
  return {
    key: 'kantoor',
    stage: 'follow_up',
    published: {
      number: 6,
      lot: 3,
      approach: 'participative',
      fit: 'standard',
      participants: ['owner', 'hr', 'employees'],
      themes: ['competence_matrix', 'training_plan'],
      climate: [],
      activities: [],
      effects: ['competence_thinking'],
      policySteps: ['instruments_made'],
      profiles: ['foundation'],
    },
    lead: {
      enterprise: firm,
      lot: 3,
      provider: 'liberform',
      state: 'converted',
      source: 'website',
      createdOn: day(-410),
      takenBy: 'els',
      wantsCall: true,
      message: 'Alles komt bij mij terecht. Ik wil weten wie wat kan overnemen.',
      contacts: [
        { on: day(-408), by: 'els', channel: 'phone', words: 'Ilse wil starten na de aangiftes. Intake in september.' },
      ],
    },
    scans: [
      { by: 'kantoor-ilse', role: 'owner', on: day(-400), towards: ['foundation'], wobble: 4 },
      { by: 'kantoor-ilse', role: 'owner', on: day(-104), towards: ['foundation'], wobble: 0 },
    ],
    guides: [
      { person: 'lotte', capacity: 'consultant', since: day(-385) },
      { person: 'els', capacity: 'sector_consultant', since: day(-390) },
    ],
    startedOn: day(-390),
    intake: {
      completedOn: day(-378),
      content: {
        on: day(-380),
        withWhom: 'Ilse Rekenschap en Yannick Grootboeck',
        question:
          'Wie kan welk dossier overnemen als er iemand ziek is of vertrekt, zonder dat alles bij Ilse belandt?',
        context: 'Elf mensen, vier daarvan minder dan twee jaar in dienst. In mei en juni staat er geen minuut over.',
        motives: ['back_up', 'roles_unclear', 'keep_people'],
        levers: ['engaged_leader', 'trust'],
        obstacles: ['busy_season', 'unclear_expectations'],
        transitions: ['digital'],
        directedBy: 'owner',
        formalPractices: ['courses'],
        informalPractices: ['asking_colleagues', 'looking_up', 'learning_by_doing'],
        themes: ['competence_matrix', 'training_plan', 'function_profiles'],
        participants: ['owner', 'hr', 'employees'],
        who: 'Ilse, Yannick en alle negen dossierbeheerders',
        expectation: 'Overzicht, en een plan dat we na de drukte kunnen uitvoeren.',
        conditions: conditions({
          awareness: 'yes',
          co_creation: 'yes',
          long_breath: 'yes',
          own_goals: partly('Het kantoor wist nog niet goed wat het van de begeleiding mocht verwachten.'),
          learning_time: partly('Van juli tot februari wel, daarbuiten niet.'),
        }),
      },
    },
    informed: [
      {
        moment: 'start',
        on: day(-350),
        ways: ['meeting'],
        by: 'Ilse',
        representatives: 'none',
        words: 'Op het maandoverleg. Eerste vraag van het team: is dit een evaluatie? Nee.',
      },
      {
        moment: 'follow_up',
        on: day(-8),
        ways: ['meeting'],
        by: 'Yannick',
        representatives: 'none',
        words: 'Samen bekeken wat er nog van gebruikt wordt.',
      },
    ],
    parts: [],
    decisions: [
      {
        on: day(-372),
        by: 'els',
        facts: {
          date: day(-372),
          organisationKind: 'enterprise',
          periods: [
            { year: 2023, headcount: 9.4, turnoverCents: million(1.1), balanceCents: million(0.7) },
            { year: 2024, headcount: 10.2, turnoverCents: million(1.2), balanceCents: million(0.7) },
          ],
          standAlone: true,
          publicHolding25: false,
          jointCommittees: firm.jointCommittees,
          declaredAid: [],
          grant: { amountCents: euro(19_502.55), regulation: '2023/2831' },
        },
      },
    ],
    agreement: { sentOn: day(-370), agreedOn: day(-364) },
    plan: {
      state: 'approved',
      by: 'lotte',
      changedOn: day(-345),
      submittedOn: day(-345),
      verdict: { on: day(-338), by: 'pieter', outcome: 'approved', remarks: [] },
      content: {
        needs: [
          need('n1', 'competence_matrix', 'Niemand weet van elkaar welke dossiers en programma’s hij aankan.', {
            kind: 'technical',
          }),
          need('n2', 'training_plan', 'Opleidingen worden gekozen op het moment dat de folder binnenkomt.'),
          need('n3', 'function_profiles', 'Voor de vier functies in het kantoor bestaat geen beschrijving.', {
            horizon: 'future',
          }),
        ],
        goals: [
          goal(
            'g1',
            ['n1'],
            'Zien wie wat kan',
            'Voor elke soort dossier zijn er minstens twee mensen die het kunnen overnemen.',
          ),
          goal('g2', ['n2'], 'Leren met een plan', 'Elke medewerker heeft twee leerdoelen en weet van wie hij leert.'),
          goal(
            'g3',
            ['n3'],
            'Vier functies beschreven',
            'Er staan vier functies op papier, met wat je erin kan bijleren.',
          ),
        ],
        actions: [
          action('a1', 'g1', 'Dossiersoorten en handelingen oplijsten met iedereen', 7, {
            roles: ['owner', 'employees'],
            start: day(-330),
            end: day(-240),
            expectedResult: 'Lijst van vijftien handelingen',
          }),
          action('a2', 'g1', 'Zichzelf inschatten en koppels maken', 8, {
            roles: ['employees'],
            start: day(-240),
            end: day(-150),
            expectedResult: 'Matrix met koppels om van elkaar te leren',
          }),
          action('a3', 'g2', 'Opleidingsplan opmaken uit de matrix', 6, {
            roles: ['hr', 'owner'],
            start: day(-160),
            end: day(-115),
            expectedResult: 'Plan voor twaalf maanden',
          }),
          action('a4', 'g3', 'Functies beschrijven in werksessies', 7, {
            roles: ['hr', 'employees'],
            start: day(-200),
            end: day(-115),
            expectedResult: 'Vier functies op één blad elk',
          }),
        ],
        expectations: {
          enterprise: 'Ilse plant de sessies buiten de drukke maanden en geeft het team tijd om na te denken.',
          guide: 'Lotte brengt een methode mee en past ze aan de taal van het kantoor aan.',
        },
        approach: {
          participation: 'participative',
          tailoring: 'standard',
          effects: ['competence_thinking', 'satisfaction'],
        },
        cost: { rateCents: 12_500, ownContributionCents: 0, remark: '' },
      },
    },
    ...accountantsResult(day),
  };
}
