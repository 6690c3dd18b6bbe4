import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hideAddresses } from './hideAddresses.ts';
import { letterPieces } from './letterPieces.ts';

const site = 'https://krachtlijn.example';

describe('a letter on a page', () => {
  test('loses no word', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.webUrl())), (parts) => {
        const body = parts.join(' ');
        expect(
          letterPieces(body, site)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(body);
      }),
    );
  });

  test('makes a link of an address and leaves the full stop outside', () => {
    expect(letterPieces('Zie https://krachtlijn.example/sign-in/abc?to=%2Fx. Dag', site)).toEqual([
      { text: 'Zie ' },
      { text: 'https://krachtlijn.example/sign-in/abc?to=%2Fx', href: '/sign-in/abc?to=%2Fx' },
      { text: '. Dag' },
    ]);
  });

  test('keeps an address of another site whole, also one that begins like ours', () => {
    const [piece] = letterPieces('https://krachtlijn.example.evil.example/x', site);
    expect(piece!.href).toBe('https://krachtlijn.example.evil.example/x');
  });

  test('never links to anything but a page', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        for (const { href } of letterPieces(body, site)) if (href) expect(href).toMatch(/^(https?:\/\/|\/)/);
      }),
    );
  });
});

test('the words of a mail server are shown without addresses', () => {
  expect(hideAddresses('550 <jan.peeters@bedrijf.be>: unknown; try postmaster@bedrijf.be')).toBe(
    '550 <…@…>: unknown; try …@…',
  );
});
