import { expect, test } from 'vitest';
import { answerWith, formatFor } from './answer.ts';
import { pointerTo } from './problems.ts';
import { inputInAddress, keyOf, shownBy } from './request.ts';

const request = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request('http://localhost/api/v1/x/y?state=new&after=a', { method, headers });

test('a page of a list that goes on says where, in the body and in the header', async () => {
  const asked = request();
  const answer = answerWith({ rows: [], next: 'Bakkerij & Co~1' }, asked, new URL(asked.url), 'nl');
  expect(answer.headers.get('link')).toBe('</api/v1/x/y?state=new&after=Bakkerij+%26+Co%7E1>; rel="next"');
  expect(await answer.json()).toMatchObject({ next: 'Bakkerij & Co~1' });
});

test('the last page, and a page that was asked for by POST, have no such header', () => {
  const url = new URL(request().url);
  expect(answerWith({ next: null }, request(), url, 'nl').headers.get('link')).toBeNull();
  expect(answerWith({ next: 'x' }, request({}, 'POST'), url, 'nl').headers.get('link')).toBeNull();
});

test('of the formats that exist the caller gets the one they like best', () => {
  expect(formatFor(null).ending).toBe('ndjson');
  expect(formatFor('*/*').ending).toBe('ndjson');
  expect(formatFor('text/html, text/csv;q=0.4').ending).toBe('csv');
  expect(formatFor('text/csv;q=0.4, application/x-ndjson;q=0.5').ending).toBe('ndjson');
  expect(() => formatFor('text/html')).toThrow('not_acceptable');
  expect(() => formatFor('text/csv;q=0')).toThrow('not_acceptable');
});

test('a field is pointed at as RFC 6901 says', () => {
  expect(pointerTo('goals.0.title')).toBe('#/goals/0/title');
  expect(pointerTo('a/b~c')).toBe('#/a~1b~0c');
  expect(pointerTo('')).toBe('#');
});

test('a key may stand in quotes or not, and is visible characters only', () => {
  const key = (header: string) => keyOf(request({ 'idempotency-key': header }));
  expect(key('"abc-1"')).toBe('abc-1');
  expect(key('abc-1')).toBe('abc-1');
  for (const wrong of ['', 'a b', 'é', 'x'.repeat(201), 'a"b']) expect(() => key(wrong)).toThrow('bad_key');
});

test('a token comes as Bearer, the secret of a link as Link, and nothing else counts', () => {
  expect(shownBy(request())).toEqual({});
  expect(shownBy(request({ authorization: 'bearer kl_x' }))).toEqual({ token: 'kl_x' });
  expect(shownBy(request({ authorization: 'Link abc' }))).toEqual({ link: 'abc' });
  for (const wrong of ['Basic YTpi', 'Bearer', 'Bearer a b', `Bearer ${'x'.repeat(300)}`])
    expect(() => shownBy(request({ authorization: wrong }))).toThrow('token_unknown');
});

test('an input in the address is nested by dots, and cannot reach a prototype', () => {
  const input = inputInAddress(
    new URL('http://x/?filter.state=new&ids[]=1&ids[]=2&__proto__.x=1&constructor.prototype.y=1'),
  );
  expect(input).toMatchObject({ filter: { state: 'new' }, ids: ['1', '2'] });
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  expect(({} as Record<string, unknown>)['y']).toBeUndefined();
});
