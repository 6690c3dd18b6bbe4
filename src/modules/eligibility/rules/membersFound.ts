import type { FoundInRegister } from '#modules/register/index.ts';

/** What the operation `eligibility.findMember` gives. */
export interface MembersFound {
  readonly words: string;
  readonly asked: boolean;
  /** Nothing is called so: these only look like it. */
  readonly alike: boolean;
  readonly found: readonly FoundInRegister[];
}
