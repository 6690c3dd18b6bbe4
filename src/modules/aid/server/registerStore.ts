import sql, { empty, type Sql } from 'sql-template-tag';
import type { PlainDate } from '#shared/dates.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { RegisterLine } from '../rules/registerView.ts';

export interface RegisterChoice {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly which: 'open' | 'all';
}

/** A line without what follows from the day on which one looks. */
export type RegisterRow = Omit<RegisterLine, 'due' | 'late'>;

/**
 * What our own programmes granted in a period, as it is now: the last line of each road. One that was released stands there only when it
 * had been entered, since then it has to be taken out.
 */
const standing = ({
  from,
  until,
}: RegisterChoice): Sql => sql`select e.id, e.enterprise_id as enterprise, e.number, n.name, e.granted_on as "grantedOn", e.regulation, coalesce(nullif(e.grantor, ''), g.name ->> 'nl') as grantor,
    e.amount_cents as "amountCents", e.recorded_at, e.programme_id, case when m.entry_id is not null then 'entered' when not x.before then 'new' when e.state = 'withdrawn' then 'released' else 'changed' end as standing
  from aid_entries e join enterprises n on n.id = e.enterprise_id join programmes g on g.id = e.programme_id left join aid_register_marks m on m.entry_id = e.id
    cross join lateral (select exists (select 1 from aid_entries b join aid_register_marks k on k.entry_id = b.id where b.trajectory_id = e.trajectory_id and b.id <> e.id) as before) x
  where e.trajectory_id is not null and e.regulation <> 'none' and e.granted_on between ${from} and ${until}
    and not exists (select 1 from aid_entries s where s.supersedes = e.id) and (e.state = 'counts' or x.before)`;

const open = ({ which }: RegisterChoice): Sql => (which === 'open' ? sql`where standing <> 'entered'` : empty);

export function registerPage(
  db: Db,
  choice: RegisterChoice,
  after: { readonly value: string; readonly id: string } | undefined,
  limit: number,
): Promise<RegisterRow[]> {
  const further = after ? sql`and (e.granted_on, e.id) > (${after.value}::date, ${after.id}::uuid)` : empty;
  return db.many(sql`select id, enterprise, number, name, "grantedOn", regulation, grantor, "amountCents", standing
    from (${standing(choice)} ${further}) r ${open(choice)} order by "grantedOn", id limit ${limit}`);
}

/** The same lines for a file, the oldest grant first. */
export const registerLines = (choice: RegisterChoice): Sql =>
  sql`select id, enterprise, number, name, "grantedOn", regulation, grantor, "amountCents", standing from (${standing(choice)}) r ${open(choice)} order by "grantedOn", id`;

/** How many wait, of how many the time is over (granted up to `lateUntil`, from the day on which the duty began), how many stand there. */
export function countRegister(
  db: Db,
  choice: RegisterChoice,
  late: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<{ open: number; late: number; entered: number }> {
  return db.one(sql`select count(*) filter (where standing <> 'entered')::int as open,
      count(*) filter (where standing = 'new' and "grantedOn" between ${late.from} and ${late.until})::int as late, count(*) filter (where standing = 'entered')::int as entered
    from (${standing(choice)}) r`);
}

/** Marks what stood there at a moment as entered; gives how many that were. Who marks at the same time marks the same lines once. */
export function markRegistered(
  db: Db,
  choice: RegisterChoice,
  mark: { readonly asOf: Date; readonly by: string | null; readonly at: Date },
): Promise<number> {
  return db.run(sql`insert into aid_register_marks (entry_id, programme_id, marked_by, marked_at)
    select id, programme_id, ${mark.by}, ${mark.at} from (${standing(choice)}) r where standing <> 'entered' and recorded_at <= ${mark.asOf} on conflict (entry_id) do nothing`);
}
