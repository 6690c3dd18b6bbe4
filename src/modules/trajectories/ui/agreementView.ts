import type { Localised } from '#shared/localised.ts';
import type { Permission } from '../rules/states.ts';

/** The words of an agreement, with the guides by name. */
export interface AgreementText {
  readonly enterprise: { readonly name: string; readonly number: string };
  readonly provider: string;
  readonly programme: Localised;
  readonly guideNames: readonly string[];
  readonly amountCents: number;
  readonly regulation: string | null;
}

export interface AgreementDocument {
  readonly id: string;
  readonly hash: string;
  readonly checkCode: string;
  readonly madeAt: Date;
  readonly sealedAt: Date | null;
  readonly content: AgreementText;
  readonly confirmations: readonly {
    readonly party: 'enterprise' | 'guide';
    readonly name: string;
    readonly at: Date;
    readonly means: 'link' | 'signed_in';
  }[];
}

/** What the operation `trajectories.readAgreement` gives. */
export interface AgreementView {
  readonly trajectory: {
    readonly id: string;
    readonly enterprise: string;
    readonly enterpriseName: string;
    readonly state: string;
    readonly grantedOn: string | null;
  };
  readonly agreement: {
    readonly state: 'sent' | 'agreed' | 'withdrawn';
    readonly sentAt: Date;
    readonly agreedAt: Date | null;
    readonly sentTo: string;
  } | null;
  readonly document: AgreementDocument | null;
  readonly preview: AgreementText | null;
  readonly contacts: readonly { readonly person: string; readonly name: string; readonly email: string }[];
  readonly mayManage: boolean;
  readonly mayConfirm: boolean;
  readonly may: { readonly sendAgreement: Permission; readonly agree: Permission };
}

/** What the operation `trajectories.openAgreement` gives to who holds the link. */
export interface OpenedAgreement {
  readonly trajectory: string;
  readonly grantedOn: string | null;
  readonly void: boolean;
  readonly agreed: boolean;
  readonly document: AgreementDocument;
  readonly may: { readonly agree: Permission };
}
