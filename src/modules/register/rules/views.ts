import type { ImportProblem } from './importProblem.ts';
import type { RegisterFacts } from './registerFacts.ts';

/** A line in a list of what was found. */
export interface FoundInRegister extends RegisterFacts {
  /** The name by which it was found, when that is another than the one shown. */
  readonly foundBy: string | null;
}

/** One enterprise of the register, and what it is in this programme. */
export interface RegisterEnterpriseView {
  readonly facts: RegisterFacts;
  /** The enterprise with this number that the reader may see. */
  readonly enterprise: string | null;
  /** The address of the form for a request, filled in with what the register says. */
  readonly request: string;
}

export interface ExtractView {
  readonly number: number;
  /** The day that the register shows. */
  readonly snapshotOn: string;
  readonly importedAt: Date;
  readonly counts: Readonly<Record<string, number>>;
}

export interface RegisterSearchView {
  readonly words: string;
  readonly place: string;
  readonly asked: boolean;
  /** Nothing is called so: these only look like it. */
  readonly alike: boolean;
  readonly found: readonly FoundInRegister[];
  /** Null while nothing was imported. */
  readonly extract: ExtractView | null;
}

export const importStates = ['waiting', 'running', 'done', 'same', 'refused', 'stopped'] as const;
export type ImportState = (typeof importStates)[number];

export interface ImportView {
  readonly id: string;
  readonly file: string;
  readonly state: ImportState;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  /** What it is at, while it runs. */
  readonly step: string | null;
  readonly share: number;
  readonly rowsRead: number;
  readonly problem: ImportProblem | null;
}

export interface RegisterImportsView {
  readonly extract: ExtractView | null;
  readonly imports: readonly ImportView[];
  /** Zips in the folder of the register, the newest first. */
  readonly files: readonly { readonly name: string; readonly megabytes: number }[];
  /** Where they are looked for. */
  readonly folder: string;
  readonly busy: boolean;
}
