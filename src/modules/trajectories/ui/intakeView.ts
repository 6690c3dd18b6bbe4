import type { Finding } from '../rules/findings.ts';
import type { Intake, StaffInformed } from '../rules/intake.ts';
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
  readonly staffInformed: readonly (StaffInformed & { readonly id: string })[];
  readonly today: string;
  readonly mayChange: boolean;
  readonly mayManage: boolean;
  readonly may: Readonly<
    Record<'recordIntake' | 'completeIntake' | 'addGuide' | 'addPart' | 'recordStaffInformed', Permission>
  >;
}

/** A form of the page that was not accepted. */
export interface IntakeAnswer {
  readonly values: Record<string, unknown>;
  readonly errors: Readonly<Record<string, string>>;
  readonly message: string;
  readonly code: string;
  readonly conflicts?: readonly { path: string; mine: unknown; theirs: unknown }[];
}

/** The sentence of the first finding at a field, if any. */
export function findingAt(findings: readonly Finding[], path: string): Finding | undefined {
  return findings.find((finding) => finding.path === path);
}
