import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { allOperations } from '#platform/server/operation.ts';
import { textFor } from '#platform/text/index.ts';
import EligibilityPage from '#modules/eligibility/ui/EligibilityPage.svelte';
import {
  may,
  trajectoryActions,
  type TrajectoryAction,
  type TrajectoryFacts,
} from '#modules/trajectories/rules/states.ts';
import { readFacts } from '#modules/trajectories/server/facts.ts';
import { trajectoryHandle } from '#modules/trajectories/server/handle.ts';
import { as, at, inSystem, type PlanWorld } from '#modules/trajectories/server/planWorld.testing.ts';
import { texts } from '#modules/trajectories/text/index.ts';
import ActionPlanPage from '#modules/trajectories/ui/ActionPlanPage.svelte';
import AgreementPage from '#modules/trajectories/ui/AgreementPage.svelte';
import FollowUpPage from '#modules/trajectories/ui/FollowUpPage.svelte';
import IntakePage from '#modules/trajectories/ui/IntakePage.svelte';
import PlanPage from '#modules/trajectories/ui/PlanPage.svelte';
import SessionsPage from '#modules/trajectories/ui/SessionsPage.svelte';
import StopPage from '#modules/trajectories/ui/StopPage.svelte';
import { useOwnDatabase } from '../support/database.ts';
import { reasonOf } from './disabledButtons.ts';
import { stages, type Stage } from './stages.ts';

useOwnDatabase();

type Props = Record<string, unknown>;
const pages = {
  intake: ['trajectories.readIntake', IntakePage],
  eligibility: ['eligibility.readEligibility', EligibilityPage],
  agreement: ['trajectories.readAgreement', AgreementPage],
  plan: ['trajectories.readPlan', PlanPage],
  sessions: ['trajectories.readSessions', SessionsPage],
  'action-plan': ['trajectories.readActionPlan', ActionPlanPage],
  'follow-up': ['trajectories.readFollowUps', FollowUpPage],
  stop: ['trajectories.readStop', StopPage],
} as const;

interface Control {
  readonly page: keyof typeof pages;
  readonly as: keyof PlanWorld;
  /** What the control looks like while it can be used: where its form or its link leads. */
  readonly usable: RegExp;
  /** What its button says, used or not. */
  readonly label: string;
  /** Nothing to do it to: then nobody looks for the button. */
  readonly unless?: (facts: TrajectoryFacts) => boolean;
}

const posts = (action: string) => new RegExp(`(form)?action="\\?/${action}"`);
const nothingNoted = ({ sessions }: TrajectoryFacts) => sessions === 0;
const isSealed = ({ actionPlan }: TrajectoryFacts) => actionPlan === 'sealed';

/** Where each action of the table of states has its control. */
const controls: Readonly<Record<Exclude<TrajectoryAction, 'sealActionPlan' | 'remarkOnPlan'>, readonly Control[]>> = {
  recordIntake: [{ page: 'intake', as: 'consultant', usable: posts('save'), label: 'Bewaar' }],
  completeIntake: [{ page: 'intake', as: 'consultant', usable: posts('complete'), label: 'Rond de intake af' }],
  addPart: [{ page: 'intake', as: 'consultant', usable: posts('parts'), label: 'Bewaar de vestigingen' }],
  recordStaffInformed: [{ page: 'intake', as: 'consultant', usable: posts('informed'), label: 'Noteer wanneer' }],
  addGuide: [{ page: 'intake', as: 'colleague', usable: posts('guide'), label: 'Voeg een begeleider toe' }],
  removeGuide: [{ page: 'intake', as: 'colleague', usable: posts('endGuide'), label: 'Stopt vandaag' }],
  decideEligibility: [{ page: 'eligibility', as: 'colleague', usable: posts('decide'), label: 'Beslis' }],
  sendAgreement: [{ page: 'agreement', as: 'colleague', usable: posts('send'), label: 'Verstuur de overeenkomst' }],
  agree: [{ page: 'agreement', as: 'lead', usable: posts('agree'), label: 'Ik ga akkoord' }],
  savePlan: [{ page: 'plan', as: 'consultant', usable: posts('save'), label: 'Bewaar' }],
  submitPlan: [{ page: 'plan', as: 'consultant', usable: posts('submit'), label: 'Dien' }],
  // Taking back stands where submitting stands otherwise: both at once would only confuse.
  withdrawPlan: [
    {
      page: 'plan',
      as: 'consultant',
      usable: posts('withdraw'),
      label: 'Neem',
      unless: ({ plan }) => plan !== 'submitted',
    },
  ],
  approvePlan: [{ page: 'plan', as: 'coordinator', usable: posts('approve'), label: 'Keur' }],
  returnPlan: [{ page: 'plan', as: 'coordinator', usable: posts('return'), label: 'Geef' }],
  recordSession: [{ page: 'sessions', as: 'consultant', usable: /sessions\?\/record"/, label: 'Noteer een sessie' }],
  correctSession: [
    { page: 'sessions', as: 'consultant', usable: /href="\?correct=/, label: 'Verbeter', unless: nothingNoted },
  ],
  strikeSession: [
    { page: 'sessions', as: 'consultant', usable: /href="\?strike=/, label: 'Schrap', unless: nothingNoted },
  ],
  saveActionPlan: [
    { page: 'action-plan', as: 'consultant', usable: /action="\?\/save"|href="\?change"/, label: 'Bewaar' },
  ],
  sendActionPlan: [{ page: 'action-plan', as: 'consultant', usable: posts('send'), label: 'Vraag beide kanten' }],
  confirmActionPlan: [
    // Once sealed the page says that both sides said yes.
    { page: 'action-plan', as: 'lead', usable: posts('confirm'), label: 'Ja, dit klopt', unless: isSealed },
    {
      page: 'action-plan',
      as: 'consultant',
      usable: posts('confirmAsGuide'),
      label: 'Ja, dit klopt',
      unless: isSealed,
    },
  ],
  recordFollowUp: [
    { page: 'follow-up', as: 'consultant', usable: posts('record'), label: 'Noteer hoe het gaat' },
    { page: 'follow-up', as: 'lead', usable: posts('record'), label: 'Noteer hoe het gaat' },
  ],
  correctFollowUp: [
    {
      page: 'follow-up',
      as: 'lead',
      usable: /href="\?correct=/,
      label: 'Verbeter',
      unless: ({ followUpsDone }) => followUpsDone === 0,
    },
  ],
  stop: [{ page: 'stop', as: 'colleague', usable: posts('stop'), label: 'Stop' }],
};

/** A page as its reader gets it from the server, without the comments that Svelte leaves. */
async function html({ world, day }: Stage, page: keyof typeof pages, reader: string): Promise<string> {
  const [operation, component] = pages[page];
  const read = allOperations().find(({ name }) => name === operation)!;
  const view = await read.call(as(reader), { trajectory: world.trajectory }, at(day));
  const url = new URL(`http://krachtlijn.test/trajectories/${world.trajectory}/${page}`);
  return render(component as unknown as Component<Props>, {
    props: { trajectory: world.trajectory, view, answer: null },
    context: new Map([['__request__', { page: { url, params: {}, data: {}, form: null, state: {} } }]]),
  }).body.replaceAll(/<!--.*?-->/gs, '');
}

test('every action of the table of states has its control on a page', () => {
  // Sealing happens by itself with the second yes; a remark travels with giving a plan back.
  const elsewhere: readonly TrajectoryAction[] = ['sealActionPlan', 'remarkOnPlan'];
  expect(Object.keys(controls).sort()).toEqual(trajectoryActions.filter((one) => !elsewhere.includes(one)).sort());
});

describe.each(Object.entries(stages))('a trajectory %s', (_stage, make) => {
  let stage: Stage;
  let facts: TrajectoryFacts;
  const drawn = new Map<string, Promise<string>>();
  const draw = (page: keyof typeof pages, reader: keyof PlanWorld) => {
    const key = `${page} ${reader}`;
    if (!drawn.has(key)) drawn.set(key, html(stage, page, stage.world[reader]));
    return drawn.get(key)!;
  };

  beforeAll(async () => {
    stage = await make();
    facts = await inSystem(async (db) =>
      readFacts(db, (await trajectoryHandle.find(db, stage.world.trajectory))!, stage.day),
    );
  });

  test.each(Object.entries(controls))('offers %s, or says why not', async (name, places) => {
    const permission = may(name as TrajectoryAction, facts);
    for (const { page, as: reader, usable, label, unless } of places) {
      if (unless?.(facts)) continue;
      const body = await draw(page, reader);
      const reason = reasonOf(body, label);
      if (permission.allowed && usable.test(body)) expect(reason, `${page} of ${reader}`).toBeUndefined();
      else if (permission.allowed) expect(reason, `${page} of ${reader}`).toMatch(/vanaf|niemand/u);
      else {
        expect(usable.test(body), `${page} of ${reader} still offers it`).toBe(false);
        const because = textFor(texts, 'nl')(permission.because as 'may.ended', permission.params);
        expect(reason, `${page} of ${reader}`).toBe(because);
      }
    }
  });
});
