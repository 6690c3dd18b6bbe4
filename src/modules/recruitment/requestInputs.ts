import { z } from 'zod';
import { careKind, enterpriseNumber, organisationKind, workers } from '#modules/enterprises/index.ts';
import { codeIds } from '#modules/programmes/index.ts';
import { choice, maybe, plainDate, text } from '#shared/inputs.ts';
import { CreateLeadInput } from './inputs.ts';
import { leadOrders, leadSizes, leadStates } from './rules/leadStates.ts';

/** What an address carries: a mangled part is as if it were not there, so that the page is never a 404. */
const part = (maximum = 200) =>
  z
    .string()
    .catch('')
    .transform((typed) => typed.slice(0, maximum));

/** The sector of somebody whose work stands in no list. */
export const noSector = 'none';

/** The first half of «help me further» as it stands in the address. */
export const HelpInput = z.object({
  /** The form was sent; otherwise the page is opened. */
  asked: z.boolean().catch(false),
  /** Show the first half again to change it. */
  change: z.boolean().catch(false),
  number: part(40),
  words: part(100),
  /** The words for which the sector was chosen: other words ask anew. */
  wordsBefore: part(100),
  sector: part(60),
  lot: part(3),
  organisationKind: part(20),
  careKind: part(20),
  workers: part(12),
  municipality: part(80),
  /** The link of a scan, to bring along what is known. */
  secret: z
    .string()
    .regex(/^[\w-]{44}$/u)
    .optional()
    .catch(undefined),
});
/** What an enterprise is looked up by. */
export const FindInput = z.object({
  words: part(100),
  place: part(80),
  /** The link of a scan, to bring along what is known. */
  scan: z
    .string()
    .regex(/^[\w-]{44}$/u)
    .catch(''),
});

export type HelpTyped = z.output<typeof HelpInput>;

/** The fields of the first half that stand by themselves; sector and lot need the programme. */
export const aboutFields = {
  number: enterpriseNumber(),
  organisationKind: organisationKind(),
  careKind: maybe(careKind()),
  workers: workers(),
  municipality: text(80),
} as const;

/** A request for help. Where it came from counts only when the office or the seeder says so. */
export const CreateRequestInput = CreateLeadInput.and(z.object({ source: maybe(choice(codeIds('leadSources'))) }));

/** What the page after sending shows; anything else than a fund and a day near by is left out. */
export const ThanksInput = z.object({
  fund: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/u)
    .optional()
    .catch(undefined),
  by: plainDate().optional().catch(undefined),
});

/** A mangled part of an address is as if it were not there. */
const lenient = <Schema extends z.ZodType>(schema: Schema) => maybe(schema).catch(undefined);

/** What the list of requests is narrowed and sorted by; days are those on which a request came in. */
export const LeadFilter = z.object({
  state: z.enum(['open', ...leadStates]).catch('open'),
  fund: lenient(z.uuid()),
  words: lenient(text(100)),
  size: lenient(z.enum(leadSizes)),
  sector: lenient(
    z
      .string()
      .max(60)
      .regex(/^[a-z0-9_]+$/u),
  ),
  from: lenient(plainDate()),
  until: lenient(plainDate()),
  sort: lenient(z.enum(leadOrders)),
});
export const ListLeadsInput = LeadFilter.extend({ after: z.string().max(200).optional().catch(undefined) });
