import { addDays, type PlainDate } from '#shared/dates.ts';
import type { ActionPlan } from './actionPlan.ts';
import { reminderDays } from './actionPlan.ts';
import { missing, thin, wordCount, type Finding } from './findings.ts';

/** Days before its own day from which a follow-up may be recorded: people visit when it suits, not on the very day. */
export const earlyDays = 30;

/** A follow-up as it is planned and, once done, as it was. */
export interface FollowUpMoment {
  readonly months: number;
  readonly due: PlainDate;
  /** The reminder day that was last acted on, or null. */
  readonly remindedOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
}

/**
 * The reminder day whose mail has to leave today, or null. Each day is acted on once; when nobody looked for a while
 * only the latest one leaves, so that nobody gets two letters at once.
 */
export function reminderDue(moment: FollowUpMoment, today: PlainDate): PlainDate | null {
  if (moment.doneOn !== null) return null;
  const reached = reminderDays.map((days) => addDays(moment.due, -days)).filter((day) => day <= today);
  const latest = reached.sort().at(-1);
  if (latest === undefined) return null;
  return moment.remindedOn === null || moment.remindedOn < latest ? latest : null;
}

/** `done`; `late` after its day; `open` when it may be recorded; `later`. */
export type MomentStanding = 'done' | 'late' | 'open' | 'later';

export function momentStanding(moment: FollowUpMoment, today: PlainDate): MomentStanding {
  if (moment.doneOn !== null) return 'done';
  if (moment.due < today) return 'late';
  return addDays(moment.due, -earlyDays) <= today ? 'open' : 'later';
}

/** What the enterprise would like next; coded, so that it can be counted. */
export const helpKinds = ['none', 'talk', 'training', 'guidance', 'other'] as const;
export type HelpKind = (typeof helpKinds)[number];

export const aliveAnswers = ['yes', 'partly', 'no'] as const;
export type AliveAnswer = (typeof aliveAnswers)[number];

/** How it went at one moment. Ids are those of the sealed action plan. */
export interface FollowUpRecord {
  readonly reached: 'yes' | 'no';
  readonly withWhom: string;
  readonly practices: readonly { readonly id: string; readonly alive: AliveAnswer; readonly words: string }[];
  readonly next: readonly { readonly id: string; readonly done: AliveAnswer; readonly words: string }[];
  readonly words: string;
  readonly help: HelpKind | '';
  readonly helpWords: string;
}

export interface FollowUpFacts {
  readonly today: PlainDate;
  readonly due: PlainDate;
  readonly sealedOn: PlainDate;
  readonly plan: Pick<ActionPlan, 'practices' | 'next'>;
}

/**
 * What keeps a follow-up from being recorded. When somebody was reached, every practice and every next step of the sealed
 * plan gets an answer; when nobody was, a word on what was tried is enough, so that the next moment still comes.
 */
export function checkFollowUp(
  record: FollowUpRecord & { readonly on: PlainDate },
  { today, due, sealedOn, plan }: FollowUpFacts,
): readonly Finding[] {
  const found: Finding[] = [];
  const from = [addDays(due, -earlyDays), sealedOn].sort().at(-1)!;
  if (record.on > today) found.push(missing('on', 'finding.followUp.future'));
  else if (record.on < from) found.push(missing('on', 'finding.followUp.early', { day: from }));
  const known = new Set([...plan.practices, ...plan.next].map(({ id }) => id));
  if ([...record.practices, ...record.next].some(({ id }) => !known.has(id)))
    found.push(missing('', 'finding.followUp.unknown'));
  if (record.reached === 'no') {
    if (wordCount(record.words) === 0) found.push(missing('words', 'finding.followUp.tried'));
    return found;
  }
  for (const [at, { id }] of plan.practices.entries())
    if (!record.practices.some((row) => row.id === id))
      found.push(missing(`practices.${at}.alive`, 'finding.followUp.practice', { number: at + 1 }));
  for (const [at, { id }] of plan.next.entries())
    if (!record.next.some((row) => row.id === id))
      found.push(missing(`next.${at}.done`, 'finding.followUp.next', { number: at + 1 }));
  if (record.help === '') found.push(missing('help', 'finding.followUp.help'));
  else if (record.help === 'other' && wordCount(record.helpWords) === 0)
    found.push(missing('helpWords', 'finding.followUp.helpWords'));
  if (wordCount(record.withWhom) === 0) found.push(thin('withWhom', 'finding.followUp.withWhom'));
  return found;
}
