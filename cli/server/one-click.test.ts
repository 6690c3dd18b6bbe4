import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { letMailProgramsEndMails } from './one-click.ts';

const secret = 'x'.repeat(43);

function after(method: string, url: string, headers: Record<string, string> = {}): Record<string, unknown> {
  const request = {
    method,
    url,
    headers: { host: 'example.org', 'x-forwarded-proto': 'https', ...headers },
  } as unknown as IncomingMessage;
  letMailProgramsEndMails(request);
  return request.headers;
}

test('a mail program, which names no origin, may post to a link that ends mails, without any cookie', () => {
  const headers = after('POST', `/unsubscribe/${secret}`, { cookie: 'krachtlijn_session=1' });
  expect(headers['origin']).toBe('https://example.org');
  expect(headers['cookie']).toBeUndefined();
});

test('a browser that another site made send the form is still refused', () => {
  expect(after('POST', `/unsubscribe/${secret}`, { origin: 'https://elsewhere.org' })['origin']).toBe(
    'https://elsewhere.org',
  );
  expect(after('POST', `/unsubscribe/${secret}`, { origin: 'null' })['origin']).toBe('null');
});

test('everywhere else a form without an origin stays one', () => {
  for (const url of ['/account', '/unsubscribe', `/unsubscribe/${secret}/more`, `/unsubscribe/${secret}?/save`])
    expect(after('POST', url)['origin'], url).toBeUndefined();
  expect(after('GET', `/unsubscribe/${secret}`, { cookie: 'a=b' })['cookie']).toBe('a=b');
});
