import sql from 'sql-template-tag';
import '#modules/operations.server.ts';
import { giveGrant } from '#modules/access/index.server.ts';
import { checkDigits } from '#modules/enterprises/index.ts';
import { currentScan, levels } from '#modules/maturity/index.ts';
import { addProgramme, readProgramme, type Programme } from '#modules/programmes/index.server.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { Refusal } from '#platform/server/errors.ts';
import { allOperations } from '#platform/server/operation.ts';
import { addPerson } from '#platform/server/people.ts';
import type { Role, ScopeKind } from '#platform/server/permissions.ts';
import { requestHelp } from './operations.ts';
import type { RequestReceived } from './requestOperations.ts';

/** A Wednesday; three working days later it is Monday. */
export const today = '2026-11-18';
export const monday = '2026-11-23';
export const at = (day = today, hour = 10): { now: Date } => ({
  now: new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`),
});
export const as = (person: string) => ({ locale: 'nl', as: person }) as const;

export const inSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });

/** The refusal of something that must not succeed. */
export async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const caught = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof Refusal)) throw new Error(`it should have been refused, but: ${String(caught)}`);
  return caught;
}

let sequence = 70_000;
/** A number that fits, of a series that the register does not give out. */
export function newNumber(): string {
  sequence += 1;
  const firstEight = String(1_900_000 + sequence).padStart(8, '0');
  return firstEight + checkDigits(firstEight);
}

/** What somebody types on the form; a bakery of 14 people unless a test says otherwise. */
export function request(change: Record<string, unknown> = {}) {
  const number = (change['number'] as string | undefined) ?? newNumber();
  return {
    number,
    name: 'Bakkerij De Proefkorst',
    organisationKind: 'enterprise',
    sector: 'bakery',
    workers: '14',
    municipality: '9140 Temse',
    contactName: 'Nadia Proefkorst',
    email: `nadia.${number}@proefkorst.example.org`,
    phone: '0470 12 34 56',
    wantsCall: 'on',
    consent: 'on',
    message: 'Ik wil niet elke keer zelf inspringen.',
    ...change,
  };
}

let visitor = 0;
/** Sends the form, from an address of its own. */
export function ask(change: Record<string, unknown> = {}, options: { now?: Date; idempotencyKey?: string } = at()) {
  visitor += 1;
  const credentials = { locale: 'nl', address: `192.0.2.${visitor}` } as const;
  return requestHelp.call(credentials, request(change), options) as Promise<RequestReceived>;
}

export interface World {
  readonly programme: Programme;
  readonly provider: (code: string) => Programme['providers'][number];
  /** Sector consultants of three funds, coordinators of two lots, the programme, and somebody who only looks. */
  readonly people: Readonly<
    Record<
      'alimento' | 'colleague' | 'cobot' | 'unizo' | 'coordinator2' | 'coordinator5' | 'manager' | 'auditor',
      string
    >
  >;
}

export async function plantWorld(): Promise<World> {
  return inSystem(async (db) => {
    const programme =
      (await readProgramme(db)) ??
      (await addProgramme(db, competentiechecks2023, { from: '2026-01-01', until: '2027-12-31', example: true }));
    const provider = (code: string) => programme.providers.find((one) => one.code === code)!;
    const lot = (number: number) => programme.lots.find((one) => one.number === number)!.id;
    const person = async (name: string, role: Role, scope: ScopeKind, id: string) => {
      const added = await addPerson(db, { name, phone: '02 555 00 00' }, 'nl');
      await giveGrant(db, { person: added, role, scope, id, programme: programme.id });
      return added;
    };
    const member = (name: string, code: string) => person(name, 'provider_member', 'provider', provider(code).id);
    return {
      programme,
      provider,
      people: {
        alimento: await member('Ann Proef', 'alimento'),
        colleague: await member('Bea Proef', 'alimento'),
        cobot: await member('Cas Proef', 'cobot'),
        unizo: await member('Dirk Proef', 'unizo'),
        coordinator2: await person('Cor Proef', 'lot_coordinator', 'lot', lot(2)),
        coordinator5: await person('Elke Proef', 'lot_coordinator', 'lot', lot(5)),
        manager: await person('Sofie Proef', 'programme_manager', 'programme', programme.id),
        auditor: await person('Arne Proef', 'auditor', 'programme', programme.id),
      },
    };
  });
}

export interface TaskFound {
  readonly kind: string;
  readonly roles: readonly string[];
  readonly provider: string | null;
  readonly person: string | null;
  readonly due: string | null;
}

/** What waits around a lead. */
export const tasksOf = (lead: string): Promise<TaskFound[]> =>
  inSystem((db) =>
    db.many<TaskFound>(
      sql`select kind, roles, provider_id as provider, person_id as person, due from waiting_tasks where subject_id = ${lead} and done_at is null order by kind`,
    ),
  );

export interface LetterFound {
  readonly template: string;
  readonly parameters: Record<string, string>;
  readonly locale: string;
}

/** The letters to a person, the oldest first. */
export const lettersTo = (person: string): Promise<LetterFound[]> =>
  inSystem((db) =>
    db.many<LetterFound>(
      sql`select template, parameters, locale from mails where person_id = ${person} order by created_at, id`,
    ),
  );

export const leadRow = (lead: string) =>
  inSystem((db) =>
    db.one<{
      state: string;
      provider: string;
      lot: string;
      enterprise: string;
      contact: string;
      version: number;
      scan: string | null;
    }>(
      sql`select state, provider_id as provider, lot_id as lot, enterprise_id as enterprise, contact_id as contact, version, scan_id as scan from leads where id = ${lead}`,
    ),
  );

export const count = async (statement: ReturnType<typeof sql>): Promise<number> =>
  (await inSystem((db) => db.one<{ count: number }>(statement))).count;

/** The sentences on the timeline of an enterprise as somebody sees it, the newest first. */
export async function timeline(person: string, enterprise: string): Promise<string[]> {
  const read = allOperations().find(({ name }) => name === 'reporting.readEnterprise')!;
  const view = (await read.call(as(person), { enterprise }, at())) as { entries: readonly { text: string }[] };
  return view.entries.map(({ text }) => text);
}

/** Somebody fills in the scan; gives the secret of its link. */
export async function sentScan(name: string): Promise<string> {
  const send = allOperations().find((operation) => operation.name === 'maturity.sendScan')!;
  const statements = Object.fromEntries(currentScan.model.statements.map(({ id }) => [id, levels[1]!]));
  const about = { 'about.role': 'hr', 'about.workers': '10-19', 'about.workersExact': '14' };
  const input = { form: crypto.randomUUID(), name, answers: { ...about, ...statements } };
  const { secret } = (await send.call({ locale: 'nl', address: crypto.randomUUID() }, input, at())) as {
    secret: string;
  };
  return secret;
}
