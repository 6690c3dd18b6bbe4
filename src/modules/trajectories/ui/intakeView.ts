import type { Finding } from '../rules/findings.ts';
import { baseConditions, emptyIntake, mergeIntakes, type Intake, type StaffInformed } from '../rules/intake.ts';
import type { IntakeOrigin, IntakePath } from '../rules/intakeOrigins.ts';
import type { Permission } from '../rules/states.ts';

/** What the operation `trajectories.readIntake` gives. */
export interface IntakeView {
  readonly trajectory: { readonly id: string; readonly enterpriseName: string; readonly state: string };
  readonly enterprise: {
    readonly number: string;
    readonly municipality: string | null;
    readonly workers: number | null;
    readonly jointCommittees: readonly { readonly number: string }[];
    readonly message: string | null;
  };
  readonly intake: Intake;
  readonly version: number;
  /** Of each field that was ever filled in, its answers, the newest first; `by` is a name. */
  readonly origins: readonly { readonly path: IntakePath; readonly answers: readonly IntakeOrigin[] }[];
  readonly findings: readonly Finding[];
  readonly guides: readonly {
    readonly id: string;
    readonly name: string;
    readonly phone?: string | undefined;
    readonly capacity: 'consultant' | 'sector_consultant';
    readonly since: string;
    readonly until: string | null;
  }[];
  readonly candidates: readonly { readonly person: string; readonly name: string }[];
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly municipality: string;
    readonly workers: number | null;
    readonly themes: readonly string[];
  }[];
  readonly partsVersion: number;
  readonly staffInformed: readonly (StaffInformed & { readonly id: string })[];
  readonly today: string;
  readonly mayChange: boolean;
  readonly mayManage: boolean;
  readonly may: Readonly<
    Record<
      'recordIntake' | 'completeIntake' | 'addGuide' | 'removeGuide' | 'addPart' | 'recordStaffInformed',
      Permission
    >
  >;
}

/** A form of the page that was not accepted. */
export interface IntakeAnswer {
  readonly values: Record<string, unknown>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  readonly conflicts?: readonly { path: string; mine: unknown; theirs: unknown }[];
  readonly current?: unknown;
}

/** The sentence of the first finding at a field, if any. */
export function findingAt(findings: readonly Finding[], path: string): Finding | undefined {
  return findings.find((finding) => finding.path === path);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const ticksOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : typeof value === 'string' ? [value] : []).filter(
    (tick): tick is string => typeof tick === 'string' && tick !== '',
  );

/**
 * The intake as the form shows it: what is saved, or what was typed when the form came back. After two people saved at once,
 * what only the other filled in stands in the form too, so that saving again loses nothing.
 */
export function intakeShown(saved: Intake, answer: IntakeAnswer | null): Intake {
  if (!answer || !('question' in answer.values)) return saved;
  const typed = typedIntake(answer.values);
  return answer.code === 'edit_conflict' ? mergeIntakes(typed, saved).merged : typed;
}

/** The fields of the form as an intake: texts only, so that whatever was typed survives. */
function typedIntake(values: Readonly<Record<string, unknown>>): Intake {
  const given = (values['conditions'] ?? {}) as Record<string, { answer?: unknown; words?: unknown } | undefined>;
  return {
    ...Object.fromEntries(
      Object.entries(emptyIntake).map(([field, empty]) => [
        field,
        Array.isArray(empty) ? ticksOf(values[field]) : textOf(values[field]),
      ]),
    ),
    conditions: Object.fromEntries(
      baseConditions.map((one) => [one, { answer: textOf(given[one]?.answer), words: textOf(given[one]?.words) }]),
    ),
  } as unknown as Intake;
}

/** A saved intake in the shape of the form, to compare it with what stands there. */
export const intakeAsTyped = (saved: Intake): Intake => typedIntake(saved as unknown as Record<string, unknown>);

/** What stands in the fields now. */
export function intakeInForm(form: HTMLFormElement): Intake {
  const fields = new FormData(form);
  const conditions = baseConditions.map((one) => [
    one,
    { answer: fields.get(`conditions.${one}.answer`), words: fields.get(`conditions.${one}.words`) },
  ]);
  const values = Object.entries(emptyIntake).map(([field, empty]) => [
    field,
    Array.isArray(empty) ? fields.getAll(field) : fields.get(field),
  ]);
  return typedIntake({ ...Object.fromEntries(values), conditions: Object.fromEntries(conditions) });
}
