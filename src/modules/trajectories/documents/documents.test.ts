import { describe, expect, it } from 'vitest';
import { allTags, pdfInfo, pdfText, readPdf } from '#platform/documents/server/readPdf.testing.ts';
import { locales } from '#shared/localised.ts';
import { renderActionPlan } from './actionPlan.ts';
import { renderPlanOfApproach } from './planOfApproach.ts';
import { actionPlanSample, planOfApproachSample, renderActionPlanSample } from './sample.ts';
import { documentTexts } from './text/index.ts';

/** Texts of a document, whatever its shape; what only chooses a sign is no text. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['result', 'status'].includes(key) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([inner, child]) => textsIn(child, Array.isArray(value) ? key : inner));
}

const squeezed = (text: string) => text.replaceAll(/[\s\u2010-]+/g, '');

/** The fixed words with these beginnings, but those named. */
function fixedWords(locale: (typeof locales)[number], beginnings: readonly string[], but: readonly string[]): string[] {
  return Object.entries(documentTexts.catalogs[locale]!)
    .filter(([key]) => beginnings.some((beginning) => key.startsWith(beginning)) && !but.includes(key))
    .map(([, text]) => text);
}

describe('the plan of approach as PDF', () => {
  it.each(locales)('holds every fixed word in %s and everything that was planned', async (locale) => {
    const pdf = await renderPlanOfApproach(planOfApproachSample, locale);
    const found = squeezed(pdfText(pdf));
    const elsewhere = ['plan.draft', 'plan.submitted', 'plan.returned'];
    for (const text of [...fixedWords(locale, ['fact.', 'plan.'], elsewhere), ...textsIn(planOfApproachSample)])
      expect(found).toContain(squeezed(text));
    expect(readPdf(pdf)).toMatchObject({ universalAccess: '1', language: `${locale}-BE` });
  });

  it.each(['draft', 'submitted', 'returned', 'approved'] as const)('says in words that it is %s', async (status) => {
    const approval = { ...planOfApproachSample.approval, status };
    const text = pdfText(await renderPlanOfApproach({ ...planOfApproachSample, approval }, 'en'));
    expect(text).toContain(documentTexts.catalogs.en[`plan.${status}`]);
  });

  it('has a table of actions with five headers for each goal', async () => {
    const tags = allTags(readPdf(await renderPlanOfApproach(planOfApproachSample, 'nl')).tags);
    const tables = tags.filter(({ role }) => role === 'Table');
    expect(tables.map((table) => allTags(table).filter(({ role }) => role === 'TH').length)).toEqual([5, 5, 5, 2]);
  });

  it('can be printed while most of it is still empty', async () => {
    const facts = Object.fromEntries(Object.keys(planOfApproachSample.facts).map((key) => [key, '']));
    const empty = {
      ...planOfApproachSample,
      facts: facts as unknown as typeof planOfApproachSample.facts,
      lead: '',
      needs: [],
      goals: [{ number: '1', title: 'Eerste doel', needs: [], actions: [] }],
      totalHours: '',
      expectations: { ofEnterprise: [], ofGuide: [] },
      cost: { rows: [], total: '', note: '' },
      approval: { status: 'draft' as const, text: '', remarks: [] },
    };
    expect(pdfText(await renderPlanOfApproach(empty, 'nl'))).toContain('Eerste doel');
  });
});

describe('the action plan as PDF', () => {
  it.each(locales)('holds every fixed word in %s and everything that was agreed', async (locale) => {
    const pdf = await renderActionPlan(actionPlanSample, locale);
    const found = squeezed(pdfText(pdf));
    const elsewhere = ['action.notConfirmed', 'result.open', 'seal.draftTitle', 'seal.draftText'];
    const { hash, ...seal } = actionPlanSample.seal!;
    const texts = [
      ...textsIn({ ...actionPlanSample, seal }),
      hash,
      ...fixedWords(locale, ['fact.', 'action.', 'result.', 'seal.'], elsewhere),
    ];
    for (const text of texts) expect(found).toContain(squeezed(text));
    expect(readPdf(pdf)).toMatchObject({ universalAccess: '1', language: `${locale}-BE` });
  });

  it('is another document each time the benchmark asks for the sample, of two or three pages', async () => {
    const [first, second] = [await renderActionPlanSample(), await renderActionPlanSample()];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    expect(Number(pdfInfo(first).Pages)).toBeGreaterThanOrEqual(2);
    expect(Number(pdfInfo(first).Pages)).toBeLessThanOrEqual(3);
  });

  it('carries its check code on every page and links to where it can be checked', async () => {
    const pdf = await renderActionPlan(actionPlanSample, 'nl');
    const pages = Number(pdfInfo(pdf).Pages);
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(pdfText(pdf).split(`Controlecode ${actionPlanSample.seal!.checkCode}`).length - 1).toBeGreaterThanOrEqual(
      pages,
    );
    expect(readPdf(pdf).links).toEqual([actionPlanSample.seal!.verifyAt]);
  });

  it('says that it is a draft, and leaves a line to sign, until both sides confirmed', async () => {
    const confirmations = actionPlanSample.confirmations.map((entry) => ({ ...entry, confirmed: null }));
    const text = pdfText(await renderActionPlan({ ...actionPlanSample, confirmations, seal: null }, 'en'));
    expect(text).toContain('This is still a draft');
    expect(text.split('Not confirmed yet').length - 1).toBe(2);
    expect(text).not.toContain('7F2C');
  });

  it.each(['done', 'partly', 'different', 'open'] as const)('says in words that a goal is %s', async (result) => {
    const goals = actionPlanSample.goals.map((goal) => ({ ...goal, result }));
    const text = squeezed(pdfText(await renderActionPlan({ ...actionPlanSample, goals }, 'fr')));
    expect(text).toContain(squeezed(documentTexts.catalogs.fr![`result.${result}`]));
  });

  it('keeps hostile text inert wherever somebody types', async () => {
    const hostile = '#panic("x") *a* $b$ <script>c</script> \\ @d';
    const swap = (value: unknown, key = ''): unknown => {
      if (typeof value === 'string') return ['result', 'number'].includes(key) ? value : hostile;
      if (Array.isArray(value)) return value.map((inner) => swap(inner, key));
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(Object.entries(value).map(([inner, child]) => [inner, swap(child, inner)]));
    };
    const pdf = await renderActionPlan(swap(actionPlanSample) as typeof actionPlanSample, 'nl');
    expect(squeezed(pdfText(pdf)).split(squeezed(hostile)).length - 1).toBeGreaterThan(40);
    expect(readPdf(pdf).links).toEqual([]);
  });
});
