import type { NewsKind, Preferences } from './choices.ts';

export interface NotificationsView {
  readonly preferences: Preferences;
  /** How the next mail would read now; null when there is nothing to tell. */
  readonly preview: { readonly subject: string; readonly lines: string } | null;
  /** The address of the calendar, if there is one; the secret in it is kept nowhere. */
  readonly calendar: { readonly names: boolean; readonly madeAt: Date } | null;
}

export interface UnsubscribeView {
  readonly kinds: readonly NewsKind[];
}
