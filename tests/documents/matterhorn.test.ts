import { describe, expect, it } from 'vitest';
import { renderCertificate } from '#modules/eligibility/documents/certificate.ts';
import { certifiedSample } from '#modules/eligibility/documents/certificateSample.testing.ts';
import { certificateOf } from '#modules/eligibility/server/certificate.ts';
import { renderScanResult } from '#modules/maturity/documents/scanResult.ts';
import { scanResultSample } from '#modules/maturity/documents/scanResultSample.testing.ts';
import { renderActionPlanSample, planOfApproachSample } from '#modules/trajectories/documents/sample.ts';
import { renderPlanOfApproach } from '#modules/trajectories/documents/planOfApproach.ts';
import {
  allTags,
  pdfFonts,
  pdfInfo,
  pdfText,
  readPdf,
  type TagElement,
} from '#platform/documents/server/readPdf.testing.ts';
import { readPages } from '../support/pdfPages.ts';

/*
 * What the Matterhorn Protocol 1.1 lets a machine decide of PDF/UA-1, over the documents that people really get. The numbers
 * are those of its checkpoints. No validator of somebody else runs here: none can be had from npm or Debian.
 */

const documents: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['the scan result', () => renderScanResult(scanResultSample, 'nl')],
  ['the plan of approach', () => renderPlanOfApproach(planOfApproachSample, 'nl')],
  ['the action plan', () => renderActionPlanSample()],
  ['the certificate of a decision', () => renderCertificate(certificateOf(certifiedSample(), 'nl'), 'nl')],
];

/** Which elements may stand right below which, where the standard says so. */
const below: Readonly<Record<string, readonly string[]>> = {
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  L: ['Caption', 'L', 'LI'],
  LI: ['Lbl', 'LBody'],
};

const known =
  /^(Document|Part|Art|Sect|Div|BlockQuote|Caption|TOC|TOCI|Index|NonStruct|P|H[1-6]|L|LI|Lbl|LBody|Table|THead|TBody|TFoot|TR|TH|TD|Span|Quote|Note|Reference|Code|Link|Annot|Figure|Formula|Datetime|Terms|Title|Strong|Em)$/;

describe.each(documents)('%s', (_name, render) => {
  it('01: draws nothing that is neither in the tag tree nor decoration, and never one within the other', async () => {
    const pages = readPages(await render());
    expect(pages.length).toBeGreaterThan(0);
    for (const { untagged, entangled, marks } of pages) {
      expect(untagged).toEqual([]);
      expect(entangled).toBe(0);
      expect(marks.length).toBeGreaterThan(0);
      expect(new Set(marks).size).toBe(marks.length);
    }
  });

  it('01-005: the tag tree has a place for every mark on a page', async () => {
    for (const { marks, placed } of readPages(await render())) expect(placed).toBe(marks.length);
  });

  it('02: uses the tags of the standard, and says which of them its own stand for', async () => {
    const pdf = await render();
    for (const { role } of allTags(readPdf(pdf).tags)) expect(role).toMatch(known);
    const map = /\/RoleMap <<([^>]*)>>/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? '';
    const own = ['Datetime', 'Terms', 'Title', 'Strong', 'Em'];
    for (const { role } of allTags(readPdf(pdf).tags).filter((tag) => own.includes(tag.role)))
      expect(map).toMatch(new RegExp(`/${role} /(Span|Part|P)\\b`));
  });

  it('06, 07, 11: says its title, shows it, keeps PDF/UA-1 and names its language', async () => {
    const pdf = readPdf(await render());
    expect(pdf).toMatchObject({ universalAccess: '1', marked: true, displaysTitle: true, language: 'nl-BE' });
    expect(pdf.title?.length).toBeGreaterThan(5);
  });

  it('09, 15: tables and lists are built as the standard says, header cells say what they head', async () => {
    const tags = allTags(readPdf(await render()).tags);
    for (const tag of tags)
      if (below[tag.role]) for (const child of tag.children) expect(below[tag.role], tag.role).toContain(child.role);
    const tables = tags.filter(({ role }) => role === 'Table');
    for (const table of tables) {
      const heads = allTags(table).filter(({ role }) => role === 'TH');
      expect(heads.length).toBeGreaterThan(0);
      for (const { scope } of heads) expect(scope).toMatch(/^(Column|Row|Both)$/);
      expect(new Set(rowWidths(table)).size, 'rows of one width, but for one that spans').toBeLessThanOrEqual(2);
    }
  });

  it('13: every figure has words', async () => {
    const tags = allTags(readPdf(await render()).tags);
    for (const { alt } of tags.filter(({ role }) => role === 'Figure' || role === 'Formula'))
      expect(alt?.trim().length).toBeGreaterThan(3);
  });

  it('14: headings begin at the first level and skip none', async () => {
    const tags = allTags(readPdf(await render()).tags);
    const levels = tags.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]));
    expect(levels[0]).toBe(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it('28: a link is in the tag tree, and Tab follows that tree on its page', async () => {
    const pdf = await render();
    const links = allTags(readPdf(pdf).tags).filter(({ role }) => role === 'Link');
    expect(links.length > 0).toBe(readPdf(pdf).links.length > 0);
    for (const page of readPages(pdf).filter(({ hasLinks }) => hasLinks)) expect(page.tabsFollowTags).toBe(true);
    const raw = Buffer.from(pdf).toString('latin1');
    for (const [annotation] of raw.matchAll(/\/Type \/Annot[\s\S]*?endobj/g))
      expect(annotation).toMatch(/\/Contents [(<]/);
  });

  it('31: its fonts are inside, every glyph says its character, and none is missing', async () => {
    const pdf = await render();
    const fonts = pdfFonts(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, toUnicode: true });
    // What has no glyph or no character comes out as one of these.
    expect(pdfText(pdf)).not.toMatch(/[\u0000\ufffd\ufffe\uffff\ue000-\uf8ff]/u);
  });

  it('16, 20, 26, 30: is not locked, runs nothing, has no hidden layers and no foreign drawing language', async () => {
    const pdf = await render();
    expect(pdfInfo(pdf)).toMatchObject({ Encrypted: 'no', JavaScript: 'no', Tagged: 'yes', Suspects: 'no' });
    expect(Buffer.from(pdf).toString('latin1')).not.toMatch(
      /\/OCProperties|\/Subtype \/PS\b|\/OpenAction|\/Launch|\/XFA/,
    );
  });
});

function rowWidths(table: TagElement): number[] {
  return allTags(table)
    .filter(({ role }) => role === 'TR')
    .map(({ children }) => children.length);
}

describe('the reader of pages', () => {
  const page = (content: string) =>
    Buffer.from(
      `\n1 0 obj\n<< /Type /Page /StructParents 0 /Contents 2 0 R >>\nendobj\n2 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`,
    );

  it('sees what is drawn outside every mark, in brackets and strings too', () => {
    const [found] = readPages(page('/P <</MCID 0>> BDC (in \\) EMC) Tj EMC (out) Tj 0 0 9 9 re f'));
    expect(found).toMatchObject({ untagged: ['Tj', 'f'], marks: [0], entangled: 0 });
  });
  it('sees decoration within content', () => {
    const [found] = readPages(page('/P <</MCID 0>> BDC /Artifact BMC (x) Tj EMC EMC'));
    expect(found).toMatchObject({ untagged: [], entangled: 1 });
  });
});
