import type { PdfRequest } from './pdf.ts';

/** A request that prints every part of the layout, with `text` wherever somebody may have typed. */
export function specimen(text = 'Een gewone zin.', over: Partial<PdfRequest> = {}): PdfRequest {
  return {
    template: 'platform/documents/templates/specimen.typ',
    locale: 'nl',
    title: 'Proefblad',
    words: { waiting: 'Nog niet bevestigd' },
    running: { kind: 'Proef', about: text },
    checkCode: 'AB12',
    images: { drawing: { svg: square, alt: 'Een vierkant van tien op tien' } },
    data: {
      eyebrow: text,
      title: text,
      lead: text,
      facts: [
        ['Naam', text],
        ['Leeg', ''],
      ],
      section: text,
      text,
      headers: ['Wat', 'Bedrag'],
      caption: text,
      rows: [
        [text, '€ 12,50'],
        [text, '→ 3'],
      ],
      total: ['Samen', '€ 15,50'],
      subsection: text,
      items: [text, text],
      cards: [
        [text, text],
        [text, text],
        [text, text],
      ],
      confirmations: [
        ['Voor de onderneming', text, text, text],
        ['Voor de begeleiding', text, '', null],
      ],
      address: 'https://krachtlijn.example/nakijken/AB12',
      hash: '00112233445566778899aabbccddeeff',
    },
    ...over,
  };
}

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><rect width="10" height="10" fill="#6e35a3"/></svg>';
