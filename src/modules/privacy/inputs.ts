import { z } from 'zod';
import { email, id, maybe, mustAgree, phone, plainDate, text } from '#shared/inputs.ts';
import { locales } from '#shared/localised.ts';

export const PersonInput = z.object({ person: id() });

export const NewEmailInput = z.object({ email: email() });

/** Any text: a wrong secret is an unknown one, never a form mistake. */
export const NewEmailLinkInput = z.object({ secret: z.string().max(200) });

export const CorrectPersonInput = z.object({
  person: id(),
  name: text(120),
  email: maybe(email()),
  phone: maybe(phone()),
  locale: z.enum(locales),
});

export const EraseMyselfInput = z.object({ sure: mustAgree('privacy:error.sure') });

export const ErasePersonInput = z.object({ person: id(), sure: mustAgree('privacy:error.sure') });

export const ReadClockInput = z.object({ after: z.string().max(60).optional().catch(undefined) });

export const HoldInput = z.object({ person: id(), reason: text(400), until: maybe(plainDate()) });
