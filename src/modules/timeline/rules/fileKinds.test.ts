import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseName, fileKinds, isPlainText, recognise } from './fileKinds.ts';

describe('which files are taken', () => {
  test('name and content must say the same', () => {
    expect(recognise('plan.PDF', 'pdf', false)).toEqual({ ok: true, mediaType: 'application/pdf' });
    expect(recognise('plan.pdf', 'exe', false)).toEqual({ ok: false, why: 'differs' });
    expect(recognise('foto.png', 'jpg', false)).toEqual({ ok: false, why: 'differs' });
    expect(recognise('nota.txt', undefined, true)).toMatchObject({ ok: true });
    expect(recognise('nota.txt', 'xml', true)).toEqual({ ok: false, why: 'differs' });
    expect(recognise('nota.txt', undefined, false)).toEqual({ ok: false, why: 'differs' });
  });

  test('nothing that runs by being opened', () => {
    for (const end of ['exe', 'html', 'svg', 'docm', 'xlsm', 'js', 'zip', 'constructor'])
      for (const content of [end, undefined])
        expect(recognise(`iets.${end}`, content, true)).toEqual({ ok: false, why: 'kind' });
  });

  test('whatever the name, only a kind of the list comes out', () => {
    const mediaTypes = Object.values(fileKinds).map(({ mediaType }) => mediaType);
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), fc.boolean(), (name, content, isText) => {
        const found = recognise(name, content, isText);
        expect(found.ok ? mediaTypes.includes(found.mediaType) : true).toBe(true);
      }),
    );
  });
});

describe('the name of a file', () => {
  test('is the last part of a path, and nothing that steers', () => {
    expect(baseName('C:\\fakepath\\plan.pdf')).toBe('plan.pdf');
    expect(baseName('../../etc/passwd')).toBe('passwd');
    expect(baseName('a\r\nb\u202Efdp.txt')).toBe('abfdp.txt');
  });
});

describe('plain text', () => {
  test('is UTF-8 without other signs', () => {
    expect(isPlainText(Buffer.from('één\t€\r\n'))).toBe(true);
    expect(isPlainText(Buffer.from([0x61, 0x00]))).toBe(false);
    expect(isPlainText(Buffer.from([0xff, 0xfe, 0x61]))).toBe(false);
  });
});
