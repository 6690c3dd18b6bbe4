import { describe, expect, it } from 'vitest';
import { locales } from '#shared/localised.ts';
import { PdfFailed, PdfUnavailable, renderPdf } from './pdf.ts';
import { allTags, pdfInfo, pdfText, readPdf } from './readPdf.testing.ts';
import { specimen } from './specimen.testing.ts';
import { loadBinding } from './typst.ts';

describe('a rendered document', () => {
  it('opens in another reader, with title, tags and A4 pages', async () => {
    const info = pdfInfo(await renderPdf(specimen()));
    expect(info).toMatchObject({ Title: 'Proefblad', Tagged: 'yes', Encrypted: 'no', JavaScript: 'no' });
    expect(info['Page size']).toContain('A4');
  });

  it.each(locales)('says in %s that it is PDF/UA-1, and in which language it is written', async (locale) => {
    const pdf = readPdf(await renderPdf(specimen(undefined, { locale })));
    expect(pdf).toMatchObject({ title: 'Proefblad', universalAccess: '1', marked: true, displaysTitle: true });
    expect(pdf.language).toBe(`${locale}-BE`);
  });

  it('counts its pages in the language of the document', async () => {
    const words = { nl: 'Pagina 2 van 3', en: 'Page 2 of 3', fr: 'Page 2 sur 3', de: 'Seite 2 von 3' };
    for (const locale of locales)
      expect(pdfText(await renderPdf(specimen(undefined, { locale })))).toContain(words[locale]);
  });

  it('has headings in order, tables with header cells, lists, links and words for its drawings', async () => {
    const pdf = readPdf(await renderPdf(specimen()));
    const tags = allTags(pdf.tags);
    const headings = tags.filter(({ role }) => /^H\d$/.test(role)).map(({ role }) => Number(role[1]));
    expect(headings[0]).toBe(1);
    expect(headings.filter((level) => level === 1)).toHaveLength(1);
    headings.forEach((level, index) => expect(level - (headings[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    expect(tags.filter(({ role }) => role === 'TH').map(({ scope }) => scope)).toEqual(['Column', 'Column']);
    expect(tags.filter(({ role }) => role === 'TR')).toHaveLength(4);
    expect(tags.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)).toEqual([
      'Een vierkant van tien op tien',
    ]);
    expect(tags.some(({ role }) => role === 'Lbl')).toBe(true);
    expect(tags.filter(({ role }) => role === 'Link')).toHaveLength(1);
    expect(pdf.links).toEqual(['https://krachtlijn.example/nakijken/AB12']);
  });

  it('leaves out a fact that is not known', async () => {
    expect(pdfText(await renderPdf(specimen()))).not.toContain('Leeg');
  });

  it('is the same to the byte each time, unless it carries the time it was made', async () => {
    const [first, again] = [await renderPdf(specimen()), await renderPdf(specimen())];
    expect(Buffer.from(first).equals(Buffer.from(again))).toBe(true);
    const info = pdfInfo(await renderPdf(specimen(undefined, { createdAt: new Date('2027-03-12T10:00:00Z') })));
    expect(info.CreationDate).toContain('Mar 12');
  });

  it('carries no date of its own', async () => {
    expect(pdfInfo(await renderPdf(specimen()))).not.toHaveProperty('CreationDate');
  });
});

describe('text that looks like code', () => {
  it.each([
    '#panic("x") #set page(width: 1cm)',
    '*niet vet* _niet schuin_ `niet` $x^2$ = geen kop',
    '<script>alert(1)</script> <label> @ref',
    String.raw`\u{41} \# einde \ `,
    '/* geen commentaar */ // ook niet',
    '#import "/etc/passwd" #read("/package.json")',
    '"aanhaling" \'enkel\' -- --- ... ~',
    '@page @pages',
  ])('stays what it is: %s', async (text) => {
    const found = pdfText(await renderPdf(specimen(text)));
    expect(found).toContain(text.trim().replaceAll(/\s+/g, ' '));
    expect(pdfInfo(await renderPdf(specimen('x', { title: text }))).Title).toBe(text.trim());
  });

  it('cannot name a template outside the source', async () => {
    for (const template of ['../package.json', 'a.typ": *\n#panic("x")\n//.typ', '/etc/passwd'])
      await expect(renderPdf(specimen('x', { template }))).rejects.toThrow(PdfFailed);
  });
});

describe('long text', () => {
  it('goes on over the pages, in a table cell and in a card too, and loses nothing', async () => {
    const words = Array.from({ length: 600 }, (_, index) => `w${index}x`);
    const found = pdfText(await renderPdf(specimen(words.join(' '))));
    for (const word of words) expect(found.split(word).length - 1, word).toBeGreaterThanOrEqual(15);
  });

  it('of lines only loses none either', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `r${index}x`);
    const found = pdfText(await renderPdf(specimen(lines.join('\n'))));
    for (const line of lines) expect(found.split(line).length - 1, line).toBeGreaterThanOrEqual(15);
  });
});

describe('the line at the top of a page', () => {
  it('stays one line when a name is endless', async () => {
    const found = pdfText(
      await renderPdf(specimen('x', { running: { kind: 'Proef', about: 'lange naam '.repeat(60) } })),
    );
    expect(found).toMatch(/Krachtlijn Proef · (lange naam ){6}la…/);
  });
});

describe('many documents at once', () => {
  it('are made one after the other, and others get their turn in between', async () => {
    let turns = 0;
    let ended = false;
    const count = () => {
      turns += 1;
      if (!ended) setImmediate(count);
    };
    setImmediate(count);
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => renderPdf(specimen(`Tekst ${index}`))));
    ended = true;
    expect(turns).toBeGreaterThanOrEqual(20);
    expect(pdfText(all[13]!)).toContain('Tekst 13');
  });
});

describe('what goes wrong', () => {
  it('says which template failed and why, and the next document is made as if nothing happened', async () => {
    const failing = renderPdf(specimen('x', { data: {} }));
    const next = renderPdf(specimen());
    await expect(failing).rejects.toThrow(/specimen\.typ could not be made: .*eyebrow/s);
    expect((await next).length).toBeGreaterThan(1000);
  });

  it('says so when a drawing cannot be read', async () => {
    const images = { drawing: { svg: '<svg', alt: 'stuk' } };
    await expect(renderPdf(specimen('x', { images }))).rejects.toThrow(PdfFailed);
  });

  it('names the platform when there is no PDF compiler for it', () => {
    const missing = (name: string): never => {
      throw new Error(`Cannot find module '${name}'`);
    };
    expect(() => loadBinding(missing)).toThrow(PdfUnavailable);
    expect(() => loadBinding(missing)).toThrow(/not available on this platform \(\w+-\w+\)/);
  });
});
