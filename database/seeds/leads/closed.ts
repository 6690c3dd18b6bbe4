import type { Day } from '../programme.ts';
import type { SeedLead } from '../shape.ts';
import { firm } from './firm.ts';

/** Leads that ended without a trajectory, each for another reason. */
export const closedLeads = (day: Day): readonly SeedLead[] => [
  {
    enterprise: firm(
      29,
      {
        key: 'vlees',
        name: 'Vleesgroep Oosterkouter',
        municipality: 'Oosterkouter',
        sector: 'butcher',
        jointCommittees: [{ number: '118', workers: 240 }],
        workers: 240,
      },
      'Robin Ossenpoort',
      'hr',
    ),
    lot: 2,
    provider: 'alimento',
    state: 'declined',
    source: 'website',
    createdOn: day(-52),
    takenBy: 'ruben',
    wantsCall: true,
    message: 'Kunnen wij met 240 mensen ook meedoen?',
    declineReason: 'too_large',
    declineWords: 'Doorverwezen naar het gewone aanbod van het fonds.',
    contacts: [
      {
        on: day(-50),
        by: 'ruben',
        channel: 'phone',
        words: 'Met het zusterbedrijf erbij werken er 340 mensen. Het programma is er voor minder dan 250.',
      },
    ],
  },
  {
    enterprise: firm(
      30,
      {
        key: 'drukkerij',
        name: 'Drukkerij Inktvaert',
        municipality: 'Steenwijve',
        sector: 'printing',
        jointCommittees: [{ number: '130', workers: 8 }],
        workers: 8,
      },
      'Johan Inktvaert',
    ),
    lot: 2,
    provider: 'grafoc',
    state: 'declined',
    source: 'communication',
    createdOn: day(-70),
    takenBy: 'an',
    wantsCall: false,
    declineReason: 'not_now',
    declineWords: 'Er komt een nieuwe pers. In het voorjaar opnieuw bellen.',
    contacts: [{ on: day(-66), by: 'an', channel: 'email', words: 'Johan wil wel, maar pas als de pers staat.' }],
  },
  {
    enterprise: firm(
      31,
      {
        key: 'garage',
        name: 'Garage Raedervelt',
        municipality: 'Molenbrugge',
        sector: 'garage',
        jointCommittees: [{ number: '112', workers: 7 }],
        workers: 7,
      },
      'Mehmet Raedervelt',
    ),
    lot: 1,
    provider: 'educam',
    state: 'declined',
    source: 'event',
    createdOn: day(-88),
    takenBy: 'youssef',
    wantsCall: true,
    declineReason: 'not_reached',
    declineWords: '',
    contacts: [
      { on: day(-86), by: 'youssef', channel: 'no_answer', words: '' },
      { on: day(-80), by: 'youssef', channel: 'no_answer', words: 'Bericht achtergelaten bij de balie.' },
      { on: day(-72), by: 'youssef', channel: 'no_answer', words: '' },
    ],
  },
  {
    enterprise: firm(
      32,
      {
        key: 'immo',
        name: 'Immo Gevelsteen',
        municipality: 'Zandhovene',
        sector: 'real_estate',
        jointCommittees: [{ number: '323', workers: 6 }],
        workers: 6,
      },
      'Charlotte Gevelsteen',
    ),
    lot: 3,
    provider: 'fonds323',
    state: 'withdrawn',
    source: 'scan',
    createdOn: day(-35),
    wantsCall: false,
    message: 'Vul liever eerst zelf de scan verder aan.',
    contacts: [],
  },
];
