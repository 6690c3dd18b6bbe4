import sql from 'sql-template-tag';
import type { Db } from '#platform/server/database/pool.ts';
import { newId } from '#platform/server/ids.ts';
import { openTask } from '#platform/server/registries.ts';
import type { PlainDate } from '#shared/dates.ts';
import { addGuideRow } from './intakeStore.ts';

export interface NewTrajectory {
  readonly programme: string;
  readonly lot: string;
  readonly provider: string;
  readonly enterprise: string;
  readonly enterpriseName: string;
  readonly lead: string | null;
  /** Code and version of the programme's definition: the trajectory stays on it. */
  readonly definitionVersion: string;
  readonly on: PlainDate;
  readonly guide: { readonly person: string; readonly capacity: 'consultant' | 'sector_consultant' };
}

/** Begins a trajectory at its intake, with its first guide and its first task; gives its id. Whoever calls has made sure that none runs yet. */
export async function startTrajectory(db: Db, start: NewTrajectory): Promise<string> {
  const id = newId();
  const { programme, lot, provider, enterprise } = start;
  await db.run(sql`insert into trajectories (id, programme_id, lot_id, provider_id, enterprise_id, lead_id, state, definition_version, started_on)
    values (${id}, ${programme}, ${lot}, ${provider}, ${enterprise}, ${start.lead}, 'intake', ${start.definitionVersion}, ${start.on})`);
  await addGuideRow(db, id, { ...start.guide, since: start.on });
  const place = { programme, lot, provider, enterprise, trajectory: id };
  await openTask(db, place, {
    kind: 'trajectories.intake',
    subject: id,
    roles: ['consultant', 'provider_member'],
    textKey: 'trajectories:task.intake',
    parameters: { enterprise: start.enterpriseName },
    link: `/trajectories/${id}/intake`,
  });
  return id;
}
