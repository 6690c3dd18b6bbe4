/** One command of `krachtlijn`. Each stands in a file of its own in `cli/commands/` and in the list below it. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** How to type it, without the program's name: `account add <email> [--role ROLE]`. */
  readonly usage: string;
  /** More lines for `--help`, in plain words. */
  readonly details?: string;
  /** Gives the exit code; nothing means 0. */
  run(args: readonly string[]): Promise<number | void>;
}

/** A command that was typed wrongly: one line on standard error, exit code 2. */
export class WrongUse extends Error {}

/** Something that the person at the keyboard can mend: its message without a stack, exit code 1. */
export class Refusal extends Error {}
