import { z } from 'zod';
import { flag, phone } from '#shared/inputs.ts';
import { locales } from '#shared/localised.ts';
import { organisationCode } from './rules/providerIdentity.ts';
import { localPath } from './rules/localPath.ts';
import { invitableRoles, type InvitableRole } from './rules/inviting.ts';

/** What the browser says it is; shown in the list of sessions, so that somebody recognises their own. */
const device = z
  .string()
  .transform((text) => text.slice(0, 200))
  .default('');

/** The secret by which a browser is known again; it comes from a cookie. */
const browser = z.string().max(100).default('');

const email = z.string().trim().max(254).pipe(z.email());
const name = z.string().trim().min(1).max(120);

/** Where to go after signing in: a path of this site, or nothing. */
const afterwards = z
  .unknown()
  .optional()
  .transform((asked) => localPath(asked, '') || undefined);

export const AskSignInLinkInput = z.object({
  email,
  to: afterwards,
});

/** Any text: a wrong secret is an unknown one, never a form mistake. */
const secret = z.string().max(200);

export const SignInLinkInput = z.object({ secret });

export const SignInInput = z.object({ secret, device, browser });

export const RevokeSessionInput = z.object({ session: z.uuid() });

export const StepIntoInput = z.object({ person: z.uuid(), device, browser });

/** The telephone number goes when its field is sent empty, and stays when nothing of it is sent. */
export const ChangeAccountInput = z.object({
  name,
  locale: z.enum(locales),
  phone: z.union([z.literal(''), phone()], { error: 'error.phone' }).optional(),
});

export const ChangeLanguageInput = z.object({ locale: z.enum(locales) });

/** A box that is ticked, or not sent at all. */
export const ChangeShortcutsInput = z.object({ shortcuts: flag() });

export const ListGrantsInput = z.object({ lot: z.uuid().optional().catch(undefined) });

export const InviteInput = z.object({
  name,
  email,
  role: z.enum(Object.keys(invitableRoles) as [InvitableRole, ...InvitableRole[]]),
  place: z.uuid({ error: 'error.choice' }),
  /** The number of an organisation: the role then counts only for who signs in on its behalf. */
  organisation: z
    .string()
    .max(60)
    .default('')
    .transform((written) => organisationCode(written) || undefined),
  locale: z.enum(locales).default('nl'),
});

export const WithdrawGrantInput = z.object({ grant: z.uuid() });

/** A password while somebody types it: only its length is bounded here, the rule says what is wrong with a new one. */
const passphrase = z.string().min(1, 'error.required').max(500);
/** From the code app, or a recovery code; spaces and hyphens may stand anywhere. */
const code = z.string().trim().min(1, 'error.required').max(40);

export const PasswordSignInInput = z.object({ email, passphrase, code, device, browser });

export const SetPasswordInput = z.object({ passphrase });

export const ConfirmCodeInput = z.object({ code });

/** What a browser gives of a passkey: JSON in a form field. What it says is checked by its signature, not here. */
const credential = z
  .string()
  .max(20_000)
  .transform((text, context): Record<string, unknown> => {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    } catch {
      // Said below.
    }
    context.addIssue({ code: 'custom', message: 'error.format' });
    return z.NEVER;
  });

export const AddPasskeyInput = z.object({ name: name.max(60), response: credential });

export const RemovePasskeyInput = z.object({ passkey: z.uuid() });

export const PasskeySignInInput = z.object({ response: credential, device, browser });

export const BeginAtProviderInput = z.object({ to: afterwards });

/** Any text: a wrong number is an unknown one, never a form mistake. */
const number = z.string().max(200);

export const ProviderStateInput = z.object({ state: number, binding: number });

export const ProviderProofInput = z.object({ proof: z.string().max(20_000), device, browser });

export const ConnectInput = z.object({ waiting: number });

export const DisconnectInput = z.object({ identity: z.uuid() });

export const LeavingInput = z.object({ session: number });
