import type { FormAnswer } from '#shared/formAnswer.ts';
import type { PlanOfApproach } from '../rules/plan.ts';
import type { PlanView } from '../rules/planView.ts';
import { formFrom, formOf, withEmptyRow, type PlanForm, type PlanSection } from './planForm.ts';

/** What the editor begins with: the saved plan, a draft, or what was typed in a form that was not accepted. */
export interface EditedPlan {
  readonly form: PlanForm;
  /** The version that the form began with: what others saved since is merged with it. */
  readonly version: number;
  /** The plan behind the form, to name its rows by. */
  readonly plan: PlanOfApproach;
  readonly errors: Readonly<Record<string, string>>;
  readonly conflicts: readonly { path: string; mine: unknown; theirs: unknown; take?: string }[];
  readonly by?: string;
  readonly at?: Date;
}

/** The state that a conflict brings along (`PlanConflictState` of the server). */
interface Current {
  readonly version: number;
  readonly plan: PlanOfApproach;
  readonly by: string;
  readonly at: Date;
}

const plain = (view: PlanView): EditedPlan => ({
  form: formOf(view.plan),
  version: view.version,
  plan: view.plan,
  errors: {},
  conflicts: [],
});

/** Where the editor begins, from the page's address and the answer to the last form. */
export function editedPlan(view: PlanView, answer: FormAnswer | null, address: URLSearchParams): EditedPlan {
  if (answer?.code === 'edit_conflict' && answer.current) {
    const { version, plan, by, at } = answer.current as Current;
    return { form: formOf(plan), version, plan, errors: {}, conflicts: answer.conflicts ?? [], by, at };
  }
  if (answer && answer.values.plan !== undefined)
    return {
      ...plain(view),
      form: formFrom(answer.values.plan),
      version: Number(answer.values.version) || 0,
      errors: answer.errors,
      conflicts: choicesIn(answer.values.choices),
    };
  if (address.get('draft') === 'take' && view.draft)
    return { ...plain(view), form: formFrom(view.draft.plan), version: view.draft.version };
  const add = address.get('add');
  const row = address.get('row');
  const edited = plain(view);
  if (!row || !isSection(add) || !/^[\w-]{1,40}$/u.test(row) || hasRow(edited.form, row)) return edited;
  return { ...edited, form: withEmptyRow(edited.form, add, row, address.get('goal') ?? '') };
}

const isSection = (value: string | null): value is PlanSection =>
  value === 'needs' || value === 'goals' || value === 'actions';
const hasRow = (form: PlanForm, id: string) =>
  [...form.needs, ...form.goals, ...form.actions].some((row) => row.id === id);

/** The conflicts of a form in which not every choice was made: they travel with it. */
function choicesIn(values: unknown): EditedPlan['conflicts'] {
  const rows = (typeof values === 'object' && values !== null ? Object.values(values) : []) as Record<
    string,
    unknown
  >[];
  return rows.flatMap((row) =>
    typeof row.path === 'string'
      ? [
          {
            path: row.path,
            mine: fromJson(row.mine),
            theirs: fromJson(row.theirs),
            ...(typeof row.take === 'string' ? { take: row.take } : {}),
          },
        ]
      : [],
  );
}

function fromJson(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
