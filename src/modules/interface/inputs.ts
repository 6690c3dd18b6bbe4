import { z } from 'zod';
import { choice, id, text, wholeNumber } from '#shared/inputs.ts';
import { longestDays, machineRoles, scopePattern } from './rules/tokens.ts';

/** The scopes that were ticked; whether they exist is for the operation to say, which knows the list. */
const scopes = () =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value),
    z
      .array(z.string().regex(scopePattern, 'error.choice'), 'error.choice')
      .min(1, 'interface:error.noScope')
      .max(100, 'error.tooMany')
      .transform((chosen) => [...new Set(chosen)].sort()),
  );

const newToken = {
  /** So that somebody knows later what it was for. */
  name: text(80),
  scopes: scopes(),
  /** After how many days it ends by itself. */
  days: wholeNumber({ minimum: 1, maximum: longestDays }),
};

export const CreateTokenInput = z.object(newToken);
export const RevokeTokenInput = z.object({ token: id() });

export const AddMachineInput = z.object({ name: text(80), role: choice(machineRoles), place: id() });
export const MachineInput = z.object({ machine: id() });
export const CreateMachineTokenInput = z.object({ machine: id(), ...newToken });
export const RevokeMachineTokenInput = z.object({ machine: id(), token: id() });
