import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemsOf, optionsOf, QuestionnaireInput } from '#modules/questionnaires/index.ts';
import { contentHash } from '#modules/questionnaires/index.server.ts';
import { levels, modelProblems } from '../rules/model.ts';
import { aspectIds, profileIds } from '../rules/profiles.ts';
import { stepSizes } from '../rules/size.ts';
import { currentScan, publishedScan, publishedScans } from './scan.ts';
import { publishedSteps } from './steps/all.ts';
import { profileTexts } from './profiles.ts';

/** The content of each published version. A version is never changed: whoever changes a word or a weight makes a new one. */
const publishedHashes: Readonly<Record<number, string>> = {
  1: '5252e0737f52dee5c99d56c10e85fb71c78351c1a9926c2638a2c83a1e1a5518',
};

describe('a published version of the scan', () => {
  it.each(publishedScans.map((scan) => [scan.version, scan] as const))(
    '%d still has the content that was published',
    (version, scan) => {
      expect(contentHash({ questionnaire: scan.questionnaire, model: scan.model })).toBe(publishedHashes[version]);
    },
  );

  it.each(publishedScans.map((scan) => [scan.version, scan] as const))(
    '%d is sound',
    (version, { questionnaire, model }) => {
      expect(QuestionnaireInput.parse(questionnaire)).toEqual(questionnaire);
      expect(modelProblems(model)).toEqual([]);
      expect([questionnaire.version, model.version]).toEqual([version, version]);
    },
  );

  it('is found by its number', () => {
    expect(publishedScan(currentScan.version)).toBe(currentScan);
    expect(publishedScan(0)).toBeUndefined();
  });
});

describe('the current scan', () => {
  const items = itemsOf(currentScan.questionnaire);
  const statements = items.filter((item) => currentScan.model.statements.some(({ id }) => id === item.id));

  it('asks 20 to 25 statements and weighs each of them, beside role and size', () => {
    expect(statements.length).toBeGreaterThanOrEqual(20);
    expect(statements.length).toBeLessThanOrEqual(25);
    expect(statements).toHaveLength(currentScan.model.statements.length);
    expect(items.filter((item) => !statements.includes(item)).map(({ id }) => id)).toEqual([
      'about.role',
      'about.workers',
      'about.workersExact',
    ]);
  });

  it('gives every statement an example, the four levels and "I don’t know"', () => {
    for (const statement of statements) {
      expect(statement.example, statement.id).toBeDefined();
      expect(optionsOf(currentScan.questionnaire, statement).map(({ value }) => value)).toEqual([...levels, 'unknown']);
    }
  });

  it('asks the statements of the first picture first', () => {
    expect(statements.slice(0, 5).map(({ id }) => id)).toEqual(currentScan.model.firstStatements);
  });

  it('covers the five aspects', () => {
    expect(new Set(currentScan.model.statements.map(({ aspect }) => aspect))).toEqual(new Set(aspectIds));
  });

  it('keeps statements short enough to read on a phone', () => {
    for (const { id, text } of statements) {
      for (const words of Object.values(text)) expect(words.length, `${id}: ${words}`).toBeLessThanOrEqual(110);
    }
  });
});

describe('the next steps', () => {
  it('are at least three for each profile and size', () => {
    for (const profile of profileIds) {
      for (const size of stepSizes) {
        const fitting = publishedSteps.filter((step) => step.profile === profile && step.sizes.includes(size));
        expect(fitting.length, `${profile} ${size}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('have their own ids and work on statements that speak for their profile', () => {
    expect(new Set(publishedSteps.map(({ id }) => id)).size).toBe(publishedSteps.length);
    for (const { id, profile, worksOn } of publishedSteps) {
      for (const statement of worksOn) {
        const weight =
          currentScan.model.statements.find((candidate) => candidate.id === statement)?.weights[profile] ?? 0;
        expect(weight, `${id} works on ${statement}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('the texts in the definition', () => {
  const all = [
    ...publishedSteps.flatMap(({ title, how }) => [title, how]),
    ...Object.values(profileTexts).flatMap((p) => [p.name, p.what, p.description]),
  ];

  it('exist in four languages that differ from each other', () => {
    for (const text of all) {
      for (const words of Object.values(text)) expect(words.trim()).not.toBe('');
      expect(text.nl).not.toBe(text.fr);
      expect(text.nl).not.toBe(text.en);
    }
  });

  it('speak in the je-form in Dutch and the polite form in French and German', () => {
    const scanTexts = itemsOf(currentScan.questionnaire).flatMap(({ text, example }) =>
      example ? [text, example] : [text],
    );
    for (const { nl, fr, de } of [...all, ...scanTexts]) {
      expect(nl).not.toMatch(/\b[Uu]w?\b/);
      expect(fr).not.toMatch(/(?<!\p{L})(tu|ton|tes)(?!\p{L})/u);
      expect(de).not.toMatch(/\b(du|dein|deine)\b/);
    }
  });
});

describe('docs/scan-scoring.md', () => {
  const page = readFileSync(new URL('../../../../docs/scan-scoring.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| `\w+\.\w+` +\|/.test(line));

  it('shows every statement with the weights of the model', () => {
    const items = itemsOf(currentScan.questionnaire);
    const cells = currentScan.model.statements.map(({ id, weights }) => [
      `\`${id}\``,
      items.find((item) => item.id === id)!.text.en,
      ...profileIds.map((profile) => String(weights[profile] ?? '').replace('-', '−')),
    ]);
    const shown = rows.map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(shown).toEqual(cells);
  });
});
