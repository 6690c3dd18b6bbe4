import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sql from 'sql-template-tag';
import {
  generatePublication,
  importRegister,
  naceCodes,
  type GivenEnterprise,
} from '#modules/register/index.server.ts';
import { sectorOfNace } from '#modules/register/index.ts';
import { enterScope, inTransaction } from '#platform/server/database/pool.ts';
import { programme } from './programme.ts';

/** So many invented enterprises around those of the example: enough to search among, small enough not to wait for. */
const enterprises = 500;
const legalForms = { enterprise: '610', social_profit: '017', local_authority: '411' } as const;

/** Nobody asked for help with it: a visitor of the example can try the form with it. */
const unknown: GivenEnterprise = {
  number: '0190090009',
  name: 'Bakkerij De Proefvraag',
  zip: '9140',
  municipality: 'Temse',
  legalForm: legalForms.enterprise,
  nace: '10711',
  startsOn: '2011-03-01',
};

interface Row {
  readonly number: string;
  readonly name: string;
  readonly municipality: string | null;
  readonly kind: keyof typeof legalForms;
  readonly sector: string | null;
}

/** Fills the register with the enterprises of the example and others around them, through the import that everybody uses. */
export async function plantRegister(databaseUrl: string): Promise<void> {
  const rows = await inTransaction('read', async (db) => {
    await enterScope(db, { actor: 'system:seed', system: true });
    return db.many<Row>(
      sql`select number, name, municipality, organisation_kind as kind, sector_code as sector from enterprises order by number`,
    );
  });
  const given = [...rows.filter(({ number }) => number !== unknown.number).map(asGiven), unknown];
  const folder = await mkdtemp(path.join(tmpdir(), 'krachtlijn-register-'));
  try {
    const place = path.join(folder, 'KboOpenData_0001_2026_11_Full.zip');
    await generatePublication({
      place,
      enterprises,
      seed: 1,
      number: 1,
      snapshotOn: '2026-11-01',
      given,
      activities: 0.5,
    });
    await importRegister({ databaseUrl, place, anyway: false, now: () => new Date() });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function asGiven({ number, name, municipality, kind, sector }: Row): GivenEnterprise {
  const [, zip = '', place = municipality ?? 'Gent'] = /^(\d{4}) (.+)$/.exec(municipality ?? '') ?? [];
  const sectors = programme.sectors.map(({ id }) => id);
  const nace = naceCodes.find((code) => sectorOfNace(code, sectors) === sector) ?? '70220';
  return { number, name, zip, municipality: place, legalForm: legalForms[kind], nace, startsOn: '2008-05-15' };
}
