/**
 * Size by number of workers, as the programme speaks about it. This is a rough band for advice and reporting; whether an
 * enterprise is an SME is decided by the eligibility rules, on annual work units and figures.
 */
export type SizeBand = 'under10' | 'under20' | 'under50' | 'under250' | 'from250';

/** `workers` is a number of people, 0 or more. */
export function sizeBand(workers: number): SizeBand {
  if (workers < 10) return 'under10';
  if (workers < 20) return 'under20';
  if (workers < 50) return 'under50';
  if (workers < 250) return 'under250';
  return 'from250';
}

/** True when the programme was not made for an organisation of this many workers (it aims under 250). */
export function isOverProgrammeSize(workers: number): boolean {
  return workers >= 250;
}
