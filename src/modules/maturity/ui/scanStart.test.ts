import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { textFor } from '#platform/text/index.ts';
import { currentScan } from '../definition/scan.ts';
import { formView } from '../server/formView.ts';
import { texts } from '../text/index.ts';
import ScanPage from './ScanPage.svelte';

describe('the first screen of the scan', () => {
  const t = textFor(texts, 'nl');
  const form = { ...formView(currentScan, 'nl'), today: '2026-11-21', joins: null, change: null };
  const page = render(ScanPage, {
    props: { form, answer: null, joined: '', deleted: false },
  }).body;

  test('says before the first question that one answers in a role, not anonymously', () => {
    const said = page.indexOf(t('role.notice.title'));
    const explained = page.indexOf(t('role.notice.text'));
    const asked = page.indexOf('name="answers.');
    expect(Math.min(said, explained, asked)).toBeGreaterThan(0);
    expect(Math.max(said, explained)).toBeLessThan(asked);
    // The first thing asked is that role.
    expect(page.slice(asked)).toMatch(/^name="answers\.about\.role"/u);
  });

  test('does not hide it behind something that has to be opened', () => {
    const before = page.slice(0, page.indexOf(t('role.notice.title')));
    const opened = (tag: string) => before.split(`<${tag}`).length - before.split(`</${tag}`).length;
    expect(opened('details')).toBe(0);
  });
});
