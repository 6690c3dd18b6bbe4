import { readInRegister } from '#modules/register/server/operations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(readInRegister, ({ params }) => ({ number: params.number }));
