import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { textFor } from '#platform/text/index.ts';
import { leadActions, mayLead, type LeadAction } from '#modules/recruitment/rules/leadStates.ts';
import { actsIn } from '#modules/recruitment/server/leadActs.testing.ts';
import { withdrawLead } from '#modules/recruitment/server/operations.ts';
import { at, plantWorld, type World } from '#modules/recruitment/server/world.testing.ts';
import { officeTexts } from '#modules/recruitment/text/index.ts';
import LeadPage from '#modules/recruitment/ui/LeadPage.svelte';
import { useOwnDatabase } from '../support/database.ts';
import { reasonOf } from './disabledButtons.ts';

useOwnDatabase();
let world: World;
beforeAll(async () => {
  world = await plantWorld();
});
const { by, read, version, newLead, takenLead, handOver, decline, convert } = actsIn(() => world);

/** A lead in each of its states, and somebody who works on it there. */
const leads = {
  new: async () => [await newLead(), 'alimento'],
  taken: async () => [await takenLead(), 'alimento'],
  handed_over: async () => {
    const lead = await takenLead();
    await handOver('alimento', lead, 'unizo');
    return [lead, 'unizo'];
  },
  declined: async () => {
    const lead = await takenLead();
    await decline(lead);
    return [lead, 'alimento'];
  },
  converted: async () => {
    const lead = await takenLead();
    await convert(lead);
    return [lead, 'alimento'];
  },
  withdrawn: async () => {
    const lead = await takenLead();
    await withdrawLead.call(by('alimento'), { lead, version: await version(lead), words: '' }, at());
    return [lead, 'alimento'];
  },
} as const satisfies Record<string, () => Promise<[string, string]>>;

// The day of the next contact is chosen where a contact is noted.
const controls = leadActions.filter((action): action is Exclude<LeadAction, 'planContact'> => action !== 'planContact');
const posts = (action: LeadAction) => `action="?/${action === 'logContact' ? 'log' : action}"`;

describe.each(Object.entries(leads))('a lead that is %s', (state, make) => {
  let body: string;
  beforeAll(async () => {
    const [lead, who] = await make();
    const view = await read(who as 'alimento', lead);
    expect(view.state).toBe(state);
    body = render(LeadPage as unknown as Component<Record<string, unknown>>, {
      props: { lead: view, done: null, answer: null },
    }).body.replaceAll(/<!--.*?-->/gs, '');
  });

  test.each(controls)('offers %s, or says why not', (action) => {
    const may = mayLead(action, state as keyof typeof leads);
    const t = textFor(officeTexts, 'nl');
    expect(body.includes(posts(action))).toBe(may.allowed);
    expect(reasonOf(body, t(`lead.${action}`))).toBe(may.allowed ? undefined : t(may.because as 'lead.closed'));
  });
});
