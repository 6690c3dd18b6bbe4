import { z } from 'zod';
import { choice, euroCents, id, list, maybe, percentage, plainDate, text } from '#shared/inputs.ts';
import { enterpriseNumber } from '#modules/enterprises/index.ts';
import { aidRegulationIds } from '#modules/eligibility/index.ts';

/** The ledger of an enterprise, with room on a day; a day that does not exist counts as none. */
export const ReadLedgerInput = z.object({
  enterprise: id(),
  on: maybe(plainDate()).catch(undefined),
  correct: maybe(id()).catch(undefined),
});

/** What a line of aid says. Money: whole cents, gross grant equivalent. */
export const aidLine = {
  grantedOn: plainDate(),
  regulation: choice(aidRegulationIds),
  grantor: text(120),
  amountCents: euroCents({ minimum: 1, maximum: 1e11 }),
};

export const AddEntryInput = z.object({
  enterprise: id(),
  /** Another member of the undertaking; the enterprise itself when left empty. */
  number: maybe(enterpriseNumber()),
  ...aidLine,
});

export const CorrectEntryInput = z.object({ enterprise: id(), entry: id(), ...aidLine, reason: text(300) });

export const WithdrawEntryInput = z.object({ enterprise: id(), entry: id(), reason: text(300) });

export const StateMembersInput = z.object({
  enterprise: id(),
  members: list(z.object({ number: enterpriseNumber() }), 40, []),
});

/** A merger into the enterprise, or a split that it came out of. */
export const RecordEventInput = z.object({
  enterprise: id(),
  kind: choice(['merger', 'split']),
  date: plainDate(),
  /** Who went into it, or who was split. */
  from: enterpriseNumber(),
  /** Of a split: the part of the equity that came to this enterprise, in percent. */
  share: maybe(percentage()),
  reason: text(300),
});

export const WithdrawEventInput = z.object({ enterprise: id(), event: id(), reason: text(300) });
