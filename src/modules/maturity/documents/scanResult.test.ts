import { describe, expect, it } from 'vitest';
import { allTags, pdfInfo, pdfText, readPdf } from '#platform/documents/server/readPdf.testing.ts';
import { locales } from '#shared/localised.ts';
import { scanResultSample } from './scanResultSample.testing.ts';
import { renderScanResult } from './scanResult.ts';
import { documentTexts } from './text/index.ts';

/** Texts of a document, whatever its shape; keys and what only chooses a colour are no texts. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['profile', 'svg', 'alt'].includes(key) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([inner, child]) => textsIn(child, Array.isArray(value) ? key : inner));
}

const squeezed = (text: string) => text.replaceAll(/[\s\u2010-]+/g, '');

describe('the scan result as PDF', () => {
  it.each(locales)('holds every fixed word in %s and everything that the scan said', async (locale) => {
    const pdf = await renderScanResult(scanResultSample, locale);
    const found = squeezed(pdfText(pdf));
    for (const text of [...Object.values(documentTexts.catalogs[locale]!), ...textsIn(scanResultSample)])
      expect(found).toContain(squeezed(text));
    expect(readPdf(pdf)).toMatchObject({ universalAccess: '1', language: `${locale}-BE` });
  });

  it('carries the name of the enterprise in its title', async () => {
    expect(pdfInfo(await renderScanResult(scanResultSample, 'fr')).Title).toBe(
      'Résultat du scan · Bakkerij De Korenmolen',
    );
  });

  it('gives the picture in words and the same facts as a table, on two pages', async () => {
    const pdf = await renderScanResult(scanResultSample, 'nl');
    const tags = allTags(readPdf(pdf).tags);
    expect(tags.find(({ role }) => role === 'Figure')?.alt).toContain('krachtige basis 78');
    const [table] = tags.filter(({ role }) => role === 'Table');
    expect(allTags(table!).filter(({ role }) => role === 'TH')).toHaveLength(4);
    expect(allTags(table!).filter(({ role }) => role === 'TR')).toHaveLength(6);
    expect(pdfInfo(pdf).Pages).toBe('2');
  });

  it('stands without a picture, a name, an earlier scan and help', async () => {
    const bare = {
      ...scanResultSample,
      enterprise: '',
      facts: [],
      picture: null,
      comparison: null,
      helpAt: null,
      why: [],
      steps: [],
    };
    const pdf = await renderScanResult(bare, 'nl');
    expect(readPdf(pdf).title).toBe('Resultaat van de scan');
    expect(allTags(readPdf(pdf).tags).some(({ role }) => role === 'Figure')).toBe(false);
    expect(pdfText(pdf)).not.toContain('breder de lijn');
  });

  it('names the situation without a policy beside the five, without a number', async () => {
    const none = {
      profile: 'none',
      number: '',
      name: 'Nog geen beleid',
      what: 'Je staat aan het begin.',
      fit: 'past wat',
      score: '20',
    } as const;
    const pdf = await renderScanResult({ ...scanResultSample, profiles: [...scanResultSample.profiles, none] }, 'nl');
    expect(pdfText(pdf)).toContain('Nog geen beleid');
  });
});
