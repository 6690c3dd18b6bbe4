import { expect, it } from 'vitest';
import { pageRoutes } from './routes.ts';

const routes = pageRoutes();
const of = (path: string) => routes.filter((route) => route.matches(path)).map((route) => route.pattern);

it('finds the pages, whatever groups they lie in', () => {
  expect(of('/')).toEqual(['/']);
  expect(of('/scan')).toEqual(['/scan']);
  expect(of('/leads')).toEqual(['/leads']);
});
it('knows a page by its address', () => {
  expect(of('/leads/019864a5-2000-7000-8001-e07800000000')).toEqual(['/leads/[lead]']);
  expect(of('/check')).toEqual(['/check/[[code]]']);
  expect(of('/check/E149-2FKF-ABX9-4')).toEqual(['/check/[[code]]']);
  expect(of('/nowhere')).toEqual([]);
});
it('takes a page that is named in full before one with something to fill in', () => {
  expect(of('/sign-in/password')[0]).toBe('/sign-in/password');
});
it('gives the address of a page that has nothing to fill in, and no other', () => {
  const address = (pattern: string) => routes.find((route) => route.pattern === pattern)?.address;
  expect(address('/')).toBe('/');
  expect(address('/help/thanks')).toBe('/help/thanks');
  expect(address('/check/[[code]]')).toBe('/check');
  expect(address('/leads/[lead]')).toBeUndefined();
});
