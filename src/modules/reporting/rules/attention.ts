/** Agreed, and for more than this many days no session: worth a question. Two months, holidays included. */
export const quietDays = 60;

/** A follow-up that is this many days late counts as missed; until then it is only late. */
export const followUpGrace = 14;

/** Counted up to here; «a hundred or more» needs no figure. */
export const countedUpTo = 100;
