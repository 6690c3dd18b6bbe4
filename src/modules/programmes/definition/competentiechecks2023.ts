import type { Fund, Lot, ProgrammeDefinition } from '../rules/programmeDefinition.ts';
import { jointCommittees } from './jointCommittees.ts';
import { sectors } from './sectors.ts';

const lots: readonly Lot[] = [
  {
    number: 1,
    name: {
      nl: 'Bouw, hout, elektriciteit en auto',
      en: 'Construction, wood, electricity and automotive',
      fr: 'Construction, bois, électricité et automobile',
      de: 'Bau, Holz, Elektrizität und Auto',
    },
    jointCommittees: ['124', '149.01', '112', '142.01', '149.02', '149.04', '125', '126'],
    rest: false,
    localAuthorityCare: [],
    target: 130,
    budgetCents: 253_533_150,
    associates: [],
  },
  {
    number: 2,
    name: {
      nl: 'Voeding, chemie, metaal, textiel, diamant, uitzendwerk, papier en druk',
      en: 'Food, chemicals, metal, textile, diamond, temporary work, paper and printing',
      fr: 'Alimentation, chimie, métal, textile, diamant, intérim, papier et imprimerie',
      de: 'Nahrung, Chemie, Metall, Textil, Diamant, Zeitarbeit, Papier und Druck',
    },
    jointCommittees: ['118', '220', '116', '207', '111', '209', '120', '214', '324', '322', '136', '222', '130'],
    rest: false,
    localAuthorityCare: [],
    target: 130,
    budgetCents: 253_533_150,
    associates: [],
  },
  {
    number: 3,
    name: {
      nl: 'Audiovisuele sector, podiumkunsten, vrije beroepen en vastgoed',
      en: 'Audiovisual, performing arts, liberal professions and real estate',
      fr: 'Audiovisuel, arts de la scène, professions libérales et immobilier',
      de: 'Audiovisuelles, darstellende Künste, freie Berufe und Immobilien',
    },
    jointCommittees: ['227', '303.01', '304', '336', '323', '226'],
    rest: false,
    localAuthorityCare: [],
    target: 55,
    budgetCents: 107_264_025,
    associates: [],
  },
  {
    number: 4,
    name: {
      nl: 'Social profit, zorg bij lokale besturen en begrafenissen',
      en: 'Non-profit, care by local authorities and funerals',
      fr: 'Non marchand, soins des administrations locales et pompes funèbres',
      de: 'Gemeinnütziges, Pflege lokaler Behörden und Bestattungen',
    },
    jointCommittees: ['318.02', '319.01', '327.01', '329.01', '330', '331', '337', '322.01', '320'],
    rest: false,
    localAuthorityCare: ['childcare', 'home_care', 'elderly_care'],
    target: 130,
    budgetCents: 253_533_150,
    associates: [],
  },
  {
    number: 5,
    name: {
      nl: 'Alle andere sectoren',
      en: 'All other sectors',
      fr: 'Tous les autres secteurs',
      de: 'Alle anderen Sektoren',
    },
    jointCommittees: [],
    rest: true,
    localAuthorityCare: [],
    target: 55,
    budgetCents: 107_264_025,
    associates: ['Buurtsuper.be', 'ModeUnie'],
  },
];

const fund = (
  id: string,
  name: string,
  lot: number,
  committees: readonly string[],
  traits: Partial<Fund> = {},
): Fund => ({
  id,
  name,
  lot,
  jointCommittees: committees,
  localAuthorities: false,
  active: true,
  coordinator: false,
  invented: false,
  ...traits,
});

// Only the lead of lot 5 is known. The other coordinators are invented for the example, and marked so.
const inventedCoordinator = { coordinator: true, invented: true };

const funds: readonly Fund[] = [
  fund('constructiv', 'Constructiv', 1, ['124'], inventedCoordinator),
  fund('volta', 'Volta', 1, ['149.01']),
  fund('woodwize', 'Woodwize', 1, ['125', '126']),
  fund('educam', 'Educam', 1, ['112', '142.01', '149.02', '149.04']),
  fund('alimento', 'Alimento', 2, ['118', '220'], inventedCoordinator),
  fund('cobot', 'Cobot', 2, ['120', '214']),
  fund('mtechplus', 'Mtech+', 2, ['111', '209']),
  fund('grafoc', 'GraFoc', 2, ['130']),
  fund('paperpackskills', 'PaperPackSkills', 2, ['136', '222']),
  fund('covalent', 'Co-valent', 2, ['116', '207']),
  fund('diamantnijverheid', 'Diamantnijverheid', 2, ['324']),
  fund('liberform', 'Liberform', 3, ['336'], inventedCoordinator),
  fund('mediarte', 'Mediarte', 3, ['227', '303.01']),
  fund('fonds323', 'Fonds323', 3, ['323']),
  fund('podiumkunsten', 'Podiumkunsten', 3, ['304']),
  fund('vivo', 'Vivo', 4, ['318.02', '319.01', '327.01', '329.01', '330', '331', '337'], inventedCoordinator),
  fund('diverscity', 'Diverscity', 4, [], { localAuthorities: true }),
  fund('fonds320', 'Fonds 320', 4, ['320'], { active: false }),
  fund('vormdc', 'Vorm DC', 4, ['322.01'], { active: false }),
  fund('unizo', 'Unizo', 5, [], { coordinator: true }),
  fund('horecavlaanderen', 'Horeca Vlaanderen', 5, ['302']),
  fund('pmo', 'PMO', 5, ['201', '202', '311', '312']),
];

/** The built-in example: the competence checks as they were tendered (DOMAIN §3). Lots, targets and budgets are the real ones. */
export const competentiechecks2023: ProgrammeDefinition = {
  code: 'competentiechecks-2023',
  version: 1,
  name: {
    nl: 'Competentiechecks voor ondernemingen',
    en: 'Competence checks for enterprises',
    fr: 'Bilans de compétences pour les entreprises',
    de: 'Kompetenzchecks für Unternehmen',
  },
  startsOn: '2023-01-01',
  endsOn: '2024-12-31',
  target: 500,
  workersUnder: 250,
  focusWorkersUnder: 50,
  // Paid per trajectory: no price of an hour and no number of hours was fixed, so the definition holds neither.
  pricePerTrajectoryCents: 1_950_255,
  lots,
  funds,
  jointCommittees,
  auxiliaryCommittees: ['100', '200'],
  sectors,
  // Rhythm and agenda are the real ones. Who sat there is not published: the seats are chosen for the example.
  governance: {
    startUpWithinMonths: 1,
    steeringGroupEveryMonths: 3,
    steeringGroupSeats: ['coordinator', 'providers', 'programme_manager'],
    steeringGroupAgenda: ['progress', 'bottlenecks', 'success_stories'],
    exchangeSessions: 4,
  },
  conditions: {
    enterprise: ['sme', 'aid_room', 'lot'],
    social_profit: ['sme', 'aid_room', 'lot'],
    local_authority: ['local_authority_care', 'lot'],
  },
  followUpMonths: [3, 6, 12],
};
