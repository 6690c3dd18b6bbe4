import { checkNumbers } from '#modules/eligibility/server/numberOperations.ts';
import { answer, page } from '#platform/server/door.ts';

export const load = page(checkNumbers);
export const actions = { check: answer(checkNumbers) };
