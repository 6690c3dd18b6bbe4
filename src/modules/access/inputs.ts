import { z } from 'zod';
import { locales } from '#shared/localised.ts';
import { localPath } from './rules/localPath.ts';
import { invitableRoles, type InvitableRole } from './rules/inviting.ts';

/** What the browser says it is; shown in the list of sessions, so that somebody recognises their own. */
const device = z
  .string()
  .transform((text) => text.slice(0, 200))
  .default('');

const email = z.string().trim().max(254).pipe(z.email());
const name = z.string().trim().min(1).max(120);

export const AskSignInLinkInput = z.object({
  email,
  /** Where to go after signing in: a path of this site, or nothing. */
  to: z
    .unknown()
    .optional()
    .transform((asked) => localPath(asked, '') || undefined),
});

/** Any text: a wrong secret is an unknown one, never a form mistake. */
const secret = z.string().max(200);

export const SignInLinkInput = z.object({ secret });

export const SignInInput = z.object({ secret, device });

export const RevokeSessionInput = z.object({ session: z.uuid() });

export const StepIntoInput = z.object({ person: z.uuid(), device });

export const ChangeAccountInput = z.object({ name, locale: z.enum(locales) });

export const ChangeLanguageInput = z.object({ locale: z.enum(locales) });

export const ListGrantsInput = z.object({ lot: z.uuid().optional().catch(undefined) });

export const InviteInput = z.object({
  name,
  email,
  role: z.enum(Object.keys(invitableRoles) as [InvitableRole, ...InvitableRole[]]),
  place: z.uuid({ error: 'error.choice' }),
  locale: z.enum(locales).default('nl'),
});

export const WithdrawGrantInput = z.object({ grant: z.uuid() });
