import type { FormAnswer } from '#shared/formAnswer.ts';
import type { ActionPlan } from '../rules/actionPlan.ts';
import type { ActionPlanView } from '../rules/actionPlanView.ts';

/** The fields as they stand on the page: texts only, so that whatever was typed survives. */
export interface ActionPlanFields {
  goals: { id: string; title: string; agreed: string; outcome: string; result: string; reason: string; why: string }[];
  practices: { id: string; what: string; embedding: string; owner: string; since: string }[];
  next: { id: string; what: string; owner: string; on: string }[];
  embedding: string;
}

export interface EditedActionPlan {
  readonly fields: ActionPlanFields;
  /** The version that the form began with: what others saved since is merged with it. */
  readonly version: number;
  readonly errors: Readonly<Record<string, string>>;
  readonly conflicts: readonly { path: string; mine: unknown; theirs: unknown; take?: string }[];
  readonly by?: string;
  readonly at?: Date;
  readonly voids: boolean;
}

const emptyPractice = { id: '', what: '', embedding: '', owner: '', since: '' };
const emptyStep = { id: '', what: '', owner: '', on: '' };

export function fieldsOf(actionPlan: ActionPlan): ActionPlanFields {
  return {
    goals: actionPlan.goals.map((goal) => ({ ...goal })),
    practices: actionPlan.practices.map((practice) => ({ ...practice, since: practice.since ?? '' })),
    next: actionPlan.next.map((step) => ({ ...step, on: step.on ?? '' })),
    embedding: actionPlan.embedding,
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const row = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const rows = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? value : Object.values(row(value))).map(row);

/** What was typed in a form that was not accepted, beside the agreed texts, which nobody types. */
function typedFields(values: Record<string, unknown>, actionPlan: ActionPlan): ActionPlanFields {
  const typed = row(values['actionPlan']);
  const goals = rows(typed['goals']);
  return {
    goals: actionPlan.goals.map(({ id, title, agreed }) => {
      const goal = goals.find((one) => one['id'] === id) ?? {};
      const { outcome, result, reason, why } = goal;
      return { id, title, agreed, outcome: text(outcome), result: text(result), reason: text(reason), why: text(why) };
    }),
    practices: rows(typed['practices']).map(({ id, what, embedding, owner, since }) => ({
      id: text(id),
      what: text(what),
      embedding: text(embedding),
      owner: text(owner),
      since: text(since),
    })),
    next: rows(typed['next']).map(({ id, what, owner, on }) => ({
      id: text(id),
      what: text(what),
      owner: text(owner),
      on: text(on),
    })),
    embedding: text(typed['embedding']),
  };
}

/** The state that a conflict brings along (`ActionPlanConflictState` of the server). */
interface Current {
  readonly version: number;
  readonly actionPlan: ActionPlan;
  readonly by: string;
  readonly at: Date;
}

/** Where the form begins: what is saved, what was typed, or what two people's edits were merged to. */
export function editedActionPlan(
  view: ActionPlanView,
  answer: FormAnswer | null,
  address: URLSearchParams,
): EditedActionPlan {
  if (answer?.code === 'edit_conflict' && answer.current) {
    const { version, actionPlan, by, at } = answer.current as Current;
    const conflicts = answer.conflicts ?? [];
    return { fields: fieldsOf(actionPlan), version, errors: {}, conflicts, by, at, voids: false };
  }
  if (answer?.values['actionPlan'] !== undefined) {
    const { values, errors } = answer;
    const version = Number(text(values['version'])) || 0;
    const conflicts = rows(values['choices']).map(({ path, mine, theirs, take }) => ({
      path: text(path),
      mine: fromJson(mine),
      theirs: fromJson(theirs),
      take: text(take),
    }));
    const voids = values['voids'] === 'on';
    return { fields: typedFields(values, view.actionPlan), version, errors, conflicts, voids };
  }
  if (address.get('draft') === 'take' && view.draft) {
    const { actionPlan, version } = view.draft;
    return { fields: typedFields({ actionPlan }, view.actionPlan), version, errors: {}, conflicts: [], voids: false };
  }
  const fields = fieldsOf(view.actionPlan);
  const add = address.get('add');
  if (add === 'practices' || fields.practices.length === 0) fields.practices.push({ ...emptyPractice });
  if (add === 'next' || fields.next.length === 0) fields.next.push({ ...emptyStep });
  return { fields, version: view.version, errors: {}, conflicts: [], voids: false };
}

function fromJson(value: unknown): unknown {
  try {
    return text(value) === '' ? undefined : JSON.parse(text(value));
  } catch {
    return undefined;
  }
}
