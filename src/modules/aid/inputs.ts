import { z } from 'zod';
import { choice, euroCents, id, maybe, plainDate, text, words } from '#shared/inputs.ts';
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

export const StateMembersInput = z.object({ enterprise: id(), members: words(2000) });
