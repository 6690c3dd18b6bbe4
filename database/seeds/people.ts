import type { SeedPerson } from './shape.ts';

type Grant = SeedPerson['grants'][number];

const person = (key: string, name: string, house: string, grants: readonly Grant[], phone?: string): SeedPerson => ({
  key,
  name,
  email: `${key}@${house}.example.org`,
  locale: 'nl',
  grants,
  ...(phone === undefined ? {} : { phone }),
});

const programme = (role: Grant['role']): Grant => ({ role, scope: 'programme' });
const coordinates = (lot: number): Grant => ({ role: 'lot_coordinator', scope: 'lot', of: lot });
const worksFor = (fund: string): Grant => ({ role: 'provider_member', scope: 'provider', of: fund });

/** Everybody in the office. All invented: first names that everyone knows, surnames from the map of nowhere. */
export const people: readonly SeedPerson[] = [
  person('sofie', 'Sofie Sterrebeke', 'wse', [programme('programme_manager')], '02 555 01 01'),
  person('hanne', 'Hanne Leyepoorte', 'universiteit', [programme('evaluator')]),
  person('luc', 'Luc Tellersveld', 'toezicht', [programme('auditor')]),

  person('bram', 'Bram Kastelhof', 'constructiv', [coordinates(1), worksFor('constructiv')], '02 555 10 01'),
  person('nele', 'Nele Zonnewinde', 'alimento', [coordinates(2), worksFor('alimento')], '02 555 20 01'),
  person('pieter', 'Pieter Boekewei', 'liberform', [coordinates(3), worksFor('liberform')], '02 555 30 01'),
  person('amina', 'Amina Lindenpad', 'vivo', [coordinates(4), worksFor('vivo')], '02 555 40 01'),
  person('koen', 'Koen Meersdijck', 'unizo', [coordinates(5), worksFor('unizo')], '02 555 50 01'),

  person('wim', 'Wim Vonkenbosch', 'volta', [worksFor('volta')]),
  person('inge', 'Inge Eikentak', 'woodwize', [worksFor('woodwize')], '0470 00 01 12'),
  person('youssef', 'Youssef Radermolen', 'educam', [worksFor('educam')]),
  person('ruben', 'Ruben Daelkamper', 'alimento', [worksFor('alimento')], '0470 00 01 21'),
  person('greet', 'Greet Spinnewielen', 'cobot', [worksFor('cobot')]),
  person('tom', 'Tom IJzerwaarde', 'mtechplus', [worksFor('mtechplus')]),
  person('an', 'An Letterzetel', 'grafoc', [worksFor('grafoc')]),
  person('dirk', 'Dirk Kartonnier', 'paperpackskills', [worksFor('paperpackskills')]),
  person('fatima', 'Fatima Kolvenier', 'covalent', [worksFor('covalent')]),
  person('noa', 'Noa Glinsterpoort', 'diamantnijverheid', [worksFor('diamantnijverheid')]),
  person('els', 'Els Pennenveer', 'liberform', [worksFor('liberform')]),
  person('jonas', 'Jonas Beeldemaker', 'mediarte', [worksFor('mediarte')]),
  person('veerle', 'Veerle Gevelhuis', 'fonds323', [worksFor('fonds323')]),
  person('lander', 'Lander Coulissen', 'podiumkunsten', [worksFor('podiumkunsten')]),
  person('mieke', 'Mieke Zorgenvrij', 'vivo', [worksFor('vivo')]),
  person('stijn', 'Stijn Raadhuyse', 'diverscity', [worksFor('diverscity')]),
  person('bart', 'Bart Tapperij', 'horecavlaanderen', [worksFor('horecavlaanderen')]),
  person('sara', 'Sara Winkelhaeck', 'pmo', [worksFor('pmo')]),

  // Consultants see the trajectories that they guide: those grants come with the guides of each case.
  person('lotte', 'Lotte Molenwiek', 'consulenten', [], '0470 00 02 01'),
  person('karim', 'Karim Bruggelinck', 'consulenten', []),
  person('griet', 'Griet Halvemaene', 'consulenten', []),
];
