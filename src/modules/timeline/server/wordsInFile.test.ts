import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fileKinds } from '../rules/fileKinds.ts';
import { wordsInFile } from './wordsInFile.ts';

const packed = (name: string, xml: string) => zipSync({ [name]: strToU8(xml) });

test.each([
  [
    'docx',
    'word/document.xml',
    '<w:p><w:r><w:t>Nadia</w:t></w:r><w:r><w:t xml:space="preserve"> Morgen</w:t></w:r></w:p>',
  ],
  ['xlsx', 'xl/sharedStrings.xml', '<sst><si><t>Nadia Morgen</t></si><si><t>bakker</t></si></sst>'],
  ['pptx', 'ppt/slides/slide1.xml', '<a:p><a:r><a:t>Nadia Morgen</a:t></a:r></a:p>'],
  ['odt', 'content.xml', '<text:p>Nadia<text:s/>Morgen</text:p>'],
])('of a .%s are found, however it breaks them in pieces', (end, name, xml) => {
  expect(wordsInFile(fileKinds[end]!.mediaType, packed(name, xml))?.split('\n')).toContain('Nadia Morgen');
});

test('of a plain text are the text, and signs of XML are those that they stand for', () => {
  expect(wordsInFile(fileKinds['csv']!.mediaType, strToU8('naam;Zoë'))).toBe('naam;Zoë');
  const xml = '<w:p><w:t>Zo&#235; &amp; D&#x2019;Hondt &lt;zoe@example.org&gt;</w:t></w:p>';
  expect(wordsInFile(fileKinds['docx']!.mediaType, packed('word/document.xml', xml))).toContain(
    'Zoë & D’Hondt <zoe@example.org>',
  );
});

test('of pictures, PDFs and what is packed wrongly cannot be read', () => {
  for (const end of ['pdf', 'png']) expect(wordsInFile(fileKinds[end]!.mediaType, strToU8('Nadia'))).toBeNull();
  expect(wordsInFile(fileKinds['docx']!.mediaType, strToU8('not a zip'))).toBeNull();
});
