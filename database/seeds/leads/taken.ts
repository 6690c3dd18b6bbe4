import type { Day } from '../programme.ts';
import type { SeedLead } from '../shape.ts';
import { firm } from './firm.ts';

/** Leads that a sector consultant follows: overdue, handed over to another lot, planned. */
export const takenLeads = (day: Day): readonly SeedLead[] => [
  {
    enterprise: firm(
      25,
      {
        key: 'dakwerken',
        name: 'Dakwerken Zinkhaeghe',
        municipality: 'Wolvergem',
        sector: 'roofing',
        jointCommittees: [{ number: '124', workers: 16 }],
        workers: 18,
      },
      'Kevin Zinkhaeghe',
      'owner',
      '0470 00 20 05',
    ),
    lot: 1,
    provider: 'constructiv',
    state: 'taken',
    source: 'event',
    createdOn: day(-21),
    takenBy: 'bram',
    wantsCall: true,
    message: 'Jonge gasten op het dak houden, dat is mijn vraag.',
    nextContactOn: day(-3),
    contacts: [
      { on: day(-19), by: 'bram', channel: 'phone', words: 'Kevin zit op de werf en belt zelf terug.' },
      { on: day(-12), by: 'bram', channel: 'no_answer', words: 'Nog niet bereikt. Volgende keer na vier uur bellen.' },
    ],
  },
  {
    enterprise: firm(
      26,
      {
        key: 'logistiek',
        name: 'Expeditie Waterspoor',
        municipality: 'Duinakker',
        sector: 'transport',
        jointCommittees: [
          { number: '140.03', workers: 19 },
          { number: '226', workers: 21 },
        ],
        workers: 40,
      },
      'Tine Waterspoor',
      'hr',
    ),
    lot: 3,
    provider: 'liberform',
    state: 'taken',
    source: 'website',
    createdOn: day(-26),
    takenBy: 'els',
    wantsCall: false,
    message: 'Onze bedienden vallen onder 226, de chauffeurs onder 140.03. Bij wie horen wij?',
    nextContactOn: day(5),
    handedOver: {
      from: 'unizo',
      on: day(-24),
      by: 'koen',
      words: 'De meeste mensen werken onder PC 226, dus hoort dit bij perceel 3.',
    },
    contacts: [
      { on: day(-25), by: 'koen', channel: 'phone', words: 'Nagevraagd hoeveel mensen onder welk comité werken.' },
      { on: day(-17), by: 'els', channel: 'online', words: 'Goed gesprek. Tine overlegt met de directie.' },
    ],
  },
  {
    enterprise: firm(
      27,
      {
        key: 'theater',
        name: 'Gezelschap Maneschijn',
        municipality: 'Beverlaer',
        organisationKind: 'social_profit',
        sector: 'theatre',
        jointCommittees: [{ number: '304', workers: 12 }],
        workers: 12,
      },
      'Ward Maneschijn',
      'director',
    ),
    lot: 3,
    provider: 'podiumkunsten',
    state: 'taken',
    source: 'communication',
    createdOn: day(-15),
    takenBy: 'lander',
    wantsCall: true,
    nextContactOn: day(8),
    contacts: [
      { on: day(-13), by: 'lander', channel: 'phone', words: 'Na de première hebben ze tijd. Afspraak gemaakt.' },
    ],
  },
  {
    enterprise: firm(
      28,
      {
        key: 'kringwinkel',
        name: 'Maatwerkbedrijf Tweede Lente',
        municipality: 'Heiderode',
        organisationKind: 'social_profit',
        sector: 'sheltered_workshop',
        jointCommittees: [{ number: '327.01', workers: 120 }],
        workers: 120,
      },
      'Griet Lentevelt',
      'hr',
    ),
    lot: 4,
    provider: 'vivo',
    state: 'taken',
    source: 'peer',
    createdOn: day(-11),
    takenBy: 'mieke',
    wantsCall: true,
    message: 'We willen competenties zichtbaar maken met prenten, niet met lappen tekst.',
    nextContactOn: day(1),
    contacts: [
      { on: day(-9), by: 'mieke', channel: 'visit', words: 'Rondleiding gekregen. De begeleiders doen graag mee.' },
    ],
  },
];
