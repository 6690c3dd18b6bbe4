import type { Day } from '../programme.ts';
import { conditions, contact, enterprise, partly } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';

/** Case 7: a neighbourhood organisation with volunteers; the intake is done, the decision comes next. */
export function neighbourhood(day: Day): SeedCase {
  const house = enterprise({
    key: 'buurtwerking',
    number: fictionalNumber(7),
    name: 'Buurtwerking Klaprozenplein',
    municipality: 'Molenbrugge',
    organisationKind: 'social_profit',
    sector: 'socio_cultural',
    jointCommittees: [{ number: '329.01', workers: 34 }],
    workers: 34,
    contacts: [
      contact('buurtwerking-nadia', 'Nadia Veldbloeme', 'klaprozenplein', 'hr', '0470 00 10 07'),
      contact('buurtwerking-jan', 'Jan Stoepkrijts', 'klaprozenplein', 'director'),
    ],
  });
  return {
    key: 'buurtwerking',
    stage: 'intake_done',
    published: {
      number: 7,
      lot: 4,
      approach: 'participative',
      fit: 'tailored',
      participants: ['hr', 'team_leaders', 'employees'],
      themes: ['competence_matrix', 'volunteers', 'career_paths', 'feedback_skills'],
      climate: ['learning_leadership', 'opportunities'],
      activities: ['formal', 'informal'],
      effects: ['competence_thinking', 'motivation', 'growth'],
      policySteps: ['instruments_sharpened', 'instruments_integrated'],
      profiles: ['foundation', 'growth', 'learning'],
    },
    lead: {
      enterprise: house,
      lot: 4,
      provider: 'vivo',
      state: 'converted',
      source: 'peer',
      createdOn: day(-33),
      takenBy: 'mieke',
      wantsCall: false,
      message: 'Onze vrijwilligers leren veel bij ons. We zien het te weinig en zeggen het te weinig.',
      contacts: [
        { on: day(-31), by: 'mieke', channel: 'email', words: 'Nadia antwoordde met drie vragen. Bezoek gepland.' },
      ],
    },
    scans: [
      { by: 'buurtwerking-nadia', role: 'hr', on: day(-25), towards: ['foundation', 'growth', 'learning'], wobble: 0 },
    ],
    guides: [
      { person: 'mieke', capacity: 'sector_consultant', since: day(-18) },
      { person: 'lotte', capacity: 'consultant', since: day(-10) },
    ],
    startedOn: day(-18),
    intake: {
      completedOn: day(-3),
      content: {
        on: day(-5),
        withWhom: 'Nadia Veldbloeme en Jan Stoepkrijts',
        question:
          'Hoe brengen we in kaart wat medewerkers en vrijwilligers kunnen, en hoe praten we daarover met elkaar?',
        context:
          'Dertig medewerkers en zestig vrijwilligers in vier huizen. Er is veel goesting om te leren. Wat iemand leert, blijft nu in het hoofd van de begeleider.',
        motives: ['keep_people', 'growth', 'roles_unclear'],
        levers: ['engaged_leader', 'open_team', 'trust', 'hr_person'],
        obstacles: ['several_sites', 'little_time'],
        transitions: ['demographic'],
        directedBy: 'dialogue',
        formalPractices: ['function_descriptions', 'development_talks', 'courses'],
        informalPractices: ['team_meeting', 'daily_feedback', 'looking_up'],
        themes: ['competence_matrix', 'volunteers', 'career_paths', 'feedback_skills'],
        participants: ['hr', 'team_leaders', 'employees', 'volunteers'],
        who: 'Nadia, de vier huisverantwoordelijken, acht medewerkers en zes vrijwilligers',
        expectation: 'Meedenken over een pad voor vrijwilligers dat niet op een contract lijkt.',
        conditions: conditions({
          awareness: 'yes',
          co_creation: 'yes',
          long_breath: 'yes',
          own_goals: 'yes',
          learning_time: partly('Tijdens het overleg wel, daarbuiten hangt het van het huis af.'),
        }),
      },
    },
    informed: [
      {
        moment: 'start',
        on: day(-4),
        ways: ['meeting', 'message'],
        by: 'Nadia',
        representatives: 'none',
        words: 'De vrijwilligers kregen een berichtje in de groep en mogen op de koffie vragen stellen.',
      },
    ],
    parts: [],
    decisions: [],
    sessions: [],
    followUpsDone: [],
  };
}
