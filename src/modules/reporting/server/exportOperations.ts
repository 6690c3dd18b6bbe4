import { actorId, grantsFor } from '#platform/server/actor.ts';
import { columnOf, type Column } from '#platform/server/exports/columns.ts';
import { stream } from '#platform/server/exports/stream.ts';
import { nothing } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { codeLabel } from '#modules/programmes/index.ts';
import { textFor } from '#platform/text/index.ts';
import { EnterpriseFilter, SessionFilter, TrajectoryFilter } from '../listInputs.ts';
import type { Stage } from '../rules/codes.ts';
import { texts } from '../text/index.ts';
import {
  enterpriseLines,
  sessionLines,
  trajectoryLines,
  type EnterpriseLine,
  type SessionLine,
  type TrajectoryLine,
} from './exportStore.ts';
import { findWords, narrowed } from './listStore.ts';
import './permissions.ts';
import { reachOf } from './reach.ts';

const column = columnOf(texts);

const stage = {
  ...column('code', 'column.stage'),
  words: (code, locale) => textFor(texts, locale)(`stage.${code as Stage}`),
} as const satisfies Column;

/** The enterprises in the caller's sight, by name, as the list shows them. */
export const exportEnterprises = stream({
  name: 'reporting.exportEnterprises',
  input: EnterpriseFilter,
  on: nothing,
  needs: 'enterprise.read',
  example: () => ({}),
  file: 'enterprises',
  columns: {
    id: column('text', 'export.id'),
    number: column('text', 'column.number'),
    name: column('text', 'column.enterprise'),
    municipality: column('text', 'column.municipality'),
    kind: column('code', 'export.kind'),
    sector: column('code', 'export.sector'),
    workers: column('whole', 'export.workers'),
    lot: column('whole', 'column.lot'),
    provider: column('text', 'column.provider'),
    stage,
    started: column('day', 'column.started'),
  },
  async *run({ db, actor, input, readInPieces }) {
    const reach = await narrowed(db, reachOf(grantsFor(actor, 'enterprise.read')));
    for await (const lines of readInPieces<EnterpriseLine>(
      enterpriseLines(reach, input, await findWords(db, input.words)),
    ))
      for (const line of lines) yield { ...line, number: formatEnterpriseNumber(line.number) };
  },
});

/** The trajectories in the caller's sight, as their list shows them. */
export const exportTrajectories = stream({
  name: 'reporting.exportTrajectories',
  input: TrajectoryFilter,
  on: nothing,
  needs: 'trajectory.read',
  example: () => ({}),
  file: 'trajectories',
  columns: {
    id: column('text', 'export.id'),
    number: column('text', 'column.number'),
    enterprise: column('text', 'column.enterprise'),
    lot: column('whole', 'column.lot'),
    provider: column('text', 'column.provider'),
    stage,
    started: column('day', 'column.started'),
    granted: column('day', 'export.granted'),
    sessions: column('whole', 'export.sessions'),
    hours: column('decimal', 'export.hours'),
  },
  async *run({ db, actor, input, readInPieces }) {
    const reach = await narrowed(db, reachOf(grantsFor(actor, 'trajectory.read')));
    for await (const lines of readInPieces<TrajectoryLine>(
      trajectoryLines(reach, input, actorId(actor) ?? null, await findWords(db, input.words)),
    ))
      for (const line of lines) yield { ...line, number: formatEnterpriseNumber(line.number) };
  },
});

/** The sessions of guidance in the caller's sight, the newest first. */
export const exportSessions = stream({
  name: 'reporting.exportSessions',
  input: SessionFilter,
  on: nothing,
  needs: 'trajectory.read',
  example: () => ({}),
  file: 'sessions',
  columns: {
    id: column('text', 'export.id'),
    trajectory: column('text', 'export.trajectory'),
    number: column('text', 'column.number'),
    enterprise: column('text', 'column.enterprise'),
    lot: column('whole', 'column.lot'),
    provider: column('text', 'column.provider'),
    day: column('day', 'export.day'),
    hours: column('decimal', 'export.hours'),
    people: column('whole', 'export.people'),
    theme: {
      ...column('code', 'export.theme'),
      words: (code, locale) => codeLabel('sessionThemes', code, locale),
    },
    guide: column('text', 'export.guide'),
  },
  async *run({ db, actor, input, readInPieces }) {
    const reach = await narrowed(db, reachOf(grantsFor(actor, 'trajectory.read')));
    for await (const lines of readInPieces<SessionLine>(sessionLines(reach, input, actorId(actor) ?? null))) {
      // Names are sealed person by person: opened for one piece at a time, and forgotten with it.
      const people = await readPeople(db, [...new Set(lines.map((line) => line.guidePerson))]);
      for (const { guidePerson, ...line } of lines) {
        const number = formatEnterpriseNumber(line.number);
        yield { ...line, number, guide: people.get(guidePerson)?.name ?? null };
      }
    }
  },
});
