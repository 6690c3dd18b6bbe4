import { currentScan, levels, type Level, type ProfileId } from '#modules/maturity/index.ts';

/**
 * Answers of somebody whose enterprise answers to these profiles, on the published scan. What says much for one of them is
 * "always", what says nothing for them is rare; `wobble` shifts so many statements one step, each time the same ones.
 */
export function scanAnswers(towards: readonly ProfileId[], wobble = 0): Record<string, Level> {
  const { statements } = currentScan.model;
  const answers = statements.map(({ id, weights }): readonly [string, number] => {
    const own = towards.map((profile) => weights[profile] ?? 0);
    const others = Object.entries(weights).filter(([profile]) => !towards.includes(profile as ProfileId));
    const pull = Math.max(0, ...own) + Math.min(0, ...own);
    const push = others.reduce((sum, [, weight]) => sum + weight, 0);
    return [id, pull >= 2 ? 3 : pull === 1 ? (push > 1 ? 1 : 2) : push > 2 ? 0 : 1];
  });
  const shifted = answers.map(([id, height], at) => {
    const moves = wobble > 0 && at % Math.max(1, Math.floor(statements.length / wobble)) === 1;
    return [id, levels[moves ? (height === 0 ? 1 : height - 1) : height]!] as const;
  });
  return Object.fromEntries(shifted);
}
