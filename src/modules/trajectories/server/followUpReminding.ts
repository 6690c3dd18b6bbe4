import { config } from '#platform/server/config.ts';
import { notFound } from '#platform/server/errors.ts';
import { command } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { dayText } from '#shared/dayText.ts';
import { RemindFollowUpInput } from '../followUpInputs.ts';
import { reminderDue } from '../rules/followUps.ts';
import { readGuideIds } from './actionPlanStore.ts';
import './closingMails.ts';
import { mailEnterprise } from './closingLetters.ts';
import { followUpLink, openFollowUpTask } from './followUpPlanning.ts';
import { listFollowUps, markReminded } from './followUpStore.ts';
import { trajectoryHandle } from './handle.ts';

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
