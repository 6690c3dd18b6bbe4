import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { command, mayOn, query } from '#platform/server/operation.ts';
import { EditConflict, InvalidInput, invalid, notFound } from '#platform/server/errors.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry, changeTimelineEntry, closeTask } from '#platform/server/registries.ts';
import { codeIds } from '#modules/programmes/index.ts';
import type { PlainDate } from '#shared/dates.ts';
import { readableParameters } from '#shared/dayText.ts';
import { mergeEdits, sameJson, takeMine, type Json } from '#shared/mergeEdits.ts';
import { TrajectoryInput } from '../inputs.ts';
import { CorrectRecordedSessionInput, RecordSessionInput, type SessionFields } from '../sessionInputs.ts';
import { blocking } from '../rules/findings.ts';
import { hoursPlannedBy } from '../rules/plan.ts';
import { checkSession, hoursLeft, hoursPerGuide } from '../rules/sessions.ts';
import type { SessionDefaults, SessionsView } from '../rules/sessionView.ts';
import { may } from '../rules/states.ts';
import { insist, readFacts } from './facts.ts';
import { trajectoryHandle, type TrajectoryHandle } from './handle.ts';
import { isOffice, personOf } from './reader.ts';
import {
  addSession,
  changeSession,
  listGuides,
  listParts,
  listSessions,
  listStruck,
  readPlanOfSessions,
  readSession,
  readSessionVersion,
  type SessionContent,
  type SessionRow,
} from './sessionStore.ts';

const nothingPlanned = { actions: [] };

/** All sessions of a trajectory, the hours beside the plan, and what a new one begins with. */
export const readSessions = query({
  name: 'trajectories.readSessions',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today }): Promise<SessionsView> {
    const sessions = await listSessions(db, trajectory.id);
    const plan = await readPlanOfSessions(db, trajectory.id);
    const agreed = plan?.approved ? plan.content : nothingPlanned;
    const struck = await listStruck(db, trajectory.id);
    const people = await readPeople(db, [
      ...[...sessions, ...struck].map(({ guideId }) => guideId),
      ...struck.map(({ struckBy }) => struckBy),
    ]);
    const office = isOffice(actor, trajectory);
    const name = (id: string) => people.get(id)?.name ?? '—';
    const facts = await readFacts(db, trajectory, today);
    return {
      sessions: sessions.map((session) => ({ ...session, guideName: name(session.guideId) })),
      struck: struck.map(({ struckAt, struckBy, strikeReason, ...session }) => ({
        ...session,
        guideName: name(session.guideId),
        struck: { at: struckAt, by: name(struckBy), reason: office ? strikeReason : '' },
      })),
      hours: { ...hoursLeft(agreed, sessions), pace: hoursPlannedBy(agreed, today) },
      perGuide: hoursPerGuide(sessions).map(({ guideId, hours }) => ({ name: name(guideId), hours })),
      defaults: await defaultsOf(db, trajectory, actor, today, sessions),
      writes: mayOn(actor, 'trajectory.guide', trajectory),
      may: {
        record: may('recordSession', facts),
        correct: may('correctSession', facts),
        strike: may('strikeSession', facts),
      },
    };
  },
});

/** What a new session begins with: the reader, the people of last time, the themes of the plan. */
export async function defaultsOf(
  db: Db,
  trajectory: TrajectoryHandle,
  actor: Actor,
  today: PlainDate,
  sessions: readonly SessionRow[],
): Promise<SessionDefaults> {
  const guides = (await listGuides(db, trajectory.id)).filter(({ until }) => until === null || until >= today);
  const people = await readPeople(
    db,
    guides.map(({ id }) => id),
  );
  const plan = await readPlanOfSessions(db, trajectory.id);
  const me = actor.kind === 'person' ? actor.id : '';
  const known = codeIds('sessionThemes') as readonly string[];
  const planned = (plan?.content.needs ?? []).map(({ theme }) => theme).filter((theme) => known.includes(theme));
  return {
    on: today,
    people: sessions[0]?.people ?? null,
    guideId: guides.some(({ id }) => id === me) ? me : guides.length === 1 ? guides[0]!.id : null,
    themes: [...new Set(planned)],
    guides: guides.map(({ id }) => ({ id, name: people.get(id)?.name ?? '—' })),
    parts: await listParts(db, trajectory.id),
  };
}

const kind = 'trajectories.session';
/** Where a session stands on its page. */
export const sessionLink = (trajectory: string, session: string) =>
  `/trajectories/${trajectory}/sessions#session-${session}`;
const told = ({ hours, people, theme, guideId }: SessionContent) => ({ hours, people, theme, guidePerson: guideId });

/** Records a session in the timeline and in the hours. */
export const recordSession = command({
  name: 'trajectories.recordSession',
  input: RecordSessionInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({
    trajectory: world['trajectory']!,
    on: '2024-01-15',
    hours: 2,
    people: 4,
    theme: 'competence_matrix',
    guideId: world['consultant']!,
    sure: true,
  }),
  async run({ trajectory, input, db, actor, now, today }) {
    await insist(db, trajectory, 'recordSession', today);
    const content = contentOf(input);
    await examine(db, trajectory, content, { today, actor, sure: input.sure });
    const id = await addSession(db, trajectory.id, content, { by: personOf(actor), at: now });
    await addTimelineEntry(db, trajectory, {
      kind,
      day: content.on,
      textKey: 'trajectories:session.event.recorded',
      parameters: told(content),
      link: sessionLink(trajectory.id, id),
    });
    await closeTask(db, 'trajectories.firstSession', trajectory.id);
    return { session: id };
  },
  audit: (input, result) => ({
    subject: { kind: 'session', id: result.session },
    fields: ['on', 'hours', 'people', 'theme', 'notes', 'guideId', 'part'],
    details: { hours: input.hours, theme: input.theme },
  }),
});

/** Corrects a session. What it was stays on record with the reason; its line in the timeline follows. */
export const correctSession = command({
  name: 'trajectories.correctSession',
  input: CorrectRecordedSessionInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({
    trajectory: world['trajectory']!,
    session: '00000000-0000-7000-8000-000000000000',
    version: 1,
    on: '2024-01-15',
    hours: 2,
    people: 4,
    theme: 'competence_matrix',
    guideId: world['consultant']!,
    reason: 'Verkeerde dag.',
  }),
  async run({ trajectory, input, db, actor, now, today }) {
    await insist(db, trajectory, 'correctSession', today);
    const row = await readSession(db, trajectory.id, input.session);
    if (!row) throw notFound();
    const content = await merged(db, row, input.version, contentOf(input));
    const fields = (Object.keys(content) as (keyof SessionContent)[]).filter((key) => content[key] !== row[key]);
    if (fields.length === 0) return { session: row.id, version: row.version, fields };
    await examine(db, trajectory, content, { today, actor, sure: input.sure, id: row.id });
    const change = { by: personOf(actor), at: now, reason: input.reason };
    const version = await changeSession(db, trajectory.id, row, content, change);
    await changeTimelineEntry(db, {
      kind,
      link: sessionLink(trajectory.id, row.id),
      day: content.on,
      parameters: told(content),
    });
    return { session: row.id, version, fields };
  },
  audit: (_input, result) => ({
    subject: { kind: 'session', id: result.session },
    fields: result.fields,
    details: { version: result.version },
  }),
});

const contentOf = ({ on, hours, people, theme, notes, guideId, part }: SessionFields): SessionContent => ({
  on,
  hours,
  people,
  theme,
  notes,
  guideId,
  part: part ?? null,
});

/**
 * One's own correction, merged with what somebody else corrected meanwhile.
 * @throws EditConflict with the merged session, one's own values standing, so that saving again keeps them knowingly.
 */
async function merged(db: Db, row: SessionRow, version: number, mine: SessionContent): Promise<SessionContent> {
  const { id: _id, version: _version, ...theirs } = row;
  if (version === row.version) return mine;
  const base = (await readSessionVersion(db, row.id, version)) ?? theirs;
  const { merged: both, conflicts } = mergeEdits(base, mine, theirs);
  if (conflicts.length === 0) return both;
  throw new EditConflict({ version: row.version, session: conflicts.reduce(takeMine, both) }, conflicts);
}

/** Refuses what cannot be; asks once about what is odd (the same session twice, a very long day). */
async function examine(
  db: Db,
  trajectory: TrajectoryHandle,
  content: SessionContent,
  { today, actor, sure, id }: { today: PlainDate; actor: Actor; sure: boolean; id?: string },
): Promise<void> {
  const { part } = content;
  if (part !== null && !(await listParts(db, trajectory.id)).some((one) => one.id === part))
    throw invalid('part', 'error.choice');
  const guides = (await listGuides(db, trajectory.id)).filter(({ until }) => until === null || until >= content.on);
  const recorded = await listSessions(db, trajectory.id);
  const before = recorded.find((one) => one.id === id);
  const found = checkSession(id ? { ...content, id } : content, {
    today,
    agreedOn: trajectory.grantedOn,
    // Who guided then may stay on a session that is corrected, also when they have left since.
    guideIds: [...guides.map((guide) => guide.id), ...(before ? [before.guideId] : [])],
    themes: codeIds('sessionThemes'),
    recorded,
  });
  const say = (finding: (typeof found)[number], path: string) => ({
    path,
    textKey: `trajectories.office:${finding.key}`,
    parameters: readableParameters(finding.params, actor.locale),
  });
  const wrong = blocking(found);
  if (wrong.length > 0) throw new InvalidInput(wrong.map((finding) => say(finding, finding.path)));
  if (found[0] && !sure && !(before && sameOddness(before, content))) throw new InvalidInput([say(found[0], 'sure')]);
}

/** A correction of only the notes or the people asks nothing again about the day and the hours. */
const sameOddness = (before: SessionContent, after: SessionContent): boolean =>
  sameJson(
    [before.on, before.hours, before.theme, before.guideId] as Json,
    [after.on, after.hours, after.theme, after.guideId] as Json,
  );
