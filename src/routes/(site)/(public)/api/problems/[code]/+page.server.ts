import { readProblem } from '#modules/interface/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readProblem, ({ params }) => ({ code: params.code }));
