import { z } from 'zod';
import { choice, code, email, list, maybe, phone, text, wholeNumber } from '#shared/inputs.ts';
import { parseEnterpriseNumber, type ParsedNumber } from './rules/enterpriseNumber.ts';
import { parseEstablishmentNumber } from './rules/establishmentNumber.ts';
import { careKinds, contactCapacities, organisationKinds } from './rules/organisation.ts';

const numberInput = (parse: (typed: string) => ParsedNumber, keyOf: (fault: string) => string) =>
  z.preprocess(
    (value) => (value === undefined || value === null ? '' : value),
    z.string('error.format').transform((typed, context): string => {
      const parsed = parse(typed);
      if (parsed.ok) return parsed.number;
      context.issues.push({ code: 'custom', message: keyOf(parsed.fault), input: typed });
      return z.NEVER;
    }),
  );

/** Enterprise number as typed (dots, spaces and `BE` allowed); comes out as ten digits. */
export const enterpriseNumber = () => numberInput(parseEnterpriseNumber, (fault) => `enterprises:error.${fault}`);

/** Number of an establishment unit as typed; comes out as ten digits. */
export const establishmentNumber = () =>
  numberInput(parseEstablishmentNumber, (fault) =>
    fault === 'empty' ? 'error.required' : 'enterprises:error.establishment',
  );

/** A number of people. */
export const workers = () => wholeNumber({ minimum: 0, maximum: 1_000_000 });

export const organisationKind = () => choice(organisationKinds);
export const careKind = () => choice(careKinds);
export const contactCapacity = () => choice(contactCapacities);

/** Joint committees with, when known, the number of workers under each. */
export const jointCommittees = () => list(z.object({ number: text(20), workers: maybe(workers()) }), 12);

/** Somebody of the enterprise whom we may contact. */
export const ContactInput = z.object({
  name: text(120),
  email: email(),
  phone: maybe(phone()),
  capacity: contactCapacity(),
});

/** What identifies and describes an enterprise, without its accounts. */
export const EnterpriseInput = z.object({
  number: enterpriseNumber(),
  name: text(200),
  municipality: maybe(text(80)),
  organisationKind: organisationKind(),
  careKind: maybe(careKind()),
  sectorCode: maybe(code()),
  jointCommittees: jointCommittees(),
  workers: maybe(workers()),
});

export type ContactDetails = z.output<typeof ContactInput>;
export type EnterpriseDetails = z.output<typeof EnterpriseInput>;
