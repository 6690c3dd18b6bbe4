import sql, { raw } from 'sql-template-tag';
import { addContact } from '#modules/enterprises/index.server.ts';
import { claimScan } from '#modules/maturity/index.server.ts';
import { sendScan } from '#modules/maturity/server/operations.ts';
import {
  convertLead,
  declineLead,
  handOverLead,
  logContact,
  requestHelp,
  takeLead,
  withdrawLead,
} from '#modules/recruitment/server/operations.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { findByEmail, findOrAddPerson } from '#platform/server/people.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { addDays, type PlainDate } from '#shared/dates.ts';
import { momentOn, personOf, play, type Cast } from './cast.ts';
import { scanAnswers } from './scanAnswers.ts';
import type { SeedEnterprise, SeedLead, SeedScan } from './shape.ts';

const asSystem = <Result>(work: (db: Db) => Promise<Result>) =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:seed', system: true });
    return work(db);
  });

/** An enterprise asks for help and what its fund does with it, up to the state that the lead has. Gives the id of the lead. */
export async function replayLead(cast: Cast, seed: SeedLead): Promise<string> {
  const lead = await ask(cast, seed);
  const version = async () =>
    (await asSystem((db) => db.one<{ version: number }>(sql`select version from leads where id = ${lead}`))).version;
  let minutes = 60;
  const at = (day: PlainDate) => momentOn(day, (minutes += 5));
  const log = async ({ on, by, channel, words }: SeedLead['contacts'][number], nextContactOn?: PlainDate) =>
    play(
      logContact,
      { as: personOf(cast, by) },
      { lead, version: await version(), on, channel, words, nextContactOn },
      at(on),
    );
  const { handedOver } = seed;
  const early = seed.contacts.filter((contact) => handedOver && contact.on <= handedOver.on);
  const late = seed.contacts.filter((contact) => !early.includes(contact));
  if (handedOver) {
    const first = { as: personOf(cast, handedOver.by) };
    if (early[0]) await play(takeLead, first, { lead, version: await version() }, at(early[0].on));
    for (const contact of early) await log(contact);
    await play(
      handOverLead,
      first,
      { lead, version: await version(), providerId: cast.providers.get(seed.provider), words: handedOver.words },
      at(handedOver.on),
    );
  }
  const taker = seed.takenBy && personOf(cast, seed.takenBy);
  if (taker) {
    const on = late[0]?.on ?? addDays(handedOver?.on ?? seed.createdOn, 1);
    await play(takeLead, { as: taker }, { lead, version: await version() }, at(on));
  }
  for (const contact of late) await log(contact, contact === late.at(-1) ? seed.nextContactOn : undefined);
  const closedOn = addDays(seed.contacts.at(-1)?.on ?? seed.createdOn, 1);
  const closer = taker ?? personOf(cast, await memberOf(cast, seed.provider));
  if (seed.state === 'declined')
    await play(
      declineLead,
      { as: closer },
      { lead, version: await version(), reason: seed.declineReason, words: seed.declineWords ?? '' },
      at(closedOn),
    );
  if (seed.state === 'withdrawn')
    await play(
      withdrawLead,
      { as: closer },
      { lead, version: await version(), words: seed.declineWords ?? '' },
      at(closedOn),
    );
  return lead;
}

/** The sector consultant starts the trajectory. Gives its id. */
export async function startTrajectory(cast: Cast, seed: SeedLead, lead: string, on: PlainDate): Promise<string> {
  const { version } = await asSystem((db) =>
    db.one<{ version: number }>(sql`select version from leads where id = ${lead}`),
  );
  await play(convertLead, { as: personOf(cast, seed.takenBy!) }, { lead, version }, momentOn(on));
  const { id } = await asSystem((db) =>
    db.one<{ id: string }>(sql`select id from trajectories where lead_id = ${lead}`),
  );
  return id;
}

async function ask(cast: Cast, { enterprise, ...seed }: SeedLead): Promise<string> {
  const [main, ...others] = enterprise.contacts;
  await play(requestHelp, { address: enterprise.key }, requestOf(enterprise, seed), momentOn(seed.createdOn));
  return asSystem(async (db) => {
    const { id, lead, ...place } = await db.one<{
      id: string;
      lead: string;
      programme: string;
      lot: string | null;
      provider: string | null;
    }>(
      sql`select e.id, l.id as lead, e.programme_id as programme, e.lot_id as lot, e.provider_id as provider from enterprises e join leads l on l.enterprise_id = e.id where e.number = ${enterprise.number} order by l.created_at desc limit 1`,
    );
    await putAt(db, cast, id, seed.handedOver?.from ?? seed.provider, place);
    await db.run(
      sql`update leads set source = ${seed.source}, created_at = ${momentOn(seed.createdOn)} where id = ${lead}`,
    );
    await db.run(
      sql`update enterprises set joint_committees = ${JSON.stringify(enterprise.jointCommittees)}, locale = ${enterprise.locale} where id = ${id}`,
    );
    cast.people.set(main.key, (await findByEmail(db, main.email))!);
    for (const { key, capacity, name, email, phone } of others) {
      const person = await findOrAddPerson(db, { name, email, ...(phone ? { phone } : {}) }, enterprise.locale);
      await addContact(db, { ...place, id }, { person, capacity });
      cast.people.set(key, person);
    }
    return lead;
  });
}

/** The story may begin at another fund than the one that the sector leads to: the request is then laid there. */
async function putAt(
  db: Db,
  cast: Cast,
  enterprise: string,
  fund: string,
  place: { lot: string | null; provider: string | null },
): Promise<void> {
  const provider = cast.providers.get(fund)!;
  if (place.provider === provider) return;
  const { lot } = await db.one<{ lot: string }>(sql`select lot_id as lot from providers where id = ${provider}`);
  Object.assign(place, { lot, provider });
  await db.run(sql`update enterprises set lot_id = ${lot}, provider_id = ${provider} where id = ${enterprise}`);
  for (const table of ['leads', 'enterprise_people', 'timeline_entries', 'waiting_tasks'])
    await db.run(
      sql`update ${raw(table)} set lot_id = ${lot}, provider_id = ${provider} where enterprise_id = ${enterprise}`,
    );
}

function requestOf(enterprise: SeedEnterprise, seed: Omit<SeedLead, 'enterprise'>) {
  const [main] = enterprise.contacts;
  return {
    number: enterprise.number,
    name: enterprise.name,
    organisationKind: enterprise.organisationKind,
    careKind: enterprise.careKind,
    sector: enterprise.sector,
    lot: seed.lot,
    workers: enterprise.workers,
    municipality: enterprise.municipality,
    contactName: main.name,
    contactCapacity: main.capacity,
    email: main.email,
    phone: main.phone,
    wantsCall: seed.wantsCall && main.phone !== undefined,
    consent: true,
    message: seed.message ?? '',
    locale: enterprise.locale,
  };
}

async function memberOf(cast: Cast, provider: string): Promise<string> {
  const member = await asSystem((db) =>
    db.one<{ person: string }>(
      sql`select person_id as person from grants where scope_id = ${cast.providers.get(provider)} and role = 'provider_member' order by id limit 1`,
    ),
  );
  return [...cast.people].find(([, id]) => id === member.person)![0];
}

/** Somebody of the enterprise fills in the scan, and the enterprise takes it up. */
export async function replayScans(enterpriseNumber: string, scans: readonly SeedScan[]): Promise<void> {
  let series: string | undefined;
  for (const [index, scan] of scans.entries()) {
    const again = index > 0 && scan.by === scans[0]!.by;
    const { secret } = await play(
      sendScan,
      { address: `${enterpriseNumber}-${index}` },
      {
        form: `${enterpriseNumber.slice(0, 8)}-0000-4000-8000-${String(index).padStart(12, '0')}`,
        started: scan.on,
        answers: { 'about.role': scan.role, 'about.workers': '10-19', ...scanAnswers(scan.towards, scan.wobble) },
        ...(series ? { with: series, again } : {}),
      },
      momentOn(scan.on, 30),
    );
    series ??= secret.slice(0, 22);
    if (index > 0) continue;
    await asSystem(async (db) => {
      const place = await db.one<{ programme: string; lot: string; provider: string; enterprise: string }>(
        sql`select programme_id as programme, lot_id as lot, provider_id as provider, id as enterprise from enterprises where number = ${enterpriseNumber}`,
      );
      await claimScan(db, hashSecret(secret), place, momentOn(scan.on, 31));
    });
  }
}
