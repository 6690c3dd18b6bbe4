import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eligibilityTexts } from '../text/index.ts';
import { aidRegulations } from './aidParameters.ts';
import { reasonSources, roleSources, sourceOf } from './legalSources.ts';

const keysOf = (prefix: string) =>
  Object.keys(eligibilityTexts.catalogs.nl)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

describe('the legal source', () => {
  test('stands behind every reason: its own, or the regulation of the grant', () => {
    const ofTheGrant = keysOf('reason.').filter((code) => !(code in reasonSources));
    expect(ofTheGrant.sort()).toEqual([
      'aidAmountMissing',
      'aidLater',
      'aidOver',
      'aidUnclear',
      'aidUsedUp',
      'aidWithin',
      'regulationUnknown',
    ]);
    for (const code of ofTheGrant) expect(sourceOf(code, '1407/2013')).toContain('1407/2013');
    expect(Object.keys(reasonSources).filter((code) => !keysOf('reason.').includes(code))).toEqual([]);
  });

  test('stands behind every role, which has a sentence too', () => {
    expect(Object.keys(roleSources).sort()).toEqual(keysOf('role.').sort());
  });

  test('is told in the documentation with every ceiling and its days', () => {
    const page = readFileSync(new URL('../../../../docs/eligibility.md', import.meta.url), 'utf8');
    for (const { ceilingCents, from, until } of aidRegulations) {
      const amount = String(ceilingCents / 100).replace(/(\d)(?=(\d{3})+$)/g, '$1 ');
      const row = page.split('\n').find((line) => line.includes(` ${from} `) && line.includes(amount));
      expect(row, `${amount} from ${from}`).toContain(until);
    }
  });
});
