import type { Day } from '../programme.ts';
import { contact, enterprise } from '../build.ts';
import { fictionalNumber } from '../numbers.ts';
import type { SeedCase } from '../shape.ts';

/** Case 9: a hotel and brasserie; the sector consultant has taken the lead and called once. */
export function hotel(day: Day): SeedCase {
  const firm = enterprise({
    key: 'hotel',
    number: fictionalNumber(9),
    name: 'Hotel-brasserie Zilte Anker',
    municipality: 'Duinakker',
    sector: 'hospitality',
    jointCommittees: [{ number: '302', workers: 22 }],
    workers: 22,
    contacts: [
      contact('hotel-petra', 'Petra Ankermans', 'zilte-anker', 'owner', '0470 00 10 09'),
      contact('hotel-dries', 'Dries Ankermans', 'zilte-anker', 'owner'),
    ],
  });
  return {
    key: 'hotel',
    stage: 'lead_taken',
    published: {
      number: 9,
      lot: 5,
      approach: 'participative',
      fit: 'standard',
      participants: ['owner', 'hr', 'employees'],
      themes: ['talents', 'competence_matrix', 'feedback_skills', 'leadership'],
      climate: ['learning_leadership'],
      activities: [],
      effects: ['retention', 'motivation', 'satisfaction'],
      policySteps: [],
      profiles: ['journey', 'growth'],
    },
    lead: {
      enterprise: firm,
      lot: 5,
      provider: 'horecavlaanderen',
      state: 'taken',
      source: 'communication',
      createdOn: day(-9),
      takenBy: 'bart',
      wantsCall: true,
      message: 'Elk seizoen beginnen we opnieuw met nieuwe mensen. Hoe houden we de goede?',
      nextContactOn: day(2),
      contacts: [
        { on: day(-7), by: 'bart', channel: 'no_answer', words: 'Voicemail ingesproken.' },
        {
          on: day(-5),
          by: 'bart',
          channel: 'phone',
          words: 'Petra wil weten wat zij zelf moet doen. Ik mail een voorbeeld en bel woensdag terug, na het ontbijt.',
        },
      ],
    },
    scans: [
      { by: 'hotel-petra', role: 'owner', on: day(-9), towards: ['journey', 'growth'], wobble: 0 },
      { by: 'hotel-dries', role: 'owner', on: day(-6), towards: ['journey'], wobble: 4 },
    ],
    guides: [],
    informed: [],
    parts: [],
    decisions: [],
    sessions: [],
    followUpsDone: [],
  };
}
