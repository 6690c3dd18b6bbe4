import { sameJson, type Json } from '#shared/mergeEdits.ts';
import type { Localised } from '#shared/localised.ts';
import type { ActionPlan, GoalEvidence } from './actionPlan.ts';
import type { Finding } from './findings.ts';
import type { ActionPlanState, Permission } from './states.ts';

/** What both sides confirm, word for word. People are ids; names typed in a text are part of the words. */
export interface ActionPlanWords {
  readonly form: 'action-plan-1';
  readonly enterprise: { readonly name: string; readonly number: string };
  readonly provider: string;
  readonly programme: Localised;
  /** Ids of the people who guided. */
  readonly guides: readonly string[];
  readonly actionPlan: ActionPlan;
  /** Support that passes on: hours of guidance, and what they were worth where a price was agreed. */
  readonly support: { readonly hours: number; readonly amountCents: number | null };
}

export type ConfirmingParty = 'enterprise' | 'guide';

/** A document before both sides, and where it stands. */
export interface ConfirmationStanding {
  readonly id: string;
  readonly hash: string;
  readonly checkCode: string;
  readonly madeAt: Date;
  readonly sealedAt: Date | null;
  readonly confirmations: readonly {
    readonly party: ConfirmingParty;
    readonly name: string;
    readonly means: 'link' | 'signed_in';
    readonly at: Date;
  }[];
  readonly waitingFor: readonly ConfirmingParty[];
}

/** «Something is not right», and whether it still waits for an answer. */
export interface Objection {
  readonly at: Date;
  readonly by: string;
  readonly words: string;
  readonly open: boolean;
}

/** What the page of the action plan shows: to who writes, who confirms and who reads; `may` says what the reader can do now. */
export interface ActionPlanView {
  readonly state: ActionPlanState;
  /** 0 while nobody saved: `actionPlan` then is how it opens from the approved plan. */
  readonly version: number;
  readonly actionPlan: ActionPlan;
  readonly evidence: readonly GoalEvidence[];
  readonly findings: readonly Finding[];
  readonly support: ActionPlanWords['support'];
  readonly changed: { readonly at: Date; readonly by: string } | null;
  readonly writes: boolean;
  /** There are versions that the reader may compare. */
  readonly versions: boolean;
  /** On whose behalf the reader says yes or has said it; null for who only reads or writes along. */
  readonly speaksFor: ConfirmingParty | null;
  /** The same, as long as that side has not said it. */
  readonly confirmsFor: ConfirmingParty | null;
  readonly may: Readonly<Record<'save' | 'send' | 'confirm', Permission>>;
  readonly document: ConfirmationStanding | null;
  /** What the reader was typing when they left, newer than what is saved. `actionPlan` holds the fields of the form. */
  readonly draft: { readonly savedAt: Date; readonly version: number; readonly actionPlan: unknown } | null;
  readonly objections: readonly Objection[];
  /** Who gets the letter with the link; only the office sees it. */
  readonly receivers: readonly string[];
}

/** How a plan stands for the holder of a link. */
export type LinkStanding = 'open' | 'waiting' | 'sealed' | 'objected' | 'changed' | 'stopped' | 'damaged';

/** What the holder of a link reads: one document and nothing else of the trajectory. */
export interface LinkedActionPlan {
  readonly trajectory: string;
  readonly enterprise: string;
  /** For whom this link speaks. */
  readonly side: ConfirmingParty;
  readonly standing: LinkStanding;
  readonly document: ConfirmationStanding;
  /** Null when these words no longer count. */
  readonly words: (Omit<ActionPlanWords, 'guides'> & { readonly guideNames: readonly string[] }) | null;
  /** What this reader, and nobody else, said is not right. */
  readonly objection: string | null;
}

/** Which sections differ, for the trail. */
export function changedParts(before: ActionPlan, after: ActionPlan): readonly string[] {
  return (Object.keys(after) as (keyof ActionPlan)[]).filter(
    (part) => !sameJson(before[part] as unknown as Json, after[part] as unknown as Json),
  );
}

/** An action plan without one of its rows; goals stay, since they were agreed. */
export function withoutPlanRow(actionPlan: ActionPlan, section: 'practices' | 'next', id: string): ActionPlan {
  return { ...actionPlan, [section]: actionPlan[section].filter((row) => row.id !== id) };
}
