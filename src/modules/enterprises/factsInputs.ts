import { z } from 'zod';
import { committee } from '#modules/programmes/index.ts';
import { code, email, flag, choice, id, list, maybe, maybeOr, phone, text, version } from '#shared/inputs.ts';
import { locales } from '#shared/localised.ts';
import { contactCapacity, workers } from './inputs.ts';

/** What may be changed of an enterprise. Its number is what it is known by, so it never changes. */
export const FactsInput = z.object({
  name: text(200),
  municipality: maybeOr(text(80), null),
  sectorCode: maybeOr(code(), null),
  jointCommittees: list(z.object({ number: committee(), workers: maybe(workers()) }), 12),
  workers: maybeOr(workers(), null),
  locale: choice(locales),
});
export type FactsTyped = z.output<typeof FactsInput>;

/** The facts as the form showed them, so that only what this person changed is written over what others wrote. */
const shown = z
  .string()
  .max(20_000)
  .transform((typed): Partial<FactsTyped> => {
    try {
      const parsed: unknown = JSON.parse(typed);
      return typeof parsed === 'object' && parsed !== null ? (parsed as Partial<FactsTyped>) : {};
    } catch {
      return {};
    }
  })
  .catch({});

export const ChangeFactsInput = FactsInput.extend({ enterprise: id(), version: version(), shown });

/** Somebody of the enterprise whom we may contact. */
export const AddContactInput = z.object({
  enterprise: id(),
  name: text(120),
  email: email(),
  phone: maybe(phone()),
  capacity: contactCapacity(),
});

/** A contact as they are now. Name and telephone are left out for somebody who keeps their own. */
export const ChangeContactInput = z.object({
  enterprise: id(),
  contact: id(),
  name: maybe(text(120)),
  phone: maybe(phone()),
  capacity: contactCapacity(),
  main: flag(),
});

export const RemoveContactInput = z.object({ enterprise: id(), contact: id() });
