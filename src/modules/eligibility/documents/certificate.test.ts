import { describe, expect, test } from 'vitest';
import { allTags, pdfInfo, pdfText, readPdf } from '#platform/documents/server/readPdf.testing.ts';
import { locales } from '#shared/localised.ts';
import { certificateOf } from '../server/certificate.ts';
import { certifiedFacts, certifiedSample } from './certificateSample.testing.ts';
import { renderCertificate } from './certificate.ts';

const squeezed = (text: string) => text.replaceAll(/[\s\u2010-]+/g, '');
const sample = (locale: (typeof locales)[number]) => certificateOf(certifiedSample(), locale);
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null && !(value instanceof Date)
      ? Object.entries(value).flatMap(([key, inner]) => (['outcome', 'holds'].includes(key) ? [] : textsIn(inner)))
      : [];

describe('the certificate of a decision', () => {
  test.each(locales)('holds in %s the outcome, every reason, and every figure with its source', async (locale) => {
    const document = sample(locale);
    const pdf = await renderCertificate(document, locale);
    const found = squeezed(pdfText(pdf));
    for (const text of textsIn(document)) expect(found).toContain(squeezed(text));
    expect(readPdf(pdf)).toMatchObject({ universalAccess: '1', language: `${locale}-BE`, marked: true });
  });

  test('says of each figure where it comes from', () => {
    const { figures } = sample('en');
    expect(figures).toContainEqual({
      who: 'The enterprise itself, 2025',
      figure: 'Annual work units',
      value: '13,5',
      source: 'From the bookkeeper on 10 March 2026',
    });
    expect(figures.map(({ source }) => source)).toContain('Filled in at the decision on 15 March 2026');
    // What was not given stands nowhere as if it were zero.
    expect(figures).toHaveLength(5);
  });

  test('names its evidence with the hash, and keeps a place for a file that is gone', () => {
    expect(sample('en').files).toEqual([
      { name: 'jaarrekening-2025.pdf', kind: 'Annual accounts', sha256: '0123456789abcdef'.repeat(4) },
    ]);
    const gone = certificateOf(certifiedSample(certifiedFacts, { fileNames: new Map() }), 'en');
    expect(gone.files[0]).toMatchObject({ name: '–', sha256: '0123456789abcdef'.repeat(4) });
  });

  test('says on top that another decision took its place', async () => {
    const superseded = certificateOf(
      certifiedSample(certifiedFacts, { supersededAt: new Date('2026-04-01T08:00:00Z') }),
      'nl',
    );
    expect(pdfText(await renderCertificate(superseded, 'nl'))).toContain('Deze beslissing telt niet meer');
    expect(pdfText(await renderCertificate(sample('nl'), 'nl'))).not.toContain('telt niet meer');
  });

  test('says until when it can be relied on, and why no longer', () => {
    const line = (facts = certifiedFacts) =>
      new Map(certificateOf(certifiedSample(facts), 'en').facts).get('Valid until');
    expect(line()).toBe('15 March 2027, a year after the decision');
    expect(line({ ...certifiedFacts, periods: certifiedFacts.periods.slice(0, 1) })).toBe(
      '31 December 2026: after that the figures are too old',
    );
    expect(line({ ...certifiedFacts, declaredAid: undefined })).toBe(
      'Nothing has been decided yet that can be relied on',
    );
  });

  test('of a group lists the enterprises after the enterprise itself, and stays readable for a very large one', async () => {
    const periods = [{ year: 2025, headcount: 3, turnoverCents: 100, balanceCents: 100 }];
    const names = Array.from({ length: 80 }, (_, at) => `Lid ${at}`);
    const enterprises = Object.fromEntries([...names, 'A'].map((name) => [name, { name, periods }]));
    const holdings = names.map((held) => ({ holder: 'A', held, capital: 100, votes: 100 }));
    const facts = { ...certifiedFacts, group: { subject: 'A', enterprises, holdings } };
    const document = certificateOf(certifiedSample(facts), 'nl');
    expect(document.figures[0]!.who).toBe('De onderneming zelf, 2025');
    expect(document.figures).toHaveLength(150);
    expect(document.moreFigures).toBe('En nog 93 cijfers in de beslissing zelf.');
    expect(Number(pdfInfo(await renderCertificate(document, 'nl')).Pages)).toBeGreaterThan(3);
  });

  test('carries its check code on every page and links to where it can be checked', async () => {
    const pdf = await renderCertificate(sample('nl'), 'nl');
    const pages = Number(pdfInfo(pdf).Pages);
    expect(pdfText(pdf).split('Controlecode 7K2M-9QXB-41TA-C').length - 1).toBeGreaterThanOrEqual(pages);
    expect(readPdf(pdf).links).toEqual([sample('nl').check.address]);
  });

  test('keeps hostile text inert and gives every table headers', async () => {
    const hostile = '#panic("x") *a* $b$ <script>c</script> \\ @d';
    const facts = { ...certifiedFacts, declaredAid: [{ grantor: hostile, amountCents: 100 }] };
    const pdf = await renderCertificate(
      certificateOf(certifiedSample(facts, { enterprise: { name: hostile, number: '0123456749' } }), 'nl'),
      'nl',
    );
    expect(squeezed(pdfText(pdf)).split(squeezed(hostile)).length - 1).toBeGreaterThan(2);
    const tables = allTags(readPdf(pdf).tags).filter(({ role }) => role === 'Table');
    expect(tables.map((table) => allTags(table).filter(({ role }) => role === 'TH').length)).toEqual([2, 2, 4, 4, 3]);
  });
});
