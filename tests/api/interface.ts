/**
 * Stands in for the types that `openapi-typescript` makes of the description. `typedClient.test.ts` puts the real ones in its
 * place and has the compiler read `mainJob.ts` with them; kept here they would be ten thousand lines that nobody reads.
 */
// oxlint-disable-next-line typescript/no-explicit-any
export type paths = any;
