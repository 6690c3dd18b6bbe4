import { canonicalJson } from '#shared/canonicalJson.ts';
import { baseConditions, emptyIntake, type Intake } from './intake.ts';

/** The intake as somebody left it. */
export interface IntakeVersion {
  readonly content: Intake;
  /** Who saved it; null when it was not kept who. */
  readonly by: string | null;
  readonly at: Date;
}

/** An answer that a field had: the value, who gave it and when. */
export interface IntakeOrigin {
  readonly value: unknown;
  readonly by: string | null;
  readonly at: Date;
}

/** A field of the intake, or one of its conditions: `question`, `conditions.awareness`. */
export type IntakePath = string;

export const intakePaths: readonly IntakePath[] = [
  ...Object.keys(emptyIntake).filter((field) => field !== 'conditions'),
  ...baseConditions.map((condition) => `conditions.${condition}`),
];

/** What stands at a path; missing fields of older intakes count as not filled in. */
export function answerAt(intake: Intake, path: IntakePath): unknown {
  const [field, condition] = path.split('.') as [keyof Intake, (typeof baseConditions)[number] | undefined];
  if (condition) return intake.conditions?.[condition] ?? emptyIntake.conditions[condition];
  return intake[field] ?? emptyIntake[field];
}

/**
 * For each field that was ever filled in, the answers that it had, the newest first: who gave each and when. `versions` are
 * all that were saved, the oldest first; a save that left a field as it was says nothing of that field.
 */
export function intakeOrigins(versions: readonly IntakeVersion[]): ReadonlyMap<IntakePath, readonly IntakeOrigin[]> {
  const found = new Map<IntakePath, IntakeOrigin[]>();
  for (const path of intakePaths) {
    let before = canonicalJson(answerAt(emptyIntake, path));
    for (const { content, by, at } of versions) {
      const value = answerAt(content, path);
      const now = canonicalJson(value);
      if (now === before) continue;
      before = now;
      found.set(path, [{ value, by, at }, ...(found.get(path) ?? [])]);
    }
  }
  return found;
}
