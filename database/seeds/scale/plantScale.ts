import sql from 'sql-template-tag';
import { sealAudit } from '#platform/server/audit.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { newId, withRepeatableIds } from '#platform/server/ids.ts';
import { findByEmail } from '#platform/server/people.ts';
import { saltedHash } from '#platform/server/sealing.ts';
import type { Cast } from '../cast.ts';
import { people } from '../people.ts';
import { exampleRun } from '../programme.ts';
import { openFiller, type Filler } from '#platform/server/database/bulk.ts';
import { copyOf } from './copying.ts';
import { scaleNumber } from './numbers.ts';
import { drawStaff, keyColumns, personColumns, personLines, type Staff } from './office.ts';
import { livePrototypes, type Prototype } from './prototypes.ts';
import { randomFrom, type Random } from './random.ts';
import { record, tablesOfCases, type Recording, type TableShape } from './recording.ts';
import { leadsPerTrajectory, type LeadStanding, type Standing } from './shares.ts';
import { mailbox, personName, placeName } from './words.ts';

/** From one seed comes one programme. */
const seed = 20_231_001;
/** A programme of this size began earlier than the example does. */
const begins = '2023-01-01';
const copiesABatch = 250;

/** How many cases are lived through the operations; all others are copies of them. */
const prototypesFor = (trajectories: number) =>
  Math.min(trajectories, Math.max(24, Math.min(200, Math.round(trajectories / 50))));

/** By how many days a copy may lie earlier than the case it is copied from, and still stand where it stands. */
const play: Partial<Record<Standing | LeadStanding, number>> = { completed: 600, stopped: 600, declined: 600, withdrawn: 600, follow_up: 60, guidance: 20, taken: 15, new: 4 }; // prettier-ignore

/**
 * Makes the example programme a large one, with `trajectories` of them more. Some hundred cases are lived through the operations, on drawn
 * enterprises; the others are copies of those with their own enterprise, people, days and ids, so that every page finds what it would find.
 * The trail says of each copy that it was planted.
 */
export async function plantScale(
  databaseUrl: string,
  trajectories: number,
  say: (line: string) => void,
): Promise<void> {
  const random = randomFrom(seed);
  const prototypes = await withRepeatableIds(new Date(`${exampleRun.from}T09:00:00Z`), async () => {
    const cast = await asSystem('write', (db) => enlarge(db, trajectories));
    return livePrototypes(cast, random, prototypesFor(trajectories), (done, of) => {
      if (done % 50 === 0 || done === of) say(`${done} of ${of} cases lived through`);
    });
  });
  const fillers = [await openFiller(databaseUrl), await openFiller(databaseUrl)] as const;
  try {
    await plantCopies(fillers, random, prototypes, trajectories, say);
    say('sealing the trail, counting for the planner');
    await asSystem('write', (db) => db.run(sql`update mails set state = 'kept' where state = 'queued'`));
    while ((await asSystem('write', (db) => sealAudit(db))) > 0);
    await fillers[0].client.query('reset role');
    await fillers[0].client.query('vacuum (analyze)');
  } finally {
    await Promise.all(fillers.map((filler) => filler.end()));
  }
}

const asSystem = <Result>(mode: 'read' | 'write', work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction(mode, async (db) => {
    await enterScope(db, { actor: 'system:seed', system: true });
    return work(db);
  });

/** Lets the programme begin earlier and aim higher; gives who and what the example knows. */
async function enlarge(db: Db, trajectories: number): Promise<Cast> {
  const { id } = await db.one<{ id: string }>(sql`update programmes set starts_on = ${begins} returning id`);
  await db.run(
    sql`update lots set target = greatest(target, round(target * ${trajectories}::numeric / (select sum(target) from lots))::int)`,
  );
  await db.run(sql`update programmes set target = (select sum(target) from lots)`);
  const lots = await db.many<{ number: number; id: string }>(sql`select number, id from lots`);
  const providers = await db.many<{ code: string; id: string }>(sql`select code, id from providers`);
  const cast = new Map<string, string>();
  for (const { key, email } of people) cast.set(key, (await findByEmail(db, email))!);
  return {
    programme: id,
    lots: new Map(lots.map((lot) => [lot.number, lot.id])),
    providers: new Map(providers.map((provider) => [provider.code, provider.id])),
    people: cast,
  };
}

async function plantCopies(
  fillers: readonly Filler[],
  random: Random,
  prototypes: readonly Prototype[],
  trajectories: number,
  say: (line: string) => void,
): Promise<void> {
  const first = fillers[0]!;
  const { client } = first;
  const tables = await tablesOfCases(client);
  const recordings: Recording[] = [];
  for (const prototype of prototypes) recordings.push(await record(client, tables, prototype));
  const { rows } = await client.query<{ programme: string; fund: string; member: string | null }>(
    `select p.programme_id as programme, p.id as fund, (select g.person_id from grants g where g.scope_id = p.id and g.role = 'provider_member' order by g.id limit 1) as member from providers p order by p.code`,
  );
  const programme = rows[0]!.programme;
  const plan = await planCopies(client, random, recordings, trajectories);
  const funds = rows.map(({ fund, member }) => ({
    id: fund,
    member: member ?? undefined,
    cases: plan.filter((planned) => planned.fund === fund).length,
  }));
  const { staff, lines } = drawStaff(random, trajectories, funds, newId);
  await first.plant(
    new Map([
      ['people', { columns: personColumns, lines: lines.people }],
      ['person_keys', { columns: keyColumns, lines: lines.keys }],
      [
        'grants',
        {
          columns: ['id', 'person_id', 'role', 'scope', 'scope_id', 'programme_id'],
          lines: lines.members.map(({ person, fund }) =>
            [newId(), person, 'provider_member', 'provider', fund, programme].join('\t'),
          ),
        },
      ],
    ]),
  );
  const copyist = new Copyist(random, staff, tables, programme, prototypes.length + 1);
  let next = 0;
  let done = 0;
  await Promise.all(
    fillers.map(async (filler) => {
      while (next < plan.length) {
        const batch = plan.slice(next, (next += copiesABatch));
        await filler.plant(copyist.batch(batch));
        done += batch.length;
        if (Math.floor(done / 5000) > Math.floor((done - batch.length) / 5000))
          say(`${done} of ${plan.length} copies planted`);
      }
    }),
  );
}

interface Planned {
  readonly recording: Recording;
  readonly fund: string;
  readonly earlier: number;
  /** The day on which it begins, counted from 1970: copies are planted in that order, so that ids and indexes grow at their end. */
  readonly begins: number;
}

async function planCopies(
  client: Filler['client'],
  random: Random,
  recordings: readonly Recording[],
  trajectories: number,
): Promise<Planned[]> {
  const { rows } = await client.query<{ id: string; fund: string }>('select id, provider_id as fund from enterprises');
  const funds = new Map(rows.map(({ id, fund }) => [id, fund]));
  const some = (kept: boolean, amount: number): Planned[] => {
    const from = recordings.filter(({ prototype }) => prototype.isTrajectory === kept);
    return Array.from({ length: Math.max(0, amount - from.length) }, () => {
      const recording = random.pick(from);
      const earlier = random.whole(0, play[recording.prototype.standing] ?? 8);
      const first = Math.min(...recording.slots.flatMap((slot) => (slot.kind === 'day' ? [slot.day] : [])));
      return { recording, fund: funds.get(recording.prototype.enterprise)!, earlier, begins: first - earlier };
    });
  };
  return [...some(true, trajectories), ...some(false, Math.round(trajectories * leadsPerTrajectory))].sort(
    (one, other) => one.begins - other.begins,
  );
}

/** Makes the lines of many copies. */
class Copyist {
  private readonly random: Random;
  private readonly staff: Staff;
  private readonly tables: readonly TableShape[];
  private readonly programme: string;
  private sequence: number;
  private given = 0;

  constructor(random: Random, staff: Staff, tables: readonly TableShape[], programme: string, firstNumber: number) {
    this.random = random;
    this.staff = staff;
    this.tables = tables;
    this.programme = programme;
    this.sequence = firstNumber;
  }

  batch(planned: readonly Planned[]) {
    const lines = new Map<string, string[]>(
      ['people', 'person_keys', ...this.tables.map(({ name }) => name), 'audit_entries'].map((table) => [table, []]),
    );
    const now = new Date().toISOString();
    for (const { recording, fund, earlier, begins } of planned) this.copy(recording, fund, earlier, begins, now, lines);
    const columns = new Map<string, readonly string[]>([
      ['people', personColumns],
      ['person_keys', keyColumns],
      ...this.tables.map((table) => [table.name, table.columns] as const),
      ['audit_entries', ['id', 'at', 'operation', 'actor_kind', 'subject_kind', 'subject_id', 'programme_id', 'provider_id', 'enterprise_id', 'details', 'digest']], // prettier-ignore
    ]);
    return new Map([...lines].map(([table, made]) => [table, { columns: columns.get(table)!, lines: made }]));
  }

  private copy(
    recording: Recording,
    fund: string,
    earlier: number,
    begins: number,
    now: string,
    lines: ReadonlyMap<string, string[]>,
  ): void {
    const { random, staff } = this;
    const sequence = this.sequence++;
    const base = this.given;
    this.given += recording.ids + 2;
    const moment = Math.max(0, begins * 86_400_000 + 1)
      .toString(16)
      .padStart(12, '0');
    const id = (ordinal: number) =>
      `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-${(base + ordinal).toString(16).padStart(12, '0')}`;
    const contact = { id: id(recording.ids), name: personName(random) };
    const enterprise = `${recording.prototype.name.split(' ')[0]} ${placeName(random)}`;
    const { person, key } = personLines(
      contact.id,
      contact.name,
      `${mailbox(contact.name, sequence)}@house.example.org`,
    );
    lines.get('people')!.push(person);
    lines.get('person_keys')!.push(key);
    const members = staff.members.get(fund)!;
    copyOf(
      recording,
      {
        earlier,
        name: enterprise,
        number: scaleNumber(sequence),
        municipality: placeName(random),
        contact,
        consultant: staff.consultant(random),
        member: members[Math.floor(members.length * random.next() ** 1.1)] ?? recording.prototype.member!,
        id,
      },
      (table, line) => lines.get(table)!.push(line),
    );
    const digest = saltedHash(JSON.stringify([recording.prototype.number, sequence]));
    lines.get('audit_entries')!.push(
      [id(recording.ids + 1), now, 'seed.plantCase', 'system', 'enterprise', id(recording.enterprise), this.programme, fund, id(recording.enterprise), JSON.stringify({ standing: recording.prototype.standing }), digest].join('\t'), // prettier-ignore
    );
  }
}
