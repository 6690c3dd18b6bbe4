import { readCheckCode } from '#modules/signatures/index.ts';

/** What somebody typed into the search box, read as what it may be. */
export type Asked =
  | { readonly kind: 'nothing' }
  /** An enterprise number, or its first digits; dots, spaces and BE may be typed. */
  | { readonly kind: 'number'; readonly digits: string }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'trajectory'; readonly id: string }
  | { readonly kind: 'checkCode'; readonly code: string }
  | { readonly kind: 'words'; readonly words: string };

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iu;

/** Reads what was typed. An address of a page that was pasted gives its trajectory. */
export function readAsked(typed: string): Asked {
  const text = typed.trim().slice(0, 200);
  const id = uuid.exec(text)?.[0];
  if (id) return { kind: 'trajectory', id: id.toLowerCase() };
  const digits = text.replace(/^be/iu, '').replace(/[\s.]/gu, '');
  if (/^\d{3,10}$/u.test(digits)) return { kind: 'number', digits };
  if (/^\S+@\S+$/u.test(text)) return { kind: 'email', email: text };
  const code = /\d/u.test(text) && text.length >= 13 && text.length <= 20 ? readCheckCode(text) : undefined;
  if (code) return { kind: 'checkCode', code };
  return text.replace(/[^\p{L}\p{N}]/gu, '').length >= 2 ? { kind: 'words', words: text } : { kind: 'nothing' };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a name holds the words as they were typed, but for capitals, accents and signs. */
export const holds = (name: string, words: string): boolean => plain(name).includes(plain(words));
