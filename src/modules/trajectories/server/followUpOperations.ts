import { command, mayOn, query } from '#platform/server/operation.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { config } from '#platform/server/config.ts';
import { InvalidInput, notFound, notNow } from '#platform/server/errors.ts';
import { readPeople } from '#platform/server/people.ts';
import { addTimelineEntry, closeTask, openTask } from '#platform/server/registries.ts';
import { addDays, dayInBrussels } from '#shared/dates.ts';
import { dayText, readableParameters } from '#shared/dayText.ts';
import { RecordFollowUpInput, RemindFollowUpInput } from '../followUpInputs.ts';
import { TrajectoryInput } from '../inputs.ts';
import { blocking } from '../rules/findings.ts';
import { checkFollowUp, earlyDays, momentStanding, reminderDue } from '../rules/followUps.ts';
import type { FollowUpView } from '../rules/followUpView.ts';
import { may } from '../rules/states.ts';
import { readActionPlanRow, readGuideIds } from './actionPlanStore.ts';
import { readActionPlanDocument, type ActionPlanDocumentRow } from './actionPlanWords.ts';
import './closingMails.ts';
import { mailEnterprise } from './closingLetters.ts';
import { insist, moveOn, readFacts } from './facts.ts';
import { followUpLink, nextFollowUpTask, openFollowUpTask } from './followUpPlanning.ts';
import { listFollowUps, markReminded, recordMoment } from './followUpStore.ts';
import { trajectoryHandle } from './handle.ts';
import { placeOf } from './place.ts';
import { personOf } from './reader.ts';

const noPlan = { practices: [], next: [] } as const;

async function readSealed(db: Db, trajectory: string): Promise<ActionPlanDocumentRow | undefined> {
  const row = await readActionPlanRow(db, trajectory);
  return row?.state === 'sealed' && row.document !== null
    ? readActionPlanDocument(db, trajectory, row.document)
    : undefined;
}

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
          ? { on: row.doneOn, by: (row.by && people.get(row.by)?.name) || '—', record: row.content }
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
    const sealed = await readSealed(db, trajectory.id);
    const { trajectory: _id, months, on, ...record } = input;
    const found = blocking(
      checkFollowUp(
        { ...record, on },
        {
          today,
          due: moment.due,
          sealedOn: sealed?.sealedAt ? dayInBrussels(sealed.sealedAt) : moment.due,
          plan: sealed?.content.actionPlan ?? noPlan,
        },
      ),
    );
    if (found.length > 0)
      throw new InvalidInput(
        found.map(({ path, key, params }) => ({
          path,
          textKey: `trajectories:${key}`,
          parameters: readableParameters(params, actor.locale),
        })),
      );
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
    if (record.help !== '' && record.help !== 'none')
      await openTask(db, place, {
        kind: 'trajectories.helpWanted',
        subject: moment.id,
        roles: ['provider_member', 'consultant'],
        textKey: 'trajectories:followUp.helpTask',
        parameters: { help: record.help, months },
        link: followUpLink(trajectory.id),
      });
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

/**
 * Reminds the enterprise and its guides of a moment, 14 days before and on the day, once each; on any other day nothing
 * happens. The daily job calls it for every moment that comes near.
 */
export const remindFollowUp = command({
  name: 'trajectories.remindFollowUp',
  input: RemindFollowUpInput,
  on: trajectoryHandle,
  needs: 'trajectory.guide',
  example: (world) => ({ trajectory: world['trajectory.follow_up'] ?? world['trajectory']!, months: 3 }),
  async run({ trajectory, input, db, now, today, beyond, effects }) {
    const moment = (await listFollowUps(db, trajectory.id)).find(({ months }) => months === input.months);
    if (!moment) throw notFound();
    const day = trajectory.state === 'follow_up' ? reminderDue(moment, today) : null;
    if (day === null || !(await markReminded(db, moment.id, day))) return { reminded: false, letters: 0 };
    await openFollowUpTask(db, trajectory, moment);
    const link = `${config().publicUrl}${followUpLink(trajectory.id)}`;
    const { enterpriseLocale, enterpriseName: enterprise } = trajectory;
    const letters = await mailEnterprise({ db, now, beyond, effects }, trajectory, {
      template: 'trajectories.followUp',
      parameters: { day: dayText(moment.due, enterpriseLocale), months: moment.months },
      secrets: { link },
    });
    const guides = await readPeople(db, await readGuideIds(db, trajectory.id));
    for (const guide of guides.values())
      if (guide.email && !guide.erased)
        await effects.mail({
          to: guide.id,
          template: 'trajectories.followUpGuide',
          locale: guide.locale,
          parameters: { day: dayText(moment.due, guide.locale), months: moment.months },
          secrets: { enterprise, link },
        });
    return { reminded: true, letters };
  },
  audit: (input, result) => ({ details: { months: input.months, ...result } }),
});
