import type { CareKind } from '#modules/enterprises/index.ts';

/**
 * Which sector of the programme an activity points to, by the first figures of its NACE-BEL code of 2025; the longest that
 * fits counts. A hint: whoever fills in the form decides. The ids are those of the example programme; a programme that does
 * not know one gets no hint. Source: the titles of NACE Rev. 2.1, read beside the sectors of the programme.
 */
const sectors: Readonly<Record<string, string>> = {
  '01': 'farming',
  '0113': 'horticulture',
  '0119': 'horticulture',
  '013': 'horticulture',
  '02': 'forestry',
  '10': 'food_production',
  '101': 'butcher',
  '107': 'bakery',
  '11': 'food_production',
  '13': 'textile',
  '14': 'textile',
  '15': 'textile',
  '162': 'joinery',
  '17': 'paper',
  '18': 'printing',
  '20': 'chemistry',
  '21': 'chemistry',
  '22': 'plastics',
  '24': 'metal',
  '25': 'metal',
  '26': 'machines',
  '27': 'machines',
  '28': 'machines',
  '29': 'machines',
  '30': 'machines',
  '31': 'furniture',
  '321': 'jewellery',
  '33': 'machines',
  '38': 'recycling',
  '41': 'construction',
  '42': 'construction',
  '43': 'construction',
  '4321': 'electricity',
  '4322': 'plumbing',
  '433': 'finishing',
  '4332': 'joinery',
  '4341': 'roofing',
  '46': 'wholesale',
  '4682': 'metal_trade',
  '47': 'shop',
  '4711': 'supermarket',
  '4712': 'department_store',
  '4773': 'pharmacy',
  '4777': 'jewellery',
  '478': 'garage',
  '493': 'passenger',
  '4941': 'transport',
  '4942': 'removals',
  '5231': 'forwarding',
  '55': 'hospitality',
  '56': 'hospitality',
  '59': 'audiovisual',
  '5914': 'cinema',
  '60': 'audiovisual',
  '62': 'it',
  '63': 'it',
  '68': 'real_estate',
  '6910': 'lawyer',
  '6920': 'accountant',
  '70': 'consultancy',
  '7111': 'architect',
  '75': 'vet',
  '782': 'temp_work',
  '80': 'security',
  '812': 'cleaning',
  '813': 'horticulture',
  '8411': 'local_authority',
  '86': 'health',
  '871': 'elderly_care',
  '873': 'elderly_care',
  '872': 'youth_disability',
  '8810': 'home_care',
  '8891': 'childcare',
  '8899': 'welfare',
  '90': 'theatre',
  '91': 'socio_cultural',
  '93': 'socio_cultural',
  '94': 'association',
  '953': 'garage',
  '9621': 'hairdresser',
  '9622': 'hairdresser',
  '9630': 'funeral',
};

const care: Readonly<Record<string, CareKind>> = {
  '8891': 'childcare',
  '8810': 'home_care',
  '871': 'elderly_care',
  '873': 'elderly_care',
};

function longest<Value>(table: Readonly<Record<string, Value>>, code: string): Value | null {
  for (let length = code.length; length >= 2; length--) {
    const found = table[code.slice(0, length)];
    if (found !== undefined) return found;
  }
  return null;
}

/** @param known the ids of the sectors of the programme */
export function sectorOfNace(code: string, known: readonly string[]): string | null {
  const sector = longest(sectors, code);
  return sector !== null && known.includes(sector) ? sector : null;
}

/** The care service of a local authority that an activity points to. */
export const careOfNace = (code: string): CareKind | null => longest(care, code);
