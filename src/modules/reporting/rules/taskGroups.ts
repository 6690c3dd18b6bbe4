/** What tasks are about, in the order of the job. Lists, mails and calendars name a task by its group and never by its sentence. */
export const taskGroups = [
  'requests',
  'intake',
  'decision',
  'agreement',
  'plan',
  'sessions',
  'action_plan',
  'follow_up',
  'other',
] as const;
export type TaskGroup = (typeof taskGroups)[number];

const kinds: Readonly<Record<Exclude<TaskGroup, 'other'>, readonly string[]>> = {
  requests: ['recruitment.contactLead', 'recruitment.attachedRequest'],
  intake: ['trajectories.intake'],
  decision: ['eligibility.decide'],
  agreement: ['trajectories.sendAgreement', 'trajectories.agree'],
  plan: ['trajectories.writePlan', 'trajectories.readPlan', 'trajectories.mendPlan'],
  sessions: ['trajectories.firstSession'],
  action_plan: [
    'trajectories.writeActionPlan',
    'trajectories.mendActionPlan',
    'trajectories.confirmActionPlan',
    'trajectories.confirmActionPlanAsGuide',
  ],
  follow_up: ['trajectories.followUp', 'trajectories.helpWanted'],
};

const groupOf = new Map(Object.entries(kinds).flatMap(([group, list]) => list.map((kind) => [kind, group] as const)));

/** The group of a kind of task; one that no group names is something else. */
export const taskGroup = (kind: string): TaskGroup => (groupOf.get(kind) as TaskGroup | undefined) ?? 'other';

/** The kinds of a group; null for `other`: every kind that no group names. */
export const kindsOf = (group: TaskGroup): readonly string[] | null => (group === 'other' ? null : kinds[group]);

export const groupedKinds: readonly string[] = Object.values(kinds).flat();

/** Words in the kind of something that happened, the more precise first; modules name their own kinds. */
const entryWords = [
  ['actionPlan', 'action_plan'],
  ['action_plan', 'action_plan'],
  ['follow', 'follow_up'],
  ['help', 'follow_up'],
  ['plan', 'plan'],
  ['session', 'sessions'],
  ['agree', 'agreement'],
  ['eligib', 'decision'],
  ['decid', 'decision'],
  ['decision', 'decision'],
  ['intake', 'intake'],
  ['lead', 'requests'],
  ['contact', 'requests'],
] as const satisfies readonly (readonly [string, TaskGroup])[];

/** What something that happened is about, in the same groups. */
export const entryGroup = (kind: string): TaskGroup => {
  const name = kind.toLowerCase();
  return entryWords.find(([word]) => name.includes(word.toLowerCase()))?.[1] ?? 'other';
};
