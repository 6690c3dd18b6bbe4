import { command, mayOn, query } from '#platform/server/operation.ts';
import { notFound, notNow } from '#platform/server/errors.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry, closeTask } from '#platform/server/registries.ts';
import { addDays, dayInBrussels } from '#shared/dates.ts';
import { sameJson, type Json } from '#shared/mergeEdits.ts';
import { CorrectFollowUpInput, RecordFollowUpInput } from '../followUpInputs.ts';
import { TrajectoryInput } from '../inputs.ts';
import { earlyDays, momentStanding, type FollowUpRecord } from '../rules/followUps.ts';
import type { FollowUpView } from '../rules/followUpView.ts';
import { may } from '../rules/states.ts';
import { insist, moveOn, readFacts } from './facts.ts';
import { followUpLink, nextFollowUpTask } from './followUpPlanning.ts';
import { askForHelp, examine, noPlan, readSealed } from './followUpRecording.ts';
import { correctMoment, listFollowUps, recordMoment } from './followUpStore.ts';
import { trajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';
import { personOf } from './reader.ts';

/** The moments after sealing: when, how it went, and which one can be recorded now. */
export const readFollowUps = query({
  name: 'trajectories.readFollowUps',
  input: TrajectoryInput,
  on: trajectoryHandle,
  needs: 'trajectory.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, today }): Promise<FollowUpView> {
    const facts = await readFacts(db, trajectory, today);
    const sealed = await readSealed(db, trajectory.id);
    const rows = await listFollowUps(db, trajectory.id);
    const people = await readPeople(
      db,
      rows.flatMap(({ by }) => (by ? [by] : [])),
    );
    const moments = rows.map((row) => ({
      months: row.months,
      due: row.due,
      from: addDays(row.due, -earlyDays),
      standing: momentStanding(row, today),
      done:
        row.doneOn && row.content
          ? {
              on: row.doneOn,
              version: row.version,
              by: (row.by && people.get(row.by)?.name) || '—',
              record: row.content,
            }
          : null,
    }));
    return {
      state: facts.state,
      sealedOn: sealed?.sealedAt ? dayInBrussels(sealed.sealedAt) : null,
      checkCode: sealed?.checkCode ?? null,
      moments,
      recordable: moments.find(({ standing }) => standing === 'late' || standing === 'open')?.months ?? null,
      plan: sealed?.content.actionPlan ?? noPlan,
      records: mayOn(actor, 'trajectory.followUp', trajectory),
      may: may('recordFollowUp', facts),
      mayCorrect: may('correctFollowUp', facts),
      today,
    };
  },
});

/** Notes how it goes. The enterprise may do it by itself; after the last moment the trajectory is completed. */
export const recordFollowUp = command({
  name: 'trajectories.recordFollowUp',
  input: RecordFollowUpInput,
  on: trajectoryHandle,
  needs: 'trajectory.followUp',
  example: (world) => ({
    trajectory: world['trajectory.follow_up'] ?? world['trajectory']!,
    months: 3,
    on: '2026-11-02',
    reached: 'no',
    words: 'Driemaal gebeld.',
  }),
  async run({ trajectory, input, db, actor, today }) {
    const by = personOf(actor);
    const facts = await insist(db, trajectory, 'recordFollowUp', today);
    const moment = (await listFollowUps(db, trajectory.id)).find(({ months }) => months === input.months);
    if (!moment) throw notFound();
    if (moment.doneOn !== null) throw notNow('trajectories:followUp.doneAlready');
    const { trajectory: _id, months, on, ...record } = input;
    await examine(db, actor, trajectory.id, { ...record, on }, moment, today);
    if (!(await recordMoment(db, moment.id, { on, content: record, by })))
      throw notNow('trajectories:followUp.doneAlready');
    const place = placeOf(trajectory);
    await addTimelineEntry(db, place, {
      kind: 'trajectories.followUp',
      day: on,
      textKey: `trajectories:followUp.event.${record.reached === 'yes' ? 'recorded' : 'notReached'}`,
      parameters: {
        months,
        byPerson: by,
        alive: record.practices.filter(({ alive }) => alive === 'yes').length,
        practices: record.practices.length,
      },
      link: followUpLink(trajectory.id),
    });
    await askForHelp(db, trajectory, moment, record.help);
    await closeTask(db, 'trajectories.followUp', moment.id);
    await nextFollowUpTask(db, trajectory);
    const state = await moveOn(db, trajectory, 'recordFollowUp', facts);
    if (state === 'completed')
      await addTimelineEntry(db, place, {
        kind: 'trajectories.completed',
        day: today,
        textKey: 'trajectories:followUp.event.completed',
        link: followUpLink(trajectory.id),
      });
    return { state, reached: record.reached };
  },
  audit: (input, result) => ({
    fields: ['on', 'reached', 'practices', 'next', 'words', 'help'],
    details: { months: input.months, reached: result.reached, help: input.help, state: result.state },
  }),
});

/** Corrects what was noted. What it was stays on record with the reason; a wish for help follows the correction. */
export const correctFollowUp = command({
  name: 'trajectories.correctFollowUp',
  input: CorrectFollowUpInput,
  on: trajectoryHandle,
  needs: 'trajectory.followUp',
  example: (world) => ({
    trajectory: world['trajectory.follow_up'] ?? world['trajectory']!,
    months: 3,
    version: 1,
    on: '2026-11-02',
    reached: 'no',
    words: 'Driemaal gebeld.',
    reason: 'Verkeerde dag.',
  }),
  async run({ trajectory, input, db, actor, now, today }) {
    const by = personOf(actor);
    await insist(db, trajectory, 'correctFollowUp', today);
    const moment = (await listFollowUps(db, trajectory.id)).find(({ months }) => months === input.months);
    if (!moment?.content) throw notFound();
    const { trajectory: _id, months, on, version, reason, ...record } = input;
    const { content: before, doneOn } = moment;
    const changed = (Object.keys(record) as (keyof FollowUpRecord)[]).filter(
      (field) => !sameJson(before[field] as Json, record[field] as Json),
    );
    const fields = on === doneOn ? changed : ['on' as const, ...changed];
    if (version !== moment.version) throw notNow('trajectories:followUp.changedMeanwhile');
    if (fields.length === 0) return { version, fields };
    await examine(db, actor, trajectory.id, { ...record, on }, moment, today);
    if (!(await correctMoment(db, trajectory.id, moment, { on, content: record }, { by, at: now, reason })))
      throw notNow('trajectories:followUp.changedMeanwhile');
    await addTimelineEntry(db, placeOf(trajectory), {
      kind: 'trajectories.followUpCorrected',
      day: today,
      textKey: 'trajectories:followUp.event.corrected',
      parameters: { months, byPerson: by },
      link: followUpLink(trajectory.id),
    });
    if (fields.includes('help')) await askForHelp(db, trajectory, moment, record.help);
    return { version: version + 1, fields };
  },
  audit: (input, result) => ({
    fields: result.fields,
    details: { months: input.months, version: result.version },
  }),
});
