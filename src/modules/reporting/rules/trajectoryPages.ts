/** What is known of a trajectory's documents, as the tables of its pages tell it. */
export interface TrajectoryProgress {
  readonly state: string;
  readonly intake: 'none' | 'started' | 'completed';
  readonly eligibility: 'eligible' | 'not_eligible' | 'needs_evidence' | null;
  readonly agreement: 'none' | 'sent' | 'agreed' | 'withdrawn';
  readonly plan: 'none' | 'draft' | 'submitted' | 'returned' | 'approved';
  readonly sessions: number;
  readonly actionPlan: 'none' | 'draft' | 'to_confirm' | 'sealed';
  readonly followUpsDone: number;
  readonly followUpsPlanned: number;
}

/** The pages of a trajectory, in the order of its road; the name is the last part of the address. */
export const trajectoryPageNames = [
  'intake',
  'eligibility',
  'agreement',
  'plan',
  'sessions',
  'action-plan',
  'follow-up',
] as const;
export type TrajectoryPageName = (typeof trajectoryPageNames)[number];

/** How a page's state looks: `ready` is finished, `busy` is under way, `waits` needs somebody, `empty` is still to come. */
export type Look = 'ready' | 'busy' | 'waits' | 'empty';

export interface TrajectoryPage {
  readonly page: TrajectoryPageName;
  readonly look: Look;
  /** Which sentence: text `pageState.<word>`, with `count` and `total` as parameters. */
  readonly word: (typeof pageWords)[number];
  readonly count: number;
  readonly total: number;
}

export const pageWords = [
  'todo',
  'started',
  'completed',
  'eligible',
  'not_eligible',
  'needs_evidence',
  'sent',
  'agreed',
  'withdrawn',
  'draft',
  'submitted',
  'returned',
  'approved',
  'sessions',
  'to_confirm',
  'sealed',
  'followUps',
] as const;

type Word = TrajectoryPage['word'];

const looks: Readonly<Record<Word, Look>> = {
  todo: 'empty',
  started: 'busy',
  completed: 'ready',
  eligible: 'ready',
  not_eligible: 'ready',
  needs_evidence: 'waits',
  sent: 'waits',
  agreed: 'ready',
  withdrawn: 'empty',
  draft: 'busy',
  submitted: 'waits',
  returned: 'busy',
  approved: 'ready',
  sessions: 'busy',
  to_confirm: 'waits',
  sealed: 'ready',
  followUps: 'busy',
};

/** Where each page of a trajectory stands. */
export function trajectoryPages(progress: TrajectoryProgress): readonly TrajectoryPage[] {
  const entry = (page: TrajectoryPageName, word: Word, count = 0, total = 0, look = looks[word]) => ({
    page,
    word,
    count,
    total,
    look,
  });
  const orTodo = (word: Word | 'none' | null): Word => (word === null || word === 'none' ? 'todo' : word);
  const { sessions, followUpsDone, followUpsPlanned } = progress;
  const guided = ['closing', 'follow_up', 'completed'].includes(progress.state);
  return [
    entry('intake', orTodo(progress.intake)),
    entry('eligibility', orTodo(progress.eligibility)),
    entry('agreement', orTodo(progress.agreement)),
    entry('plan', orTodo(progress.plan)),
    sessions > 0 ? entry('sessions', 'sessions', sessions, 0, guided ? 'ready' : 'busy') : entry('sessions', 'todo'),
    entry('action-plan', orTodo(progress.actionPlan)),
    followUpsPlanned > 0
      ? entry(
          'follow-up',
          'followUps',
          followUpsDone,
          followUpsPlanned,
          followUpsDone >= followUpsPlanned ? 'ready' : 'busy',
        )
      : entry('follow-up', 'todo'),
  ];
}

/** How far a trajectory had come, for one that was stopped and whose state no longer tells it. */
export function reachedState(
  progress: TrajectoryProgress,
): 'intake' | 'eligibility' | 'agreement' | 'planning' | 'guidance' | 'closing' | 'follow_up' {
  if (progress.actionPlan === 'sealed') return 'follow_up';
  if (progress.actionPlan !== 'none') return 'closing';
  if (progress.plan === 'approved') return 'guidance';
  if (progress.agreement === 'agreed') return 'planning';
  if (progress.eligibility === 'eligible') return 'agreement';
  return progress.intake === 'completed' ? 'eligibility' : 'intake';
}
