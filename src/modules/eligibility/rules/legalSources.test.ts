import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eligibilityTexts, sourceText } from '../text/index.ts';
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
      'aidDatedLater',
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

  test('is written in the language of who reads it, without a word of English left', () => {
    const all = [
      ...Object.values(reasonSources),
      ...Object.values(roleSources),
      ...aidRegulations.map((one) => one.source),
    ];
    const english = /\b(and|to|by|the|annex|subparagraph|choice|counts|Recommendation|Regulation|definition)\b/;
    for (const source of all) {
      expect(sourceText(source, 'en')).toBe(source);
      for (const locale of ['nl', 'fr', 'de'] as const) expect(sourceText(source, locale)).not.toMatch(english);
    }
    expect(sourceText(reasonSources['memberPartner']!, 'nl')).toBe(
      'Aanbeveling 2003/361/EG, bijlage, art. 3(2) en 6(2)',
    );
    expect(sourceText(roleSources.control, 'fr')).toBe('Recommandation 2003/361/CE, annexe, art. 3(3)(b) à (d)');
    expect(sourceText(sourceOf('aidWithin', '717/2014'), 'de')).toBe(
      'Verordnung (EU) 717/2014, art. 3, geändert durch 2023/2391',
    );
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
