import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { letTheDoorRefuseForms } from './interface-forms.ts';

function typeAfter(method: string, url: string, type?: string): string | undefined {
  const request = { method, url, headers: { 'content-type': type } } as unknown as IncomingMessage;
  letTheDoorRefuseForms(request);
  return request.headers['content-type'];
}

test('a form at the interface reaches its door as what it is not: JSON', () => {
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', undefined])
    expect(typeAfter('POST', '/api/v1/access/whoAmI', type)).toBe('application/x-not-json');
});

test('JSON, reading, and every page stay as they are', () => {
  expect(typeAfter('POST', '/api/v1/access/whoAmI', 'application/json')).toBe('application/json');
  expect(typeAfter('GET', '/api/v1/access/whoAmI')).toBeUndefined();
  expect(typeAfter('POST', '/leads', 'application/x-www-form-urlencoded')).toBe('application/x-www-form-urlencoded');
  expect(typeAfter('POST', '/apiary', 'text/plain')).toBe('text/plain');
});
