import type { Day } from '../programme.ts';
import { contact, enterprise } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';

/** Case 4: a food firm that asked for help two days ago; nobody has called back yet. */
export function cannery(day: Day): SeedCase {
  const firm = enterprise({
    key: 'conserven',
    number: fictionalNumber(4),
    name: 'Conserven Kersouwe',
    municipality: 'Oosterkouter',
    sector: 'food_production',
    jointCommittees: [
      { number: '118', workers: 61 },
      { number: '220', workers: 24 },
    ],
    workers: 85,
    contacts: [contact('conserven-lien', 'Lien Kersouwe', 'conserven-kersouwe', 'hr', '0470 00 10 04')],
  });
  return {
    key: 'conserven',
    stage: 'lead_new',
    published: {
      number: 4,
      lot: 2,
      approach: 'participative',
      fit: 'tailored',
      participants: ['hr', 'team_leaders'],
      themes: [
        'hr_policy',
        'competence_matrix',
        'future_competences',
        'multi_employability',
        'training_plan',
        'onboarding',
      ],
      climate: ['opportunities'],
      activities: [],
      effects: [],
      policySteps: ['instruments_sharpened', 'instruments_integrated'],
      profiles: ['foundation', 'growth'],
    },
    lead: {
      enterprise: firm,
      lot: 2,
      provider: 'alimento',
      state: 'new',
      source: 'scan',
      createdOn: day(-2),
      wantsCall: true,
      message: 'Als er iemand uitvalt aan lijn 3, staat alles stil. We willen mensen die meer dan één lijn aankunnen.',
      contacts: [],
    },
    scans: [{ by: 'conserven-lien', role: 'hr', on: day(-2), towards: ['foundation', 'growth'], wobble: 2 }],
    guides: [],
    informed: [],
    parts: [],
    decisions: [],
    sessions: [],
    followUpsDone: [],
  };
}
