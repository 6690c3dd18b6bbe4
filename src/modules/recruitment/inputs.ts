import { z } from 'zod';
import { careKind, contactCapacity, enterpriseNumber, organisationKind, workers } from '#modules/enterprises/index.ts';
import { codeIds } from '#modules/programmes/index.ts';
import { locales } from '#shared/localised.ts';
import {
  choice,
  code,
  email,
  flag,
  id,
  longText,
  maybe,
  mustAgree,
  phone,
  plainDate,
  text,
  version,
  wholeNumber,
  words,
} from '#shared/inputs.ts';

/** «Help me further»: what somebody without an account sends. */
export const CreateLeadInput = z
  .object({
    number: enterpriseNumber(),
    name: text(),
    organisationKind: organisationKind(),
    careKind: maybe(careKind()),
    sector: maybe(code()),
    /** Asked only when the sector can belong to several lots. */
    lot: maybe(wholeNumber({ minimum: 1, maximum: 99 })),
    workers: maybe(workers()),
    municipality: text(80),
    contactName: text(120),
    contactCapacity: maybe(contactCapacity()),
    email: email(),
    phone: maybe(phone()),
    /** «Phone me»: then a telephone number is needed. */
    wantsCall: flag(),
    consent: mustAgree('error.consent'),
    message: words(2000),
    /** The scan that the person made, so that nobody asks the same again. */
    scanToken: maybe(z.string('error.format').regex(/^[A-Za-z0-9_-]{16,200}$/u, 'error.format')),
    locale: maybe(choice(locales)),
  })
  .superRefine((lead, context) => {
    const need = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (lead.wantsCall && lead.phone === undefined) need('phone', 'recruitment:error.phoneForCall');
    // A local authority is placed by its care service, everybody else by the sector.
    if (lead.organisationKind === 'local_authority') {
      if (lead.careKind === undefined) need('careKind', 'error.required');
    } else if (lead.sector === undefined) need('sector', 'error.required');
  });

export const LeadInput = z.object({ lead: id(), version: version() });
export const TakeLeadInput = LeadInput;
export const HandOverLeadInput = LeadInput.extend({ providerId: id(), words: longText(1000) });

export const DeclineLeadInput = LeadInput.extend({
  reason: choice(codeIds('declineReasons')),
  words: words(1000),
}).superRefine(({ reason, words: said }, context) => {
  if (reason === 'other' && said === '')
    context.addIssue({ code: 'custom', path: ['words'], message: 'recruitment:error.sayWhy' });
});

export const WithdrawLeadInput = LeadInput.extend({ words: words(1000) });
export const PlanContactInput = LeadInput.extend({ nextContactOn: plainDate() });

export const LogContactInput = LeadInput.extend({
  on: plainDate(),
  channel: choice(codeIds('contactChannels')),
  words: words(2000),
  nextContactOn: maybe(plainDate()),
}).superRefine(({ on, nextContactOn }, context) => {
  if (nextContactOn !== undefined && nextContactOn < on)
    context.addIssue({ code: 'custom', path: ['nextContactOn'], message: 'recruitment:error.nextBeforeContact' });
});

export const ConvertLeadInput = LeadInput;

export type LeadDetails = z.output<typeof CreateLeadInput>;
export type ContactLogged = z.output<typeof LogContactInput>;
