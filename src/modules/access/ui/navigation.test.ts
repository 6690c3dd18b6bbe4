import { describe, expect, test } from 'vitest';
import { backHere, inLanguage, navigationFor } from './navigation.ts';

describe('the links in the bar', () => {
  test('are there once for somebody with several roles, in a fixed order', () => {
    const keys = navigationFor(['consultant', 'provider_member', 'consultant'], '/').map((link) => link.key);
    expect(keys).toEqual(['today', 'leads', 'enterprises', 'people']);
  });

  test('say which part is open; a trajectory belongs to its enterprise', () => {
    const open = (path: string) =>
      navigationFor(['programme_manager'], path)
        .filter((link) => link.current)
        .map((link) => link.key);
    expect(open('/leads/1')).toEqual(['leads']);
    expect(open('/trajectories/1/plan')).toEqual(['enterprises']);
    expect(open('/leadsother')).toEqual([]);
  });

  test('are none for a visitor', () => {
    expect(navigationFor([], '/')).toEqual([]);
  });
});

describe('changing the language', () => {
  const url = new URL('https://x.example/sign-in?/ask&to=%2Fleads&lang=nl');

  test('keeps the page and what it was about, without sending the form again', () => {
    expect(inLanguage(url, 'fr')).toBe('/sign-in?to=%2Fleads&lang=fr');
    expect(backHere(url)).toBe('/sign-in?to=%2Fleads');
    expect(backHere(new URL('https://x.example/home'))).toBe('/home');
  });
});
