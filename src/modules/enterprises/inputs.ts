import { z } from 'zod';
import { parseEnterpriseNumber } from './rules/enterpriseNumber.ts';
import { parseEstablishmentNumber } from './rules/establishmentNumber.ts';
import { parseEuroAsCents, parseFigure } from './rules/figures.ts';
import { careKinds, contactCapacities, organisationKinds } from './rules/organisation.ts';

// Messages are text keys: the door turns them into words in the reader's language.

/** One line of text: trimmed, without control characters. */
export const Line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'enterprises:error.fillIn')
    .max(max, 'enterprises:error.tooLong')
    // oxlint-disable-next-line no-control-regex -- refusing them is the point
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'enterprises:error.oneLine');

/** Enterprise number as typed; comes out as ten digits. */
export const EnterpriseNumberInput = z
  .string()
  .max(60, 'enterprises:error.length')
  .transform((typed, context) => {
    const parsed = parseEnterpriseNumber(typed);
    if (parsed.ok) return parsed.number;
    context.addIssue({ code: 'custom', message: `enterprises:error.${parsed.fault}` });
    return z.NEVER;
  });

/** Number of an establishment unit as typed; comes out as ten digits. */
export const EstablishmentNumberInput = z
  .string()
  .max(60, 'enterprises:error.length')
  .transform((typed, context) => {
    const parsed = parseEstablishmentNumber(typed);
    if (parsed.ok) return parsed.number;
    const fault = parsed.fault === 'firstDigit' || parsed.fault === 'check' ? 'establishment' : parsed.fault;
    context.addIssue({ code: 'custom', message: `enterprises:error.${fault}` });
    return z.NEVER;
  });

/** A figure of 0 or more, as typed (`9,5`) or as a number; `max` refuses absurd ones. */
export const FigureInput = (max: number) =>
  z.union([z.string().max(40, 'enterprises:error.notFigure'), z.number()]).transform((typed, context) => {
    const parsed = parseFigure(String(typed), max);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: `enterprises:error.${parsed.fault}` });
    return z.NEVER;
  });

/** A number of people: whole, 0 to 1 000 000. */
export const WorkersInput = FigureInput(1_000_000).refine(Number.isInteger, 'enterprises:error.wholeFigure');

/** Euro as typed (`1.900.000,50`) or as a number of euro; comes out in cents. */
export const EuroInput = z
  .union([z.string().max(40, 'enterprises:error.notFigure'), z.number()])
  .transform((typed, context) => {
    const parsed = parseEuroAsCents(typeof typed === 'number' ? typed.toFixed(2) : typed);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: `enterprises:error.${parsed.fault}` });
    return z.NEVER;
  });

export const OrganisationKindInput = z.enum(organisationKinds, 'enterprises:error.choose');
export const CareKindInput = z.enum(careKinds, 'enterprises:error.choose');
export const ContactCapacityInput = z.enum(contactCapacities, 'enterprises:error.choose');

export const EmailInput = z
  .string()
  .trim()
  .max(254, 'enterprises:error.email')
  .pipe(z.email('enterprises:error.email'));
export const PhoneInput = z
  .string()
  .trim()
  .regex(/^\+?[\d\s./()-]{8,25}$/, 'enterprises:error.phone');

/** A committee with, when known, the number of workers under it. */
export const JointCommitteeInput = z.object({
  number: z.string().trim().max(20, 'enterprises:error.tooLong'),
  workers: WorkersInput.optional(),
});

export const ContactInput = z.object({
  name: Line(120),
  email: EmailInput,
  phone: PhoneInput.optional(),
  capacity: ContactCapacityInput,
});

/** What identifies and describes an enterprise, without its accounts. */
export const EnterpriseInput = z.object({
  number: EnterpriseNumberInput,
  name: Line(200),
  municipality: Line(80).optional(),
  organisationKind: OrganisationKindInput,
  careKind: CareKindInput.optional(),
  sectorCode: z.string().max(60).optional(),
  jointCommittees: z.array(JointCommitteeInput).max(12).default([]),
  workers: WorkersInput.optional(),
});

export type EnterpriseDetails = z.output<typeof EnterpriseInput>;
export type ContactDetails = z.output<typeof ContactInput>;
