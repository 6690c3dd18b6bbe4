type Words = readonly [nl: string, fr: string, de: string, en: string];

/** What the codes mean, in the shape of the published code table; the words are our own and shorter than the published ones. */
const known: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  ActivityGroup: {
    '001': ['Btw', 'TVA', 'MwSt', 'VAT'],
    '003': ['Activiteiten', 'Activités', 'Tätigkeiten', 'Activities'],
    '006': ['RSZ', 'ONSS', 'LSS', 'NSSO'],
  },
  Classification: {
    MAIN: ['Hoofdactiviteit', 'Activité principale', 'Haupttätigkeit', 'Main activity'],
    SECO: ['Nevenactiviteit', 'Activité secondaire', 'Nebentätigkeit', 'Secondary activity'],
    ANCI: ['Hulpactiviteit', 'Activité auxiliaire', 'Hilfstätigkeit', 'Ancillary activity'],
  },
  JuridicalForm: {
    '014': ['Naamloze vennootschap', 'Société anonyme', 'Aktiengesellschaft', 'Public limited company'],
    '610': ['Besloten vennootschap', 'Société à responsabilité limitée', 'Gesellschaft mit beschränkter Haftung', 'Private limited company'],
    '716': ['Coöperatieve vennootschap', 'Société coopérative', 'Genossenschaft', 'Cooperative company'],
    '017': ['Vereniging zonder winstoogmerk', 'Association sans but lucratif', 'Vereinigung ohne Gewinnerzielungsabsicht', 'Non-profit association'],
    '411': ['Stad / gemeente', 'Ville / commune', 'Stadt / Gemeinde', 'City / municipality'],
    '412': ['Openbaar centrum voor maatschappelijk welzijn', 'Centre public d’action sociale', 'Öffentliches Sozialhilfezentrum', 'Public social welfare centre'],
  },
  JuridicalSituation: { '000': ['Normale toestand', 'Situation normale', 'Normaler Zustand', 'Normal situation'] },
  Language: {
    '0': ['Onbekend', 'Inconnu', 'Unbekannt', 'Unknown'],
    '1': ['Frans', 'Français', 'Französisch', 'French'],
    '2': ['Nederlands', 'Néerlandais', 'Niederländisch', 'Dutch'],
    '3': ['Duits', 'Allemand', 'Deutsch', 'German'],
    '4': ['Engels', 'Anglais', 'Englisch', 'English'],
  },
  TypeOfAddress: {
    REGO: ['Zetel', 'Siège', 'Sitz', 'Registered office'],
    BAET: ['Vestigingseenheid', "Unité d'établissement", 'Niederlassungseinheit', 'Establishment unit'],
  },
  TypeOfDenomination: {
    '001': ['Naam', 'Dénomination', 'Name', 'Name'],
    '002': ['Afkorting', 'Abréviation', 'Abkürzung', 'Abbreviation'],
    '003': ['Commerciële naam', 'Dénomination commerciale', 'Handelsname', 'Trade name'],
  },
  TypeOfEnterprise: {
    '1': ['Natuurlijk persoon', 'Personne physique', 'Natürliche Person', 'Natural person'],
    '2': ['Rechtspersoon', 'Personne morale', 'Juristische Person', 'Legal person'],
  },
}; // prettier-ignore

/** Activities by the first four figures of their NACE-BEL code. */
const activities: Readonly<Record<string, Words>> = {
  '1071': ['Vervaardiging van brood en gebak', 'Fabrication de pain et de pâtisserie', 'Herstellung von Backwaren', 'Bread and pastry'],
  '1013': ['Verwerking van vlees', 'Transformation de viande', 'Fleischverarbeitung', 'Meat processing'],
  '1623': ['Timmerwerk', 'Charpentes et menuiseries', 'Zimmererarbeiten', 'Builders’ carpentry'],
  '1812': ['Drukken', 'Imprimerie', 'Drucken', 'Printing'],
  '2511': ['Metalen constructies', 'Structures métalliques', 'Stahlbau', 'Metal structures'],
  '4120': ['Bouw van gebouwen', 'Construction de bâtiments', 'Bau von Gebäuden', 'Construction of buildings'],
  '4321': ['Elektrische installatie', 'Installation électrique', 'Elektroinstallation', 'Electrical installation'],
  '4339': ['Afwerking van gebouwen', 'Travaux de finition', 'Ausbau', 'Building completion'],
  '4711': ['Supermarkten', 'Supermarchés', 'Supermärkte', 'Supermarkets'],
  '4771': ['Detailhandel in kleding', "Commerce de détail d'habillement", 'Bekleidungseinzelhandel', 'Clothing shops'],
  '4941': ['Goederenvervoer over de weg', 'Transport routier de fret', 'Güterbeförderung im Straßenverkehr', 'Road freight'],
  '5510': ['Hotels', 'Hôtels', 'Hotels', 'Hotels'],
  '5611': ['Restaurants', 'Restaurants', 'Restaurants', 'Restaurants'],
  '6210': ['Programmeren', 'Programmation', 'Programmierung', 'Programming'],
  '6920': ['Boekhouding', 'Comptabilité', 'Buchführung', 'Bookkeeping'],
  '7022': ['Bedrijfsadvies', 'Conseil aux entreprises', 'Unternehmensberatung', 'Business consultancy'],
  '8121': ['Schoonmaak van gebouwen', 'Nettoyage de bâtiments', 'Gebäudereinigung', 'Cleaning of buildings'],
  '8411': ['Openbaar bestuur', 'Administration publique', 'Öffentliche Verwaltung', 'Public administration'],
  '8710': ['Rusthuizen met verpleging', 'Maisons de repos et de soins', 'Pflegeheime', 'Nursing homes'],
  '8891': ['Kinderopvang', "Accueil d'enfants", 'Kinderbetreuung', 'Child day care'],
  '9621': ['Kappers', 'Coiffeurs', 'Friseure', 'Hairdressers'],
}; // prettier-ignore

export const naceVersions = ['2003', '2008', '2025'] as const;
/** Every code of five figures that the generator uses. */
export const naceCodes: readonly string[] = Object.keys(activities).flatMap((four) =>
  ['0', '1', '2'].map((last) => four + last),
);

/** The rows of `code.csv`. */
export function* codeRows(): Generator<
  readonly [category: string, code: string, language: string, description: string]
> {
  const told = function* (category: string, code: string, [nl, fr, de, en]: Words) {
    for (const [language, words] of [
      ['DE', de],
      ['EN', en],
      ['FR', fr],
      ['NL', nl],
    ] as const)
      // prettier-ignore
      yield [category, code, language, words] as const;
  };
  for (const [category, codes] of Object.entries(known))
    for (const [code, words] of Object.entries(codes)) yield* told(category, code, words);
  for (const version of naceVersions)
    for (const code of naceCodes) yield* told(`Nace${version}`, code, activities[code.slice(0, 4)]!);
}
