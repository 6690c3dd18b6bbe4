import type { PlainDate } from '#shared/dates.ts';
import type { Localised } from '#shared/localised.ts';

/** A line as the enterprise sees it in its declaration. */
export interface DeclarationLine {
  /** Ten digits: who received it. */
  readonly number: string;
  readonly grantedOn: PlainDate;
  readonly grantor: string;
  readonly regulation: string;
  readonly amountCents: number;
}

/** What was declared, word for word; people are named by id beside it, so the sealed words hold no personal value. */
export interface DeclarationContent {
  readonly form: 'aid-declaration-1';
  readonly enterprise: { readonly name: string; readonly number: string };
  readonly programme: Localised;
  /** Whoever counts as one with the enterprise, itself among them: ten digits each. */
  readonly members: readonly string[];
  /** Whether one of them merged, was taken over or split in the past three years. */
  readonly changed: 'yes' | 'no';
  /** First day of the period that was asked about. */
  readonly since: PlainDate;
  readonly lines: readonly DeclarationLine[];
  /** Aid of our own, which need not be declared. */
  readonly own: readonly DeclarationLine[];
}

/** What is put before the enterprise: what we know, to be corrected and completed. */
export type DeclarationDraft = Omit<DeclarationContent, 'form' | 'changed'>;

export interface AgreedDeclaration {
  readonly content: DeclarationContent;
  readonly agreedAt: Date;
  readonly by: string;
  readonly means: 'link' | 'signed_in';
  readonly checkCode: string;
}

/** What the operation `aid.readDeclaration` gives. */
export interface DeclarationView {
  readonly trajectory: { readonly id: string; readonly enterprise: string; readonly enterpriseName: string };
  readonly today: PlainDate;
  readonly open: { readonly id: string; readonly sentAt: Date; readonly sentTo: string } | null;
  readonly agreed: AgreedDeclaration | null;
  readonly draft: DeclarationDraft;
  readonly contacts: readonly { readonly person: string; readonly name: string; readonly email: string }[];
  readonly maySend: boolean;
  readonly mayAgree: boolean;
  /** Not any more once the agreement is made: the declaration comes before the grant. */
  readonly late: boolean;
}

/** What the operation `aid.openDeclaration` gives to who holds the link. */
export interface OpenedDeclaration {
  readonly trajectory: string;
  readonly declaration: string;
  readonly today: PlainDate;
  readonly standing: 'open' | 'agreed' | 'withdrawn' | 'late';
  readonly draft: DeclarationDraft;
  readonly agreed: AgreedDeclaration | null;
}
