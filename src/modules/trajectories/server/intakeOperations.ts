import { command, mayOn, query } from '#platform/server/operation.ts';
import { EditConflict, invalid, notFound } from '#platform/server/errors.ts';
import { addPerson, findByEmail, readPeople } from '#platform/server/people.ts';
import { addTimelineEntry, closeTask, openTask } from '#platform/server/registries.ts';
import { giveGrant, makeLink, withdrawGrantOn } from '#modules/access/index.server.ts';
import { config } from '#platform/server/config.ts';
import { GuideInput, IntakeInput, RemoveGuideInput, StaffInformedInput, TrajectoryInput } from '../inputs.ts';
import { blocking } from '../rules/findings.ts';
import { checkStaffInformed, emptyIntake, mergeIntakes, reviewIntake, type Intake } from '../rules/intake.ts';
import { intakeOrigins } from '../rules/intakeOrigins.ts';
import { may } from '../rules/states.ts';
import { insist, moveOn, readFacts } from './facts.ts';
import { trajectoryHandle } from './handle.ts';
import {
  addGuideRow,
  addStaffInformed,
  closeIntake,
  endGuideRow,
  guidesElsewhere,
  readCandidates,
  readEnterpriseFacts,
  readGuides,
  readIntakeHistory,
  readIntakeRow,
  readStaffInformed,
  writeIntake,
} from './intakeStore.ts';
import { partsVersion, readParts } from './partStore.ts';
import { placeOf } from './place.ts';

const intakeLink = (trajectory: string) => `/trajectories/${trajectory}/intake`;

/** Everything of the intake page: what is known, what still misses, who guides, which parts, how staff were told. */
export const readIntake = query({
  name: 'trajectories.readIntake',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, today, actor, beyond }) {
    const { row, versions } = await readIntakeHistory(db, trajectory.id);
    const facts = await readFacts(db, trajectory, today);
    const guides = await readGuides(db, trajectory.id);
    const mayManage = mayOn(actor, 'trajectory.manage', trajectory);
    const candidates = mayManage ? await readCandidates(db, trajectory.provider) : [];
    const people = await readPeople(db, [
      ...[...guides, ...candidates].map((one) => one.person),
      ...versions.flatMap(({ by }) => by ?? []),
    ]);
    const intake = row?.content ?? emptyIntake;
    return {
      trajectory: { id: trajectory.id, enterpriseName: trajectory.enterpriseName, state: facts.state },
      enterprise: await beyond('who guides one trajectory reads of its enterprise what the intake begins with', () =>
        readEnterpriseFacts(db, trajectory.enterprise),
      ),
      intake,
      version: row?.version ?? 0,
      origins: [...intakeOrigins(versions)].map(([path, answers]) => ({
        path,
        answers: answers.map(({ by, ...answer }) => ({ ...answer, by: by && (people.get(by)?.name ?? '—') })),
      })),
      findings: reviewIntake(intake, { today }),
      guides: guides.map((guide) => ({
        ...guide,
        name: people.get(guide.person)?.name ?? '',
        phone: people.get(guide.person)?.phone,
      })),
      candidates: candidates
        .map(({ person }) => ({ person, name: people.get(person)?.name ?? '' }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      parts: await readParts(db, trajectory.id),
      partsVersion: await partsVersion(db, trajectory.id),
      staffInformed: await readStaffInformed(db, trajectory.id),
      today,
      mayChange: mayOn(actor, 'trajectory.guide', trajectory),
      mayManage,
      may: {
        recordIntake: may('recordIntake', facts),
        completeIntake: may('completeIntake', facts),
        addGuide: may('addGuide', facts),
        removeGuide: may('removeGuide', facts),
        addPart: may('addPart', facts),
        recordStaffInformed: may('recordStaffInformed', facts),
      },
    };
  },
});

export const saveIntake = command({
  name: 'trajectories.saveIntake',
  input: IntakeInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']!, version: 0 }),
  audit: (input) => ({
    subject: { kind: 'trajectory', id: input.trajectory },
    fields: Object.keys(input).filter((field) => !['trajectory', 'version'].includes(field)),
  }),
  async run({ trajectory, input, db, today, actor, now: at }) {
    await insist(db, trajectory, 'recordIntake', today);
    const { trajectory: _id, version, ...content } = input;
    const saved = { by: actor.kind === 'person' ? actor.id : null, at };
    const typed: Intake = { ...emptyIntake, ...content };
    const missingIn = (intake: Intake) => ({ missing: blocking(reviewIntake(intake, { today })).length });
    if (await writeIntake(db, trajectory.id, typed, version, saved)) return missingIn(typed);
    // Somebody saved meanwhile. What only one of the two filled in is kept; the same field with two answers is shown.
    const current = (await readIntakeRow(db, trajectory.id))!;
    const { merged, conflicts } = mergeIntakes(typed, current.content);
    if (conflicts.length > 0) throw new EditConflict({ ...current.content, version: current.version }, conflicts);
    if (!(await writeIntake(db, trajectory.id, merged, current.version, saved)))
      throw new EditConflict(current.content, []);
    return missingIn(merged);
  },
});

/** The intake is done: eligibility can be decided. */
export const completeIntake = command({
  name: 'trajectories.completeIntake',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory']! }),
  audit: (input) => ({ subject: { kind: 'trajectory', id: input.trajectory } }),
  async run({ trajectory, db, today, now }) {
    const facts = await insist(db, trajectory, 'completeIntake', today);
    await closeIntake(db, trajectory.id, now);
    await moveOn(db, trajectory, 'completeIntake', facts);
    const place = placeOf(trajectory);
    const { content } = (await readIntakeRow(db, trajectory.id))!;
    await addTimelineEntry(db, place, {
      kind: 'intake',
      day: content.on ?? today,
      textKey: 'trajectories:timeline.intakeDone',
      link: intakeLink(trajectory.id),
    });
    await closeTask(db, 'trajectories.intake', trajectory.id);
    await openTask(db, place, {
      kind: 'eligibility.decide',
      subject: trajectory.id,
      roles: ['provider_member'],
      due: today,
      textKey: 'trajectories:task.decideEligibility',
      parameters: { enterprise: trajectory.enterpriseName },
      link: `/trajectories/${trajectory.id}/eligibility`,
    });
    return { state: 'eligibility' };
  },
});

/** Adds a guide: a colleague of the provider, or a consultant from outside who is invited by mail. */
export const addGuide = command({
  name: 'trajectories.addGuide',
  input: GuideInput,
  on: trajectoryHandle,
  needs: 'trajectory.manage',
  example: (world) => ({
    trajectory: world['trajectory']!,
    personId: world['consultant']!,
    capacity: 'consultant',
    since: '2026-11-02',
  }),
  async run({ trajectory, input, db, today, now, effects, beyond }) {
    await insist(db, trajectory, 'addGuide', today);
    const known = input.personId ?? (await findByEmail(db, input.email!));
    if (input.personId && !(await readPeople(db, [input.personId])).has(input.personId))
      throw invalid('personId', 'error.choice');
    const person =
      known ??
      (await addPerson(
        db,
        { name: input.name!, email: input.email!, ...(input.phone ? { phone: input.phone } : {}) },
        'nl',
      ));
    await addGuideRow(db, trajectory.id, { person, capacity: input.capacity, since: input.since });
    await beyond('who guides may see the enterprise; the caller chooses guides but gives no roles by hand', () =>
      giveGrant(db, {
        person,
        role: 'consultant',
        scope: 'enterprise',
        id: trajectory.enterprise,
        programme: trajectory.programme,
      }),
    );
    await addTimelineEntry(db, placeOf(trajectory), {
      kind: 'guide',
      day: input.since,
      textKey: 'trajectories:timeline.guideAdded',
      parameters: { guidePerson: person, capacity: input.capacity },
    });
    if (!known) {
      const secret = await makeLink(
        db,
        { purpose: 'invitation', person, minutes: 14 * 24 * 60, programme: trajectory.programme },
        now,
      );
      await effects.mail({
        to: person,
        template: 'access.invitation',
        locale: 'nl',
        secrets: { link: `${config().publicUrl}/sign-in/${secret}` },
      });
    }
    return { person };
  },
  audit: (input, result) => ({
    subject: { kind: 'trajectory', id: input.trajectory },
    fields: ['guide'],
    details: { guide: result.person, capacity: input.capacity },
  }),
});

/** Ends somebody's guiding. Without another trajectory of the same enterprise, they no longer see the enterprise either. */
export const removeGuide = command({
  name: 'trajectories.removeGuide',
  input: RemoveGuideInput,
  on: trajectoryHandle,
  needs: 'trajectory.manage',
  example: (world) => ({
    trajectory: world['trajectory']!,
    guideId: '00000000-0000-7000-8000-000000000000',
    until: '2026-11-02',
  }),
  audit: (input) => ({
    subject: { kind: 'trajectory', id: input.trajectory },
    fields: ['guide'],
    details: { guide: input.guideId },
  }),
  async run({ trajectory, input, db, now, today, beyond }) {
    await insist(db, trajectory, 'removeGuide', today);
    const guide = await endGuideRow(db, trajectory.id, input.guideId, input.until);
    if (!guide) throw notFound();
    await beyond(
      'who no longer guides loses the sight that guiding gave; roles are not the caller’s to give',
      async () => {
        if (await guidesElsewhere(db, trajectory.enterprise, guide.person)) return;
        const { person } = guide;
        await withdrawGrantOn(db, { person, role: 'consultant', scope: 'enterprise', id: trajectory.enterprise }, now);
      },
    );
    return { ended: true };
  },
});

/** How and when staff were told: a note that stays as it was made. */
export const recordStaffInformed = command({
  name: 'trajectories.recordStaffInformed',
  input: StaffInformedInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({
    trajectory: world['trajectory']!,
    moment: 'start',
    on: '2026-10-05',
    ways: ['meeting'],
    by: 'De zaakvoerder',
    representatives: 'none',
    words: 'Op de ploegvergadering.',
  }),
  audit: (input) => ({
    subject: { kind: 'trajectory', id: input.trajectory },
    fields: ['moment', 'on', 'ways', 'by', 'representatives', 'words'],
    details: { moment: input.moment },
  }),
  async run({ trajectory, input, db, today }) {
    await insist(db, trajectory, 'recordStaffInformed', today);
    const { trajectory: _id, ...note } = input;
    const [first] = blocking(checkStaffInformed(note, { today }));
    if (first) throw invalid(first.path, `trajectories.office:${first.key}`, first.params);
    const id = await addStaffInformed(db, trajectory.id, note);
    await addTimelineEntry(db, placeOf(trajectory), {
      kind: 'staff_informed',
      day: note.on,
      textKey: 'trajectories:timeline.staffInformed',
      parameters: { moment: note.moment },
      link: intakeLink(trajectory.id),
    });
    return { id };
  },
});
