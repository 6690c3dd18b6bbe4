import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import MachinesPage from './MachinesPage.svelte';
import ReferencePage from './ReferencePage.svelte';
import TokensPage from './TokensPage.svelte';

const scopes = ['recruitment:read', 'recruitment:write', 'reporting:read'];
const day = new Date('2026-11-21T12:00:00Z');
const token = {
  id: 't',
  name: 'Maandrapport',
  hint: 'kl_abcdef',
  scopes: ['reporting:read'],
  madeAt: day,
  expiresAt: day,
  usedAt: null,
};

test('the pages for managers are offered to who manages, and to nobody else', () => {
  const bodyFor = (machines: boolean, webhooks: boolean) =>
    render(TokensPage, { props: { tokens: [token], scopes, machines, webhooks, revoked: false } }).body;
  expect(bodyFor(true, true)).toContain('href="/machines"');
  expect(bodyFor(false, true)).toContain('href="/webhooks"');
  expect(bodyFor(false, false)).not.toMatch(/href="\/(machines|webhooks)"/);
});

test('a token is shown once; the list shows how it begins', () => {
  const answer = { values: {}, errors: {}, message: '', code: '', result: { id: 't', token: 'kl_secret' } };
  const props = { tokens: [token], scopes, machines: false, webhooks: false, revoked: false };
  expect(render(TokensPage, { props: { ...props, answer } }).body).toContain('kl_secret');
  const { body } = render(TokensPage, { props });
  expect(body).not.toContain('kl_secret');
  expect(body).toContain('kl_abcdef');
});

test('a refused token of a machine account stands open at that one, with what was ticked', () => {
  const machine = {
    name: 'Koppeling',
    role: 'provider_member' as const,
    placeName: 'Fonds 1',
    lotNumber: 1,
    tokens: [],
  };
  const answer = {
    values: { machine: 'b', scopes: ['recruitment:write'], name: '' },
    errors: { name: 'Vul dit nog in.' },
    message: '',
    code: 'invalid',
  };
  const machines = [
    { id: 'a', ...machine },
    { id: 'b', ...machine },
  ];
  const { body } = render(MachinesPage, { props: { machines, scopes, places: [], done: null, answer } });
  expect(body.match(/value="recruitment:write"[^>]*checked/g)).toHaveLength(1);
  expect(body).toContain('id="name-b"');
});

test('the reference leads to every operation and to every code', () => {
  const operation = {
    name: 'recruitment.takeLead',
    verb: 'takeLead',
    summary: 'The lead becomes mine',
    kind: 'command' as const,
  };
  const { body } = render(ReferencePage, {
    props: {
      base: 'https://example.org',
      count: 1,
      usesAMinute: 600,
      modules: [{ module: 'recruitment', title: 'Aanvragen', operations: [operation] }],
      problems: [{ code: 'not_now', status: 409, title: 'Nu kan dit niet' }],
    },
  });
  expect(body).toContain('href="/api/recruitment#takeLead"');
  expect(body).toContain('href="/api/problems/not_now"');
});
