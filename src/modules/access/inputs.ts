import { z } from 'zod';
import { localPath } from './rules/localPath.ts';

export const AskSignInLinkInput = z.object({
  email: z.string().trim().max(254).pipe(z.email()),
  to: z
    .string()
    .max(500)
    .regex(/^\/(?!\/)/)
    .optional()
    .catch(undefined),
});

export const SignInInput = z.object({ secret: z.string().min(20).max(200), device: z.string().max(200).default('') });

export const RevokeSessionInput = z.object({ session: z.uuid() });

export const StepIntoInput = z.object({ person: z.uuid(), device: z.string().max(200).default('') });

/** Who a role is held by, and where: the scopes that each role makes sense on. */
export const invitableRoles = {
  lot_coordinator: 'lot',
  provider_member: 'provider',
  consultant: 'provider',
  evaluator: 'programme',
  auditor: 'programme',
} as const;

export const InviteInput = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().max(254).pipe(z.email()),
  role: z.enum(Object.keys(invitableRoles) as [keyof typeof invitableRoles, ...(keyof typeof invitableRoles)[]]),
  place: z.uuid(),
  locale: z.enum(['nl', 'en', 'fr', 'de']).default('nl'),
});
