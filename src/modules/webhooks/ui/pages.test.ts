import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import DeliveriesPage from './DeliveriesPage.svelte';
import WebhooksPage from './WebhooksPage.svelte';

const places = [
  { id: 'p', kind: 'provider', name: 'Fonds 1', lot: 1 },
  { id: 'l', kind: 'lot', name: 'Deel 1', lot: 1 },
];
const webhook = {
  id: 'w',
  url: 'https://hooks.example.org/a',
  events: ['plan.approved'] as const,
  placeName: 'Fonds 1',
  lotNumber: 1,
  waiting: 2,
  dead: 1,
};

test('an address stands there with what waits and what failed, and its secret only right after it was added', () => {
  const { body } = render(WebhooksPage, { props: { webhooks: [webhook], places, ended: false } });
  for (const words of ['https://hooks.example.org/a', 'Een plan wordt goedgekeurd', '2 wachten', '1 niet gelukt'])
    expect(body).toContain(words);
  expect(body).not.toContain('whsec_');
  const added = { values: {}, errors: {}, message: '', code: '', result: { id: 'w', secret: 'whsec_x' } };
  expect(render(WebhooksPage, { props: { webhooks: [], places, ended: false, answer: added } }).body).toContain(
    'whsec_x',
  );
});

test('a refused form keeps what was typed and says at each field what helps', () => {
  const answer = {
    values: { url: 'ftp://x', events: ['lead.made'] },
    errors: { url: 'Schrijf een adres dat met https:// begint.' },
    message: '',
    code: 'invalid',
  };
  const { body } = render(WebhooksPage, { props: { webhooks: [], places, ended: false, answer } });
  expect(body).toContain('value="ftp://x"');
  expect(body).toMatch(/value="lead\.made"[^>]*checked|checked[^>]*value="lead\.made"/);
  expect(body.match(/Schrijf een adres/g)!.length).toBeGreaterThan(1);
});

test('a signal says how it went, and can be sent again when it no longer waits', () => {
  const signal = { id: 'd', event: 'plan.approved', attempts: 8, status: 500, madeAt: new Date() };
  const deliveries = [
    { ...signal, state: 'dead' as const, problem: 'refused' },
    { ...signal, id: 'e', state: 'waiting' as const, problem: null },
  ];
  const { body } = render(DeliveriesPage, {
    props: { webhook: 'w', url: webhook.url, deliveries, next: 'd', replayed: false },
  });
  expect(body).toContain('antwoordde met 500');
  expect(body.match(/value="[de]"/g)).toEqual(['value="d"']);
  expect(body).toContain('/webhooks/w?after=d');
});
