import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { decideEligibility } from '../rules/decideEligibility.ts';
import type { EligibilityFacts } from '../rules/facts.ts';
import type { Certified } from '../server/certificate.ts';

/** Facts of a bakery whose bookkeeper gave the figures, with a file as evidence. */
export const certifiedFacts: EligibilityFacts = {
  date: '2026-03-15',
  organisationKind: 'enterprise',
  standAlone: true,
  periods: [
    { year: 2024, headcount: 12, turnoverCents: 170_000_000, balanceCents: 80_000_000 },
    { year: 2025, headcount: 13.5, turnoverCents: 190_000_000 },
  ],
  jointCommittees: [{ number: '118' }],
  declaredAid: [{ date: '2024-05-01', grantor: 'Stad Proefgem', regulation: '2023/2831', amountCents: 1_250_000 }],
  grant: { amountCents: 1_950_255, regulation: '2023/2831' },
  provenance: {
    figures: [{ year: 2025, figure: 'headcount', from: 'bookkeeper', on: '2026-03-10', id: 'b' }],
    files: [
      {
        attachment: 'a',
        kind: 'annual_accounts',
        sha256: '0123456789abcdef'.repeat(4),
        mediaType: 'application/pdf',
        size: 12_345,
      },
    ],
  },
};

/** A certificate as the operation puts it together. */
export function certifiedSample(facts: EligibilityFacts = certifiedFacts, more: Partial<Certified> = {}): Certified {
  const decision = decideEligibility(facts, competentiechecks2023);
  return {
    frozen: {
      id: '0198c0de-0000-7000-8000-000000000001',
      seq: 1,
      outcome: decision.outcome,
      facts,
      decision,
      ruleVersion: decision.ruleVersion,
      hash: 'fedcba9876543210'.repeat(4),
      seal: '89abcdef01234567'.repeat(4),
      checkCode: '7K2M-9QXB-41TA-C',
      validUntil: '2027-03-15',
      decidedBy: '0198c0de-0000-7000-8000-000000000002',
      decidedAt: new Date('2026-03-15T09:30:00Z'),
      whyAgain: null,
    },
    enterprise: { name: 'Bakkerij De Proefkorrel', number: '0123456749' },
    programme: { nl: 'Competentiechecks', en: 'Competence checks', fr: 'Bilans', de: 'Kompetenzchecks' },
    lots: competentiechecks2023.lots,
    decidedBy: 'Ruben De Smet',
    supersededAt: undefined,
    fileNames: new Map([['a', 'jaarrekening-2025.pdf']]),
    ...more,
  };
}
