import {
  addMachine,
  closeMachine,
  createMachineToken,
  listMachines,
  revokeMachineToken,
} from '#modules/interface/server/operations.ts';
import { answer, form, page } from '#platform/server/door.ts';

const done = (what: string) => [() => ({}), () => `/machines?done=${what}`] as const;

export const load = page(listMachines);
export const actions = {
  add: form(addMachine, ...done('added')),
  close: form(closeMachine, ...done('closed')),
  /** The answer is drawn at once and kept nowhere: it holds the token. */
  make: answer(createMachineToken),
  revoke: form(revokeMachineToken, ...done('revoked')),
};
