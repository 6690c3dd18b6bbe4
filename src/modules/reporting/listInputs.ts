import { z } from 'zod';
import { maybe, plainDate, text } from '#shared/inputs.ts';
import { stages } from './rules/codes.ts';
import { outcomes } from './rules/decisionList.ts';
import { taskGroups } from './rules/taskGroups.ts';
import { dueFilters, enterpriseOrders, lists, sizes, trajectoryOrders } from './rules/lists.ts';

/** A mangled part of an address is as if it were not there: a list is never a 404. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => maybe(schema).catch(undefined);
const after = z.string().max(400).optional().catch(undefined);
const code = lenient(
  z
    .string()
    .max(60)
    .regex(/^[a-z0-9_]+$/u),
);

const place = { lot: lenient(z.uuid()), provider: lenient(z.uuid()) };
const kind = { size: lenient(z.enum(sizes)), sector: code };
const days = { from: lenient(plainDate()), until: lenient(plainDate()) };

export const EnterpriseFilter = z.object({
  words: lenient(text(100)),
  stage: lenient(z.enum(stages)),
  ...place,
  ...kind,
  sort: lenient(z.enum(enterpriseOrders)),
});
export const ListEnterprisesInput = EnterpriseFilter.extend({ after });

export const TrajectoryFilter = z.object({
  words: lenient(text(100)),
  stage: lenient(z.enum(stages).exclude(['none'])),
  ...place,
  ...kind,
  ...days,
  /** Only those that the caller guides. */
  mine: lenient(z.enum(['yes'])),
  sort: lenient(z.enum(trajectoryOrders)),
});
export const ListTrajectoriesInput = TrajectoryFilter.extend({ after });

export const SessionFilter = z.object({
  ...place,
  ...days,
  theme: code,
  /** Of everybody in sight, or only those that the caller gave. */
  who: lenient(z.enum(['me', 'all'])),
});
export const ListSessionsInput = SessionFilter.extend({ after });

export const DecisionFilter = z.object({
  ...place,
  ...days,
  outcome: lenient(z.enum(outcomes)),
  /** The code of a reason that stands in the way or asks for something. */
  reason: lenient(z.string().regex(/^[a-zA-Z0-9]{1,40}$/u)),
});
export const ListDecisionsInput = DecisionFilter.extend({ after });

export const TaskFilter = z.object({ ...place, due: lenient(z.enum(dueFilters)), kind: lenient(z.enum(taskGroups)) });
export const ListTasksInput = TaskFilter.extend({ after });

const list = z.enum(lists, 'error.choice');
/** What stands behind the question mark of a list: names and values, no place in the list. */
const query = z
  .string('error.format')
  .max(1000, 'error.tooLong')
  .transform((typed) => {
    const named = [...new URLSearchParams(typed)].filter(([name]) => /^[a-z]{1,20}$/u.test(name) && name !== 'after');
    return new URLSearchParams(named).toString();
  });

export const ListViewsInput = z.object({ list });
export const SaveViewInput = z.object({ list, name: text(40), query });
export const RemoveViewInput = z.object({ view: z.uuid('error.choice'), back: query.default('') });
