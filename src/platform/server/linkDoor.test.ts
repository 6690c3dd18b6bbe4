import { isHttpError, isRedirect } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { locales } from '#shared/localised.ts';
import { asHttpError, form } from './door.ts';
import { forbidden, notFound, notNow, signInFirst, type Refusal } from './errors.ts';
import type { Operation } from './operation.ts';

const at = (path: string, locale = 'nl') => ({
  url: new URL(`http://localhost${path}`),
  locals: { visit: { locale, credentials: { locale } } },
});

describe('a page behind a link from a mail', () => {
  test.each([signInFirst(), forbidden(), notFound()])('says that the link is gone instead of %s', (refusal) => {
    for (const path of ['/c/AbCdEfGhIjKlMnOpQrStUvWxYz/action-plan', '/c/x/agreement', '/c/']) {
      const shown = asHttpError(refusal, at(path) as never);
      expect(isHttpError(shown) && shown.status, path).toBe(410);
    }
  });

  test('says so in the language of the visitor', () => {
    const words = locales.map((locale) => {
      const shown = asHttpError(signInFirst(), at('/c/x/action-plan', locale) as never);
      return isHttpError(shown) ? shown.body.message : '';
    });
    expect(new Set(words).size).toBe(locales.length);
  });

  test('sends nobody to sign in, while other pages do', () => {
    expect(isRedirect(asHttpError(signInFirst(), at('/home') as never))).toBe(true);
    expect(isRedirect(asHttpError(signInFirst(), at('/c/x/action-plan') as never))).toBe(false);
  });

  test('still says why when something cannot be done now', async () => {
    const refuse = (refusal: Refusal): Operation<never> =>
      ({ name: 'x.y', call: () => Promise.reject(refusal) }) as unknown as Operation<never>;
    const event = () => ({
      ...at('/c/x/action-plan'),
      request: new Request('http://localhost/', { method: 'POST', body: new FormData() }),
    });
    const answer = await form(refuse(notNow('error.tooLarge')))(event() as never);
    expect(answer.status).toBe(409);
    await expect(form(refuse(signInFirst()))(event() as never)).rejects.toMatchObject({ status: 410 });
  });
});
