import { chromium, type Browser, type Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endEverything, until } from '../support/instance.ts';
import { startTwoProcesses, type TwoProcesses } from '../support/twoProcesses.ts';

/* Two processes of the program, two browsers: what one does on the first, the other sees on the second without reloading. */

let both: TwoProcesses;
let browser: Browser;
let database: pg.Client;
let plan: { trajectory: string };
let guidance: { trajectory: string };
let guides: string[];

beforeAll(async () => {
  both = await startTwoProcesses();
  database = new pg.Client({ connectionString: both.databaseUrl });
  await database.connect();
  const one = async <Row extends object>(question: string) => (await database.query<Row>(question)).rows[0]!;
  plan = await one(
    `select t.id::text as trajectory from trajectories t join plans p on p.trajectory_id = t.id and p.state = 'draft' where t.state = 'planning' limit 1`,
  );
  guidance = await one(
    `select t.id::text as trajectory from trajectories t join trajectory_guides g on g.trajectory_id = t.id and g.until is null where t.state = 'guidance' order by t.id limit 1`,
  );
  guides = (
    await database.query<{ person: string }>(
      `select distinct g.person_id::text as person from grants g join trajectories t on g.scope_id in (t.id, t.enterprise_id, t.provider_id)
       where t.id = $1 and g.withdrawn_at is null and g.role in ('provider_member', 'consultant') limit 2`,
      [plan.trajectory],
    )
  ).rows.map(({ person }) => person);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
});
afterAll(async () => {
  await browser?.close();
  await database?.end();
  await both?.stop();
  await endEverything();
});

async function stepInto(address: string, person: string): Promise<string> {
  const answer = await fetch(`${address}/example?/step`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ person }),
  });
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** A browser of its own for somebody, at one of the processes or at the proxy. */
async function open(address: string, person: string, path: string): Promise<Page> {
  const [name, value] = (await stepInto(address, person)).split('=') as [string, string];
  const context = await browser.newContext({ locale: 'nl-BE', timezoneId: 'Europe/Brussels' });
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address + path);
  return page;
}

/** Notes that this page was never read anew as a whole: a mark that only a reload would take away. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { marked: true }));
const isMarked = (page: Page) => page.evaluate(() => 'marked' in window);

const field = (page: Page, name: string) => page.locator(`textarea[name="plan.expectations.${name}"]`);
const save = (page: Page) => page.locator('.bar').getByRole('button', { name: 'Bewaar' }).click();

let round = 0;
async function record(address: string): Promise<string> {
  const { rows } = await database.query<{ person: string }>(
    'select person_id::text as person from trajectory_guides where trajectory_id = $1 and until is null limit 1',
    [guidance.trajectory],
  );
  const guide = rows[0]!.person;
  const notes = `live ${(round += 1)}`;
  const answer = await fetch(`${address}/trajectories/${guidance.trajectory}/sessions?/record`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, accept: 'text/html', cookie: await stepInto(address, guide) },
    body: new URLSearchParams({
      _once: `live-${process.pid}-${round}`,
      guideId: guide,
      on: new Date().toISOString().slice(0, 10),
      hours: '0,25',
      people: '4',
      theme: 'competence_matrix',
      notes,
      sure: 'true',
    }),
  });
  expect(answer.status).toBe(303);
  return notes;
}

const sees = (page: Page, words: string) => page.getByText(words, { exact: true }).first().waitFor();

describe('two people on one plan, each on another process', () => {
  it('see each other, get what the other saves without reloading, and choose where both wrote something else', async () => {
    const path = `/trajectories/${plan.trajectory}/plan`;
    const first = await open(both.addresses[0], guides[0]!, path);
    const second = await open(both.addresses[1], guides[1]!, path);
    for (const page of [first, second]) await page.getByText(/^Ook hier nu: /).waitFor();

    // Where the other is, too.
    await field(first, 'enterprise').focus();
    await second.getByText(/^Ook hier nu: .+\(.+\)/).waitFor();

    // One types, the other saves something else: both stand there.
    await mark(second);
    await field(second, 'guide').fill('Wat de tweede typt');
    await field(first, 'enterprise').fill('Wat de eerste bewaart');
    await save(first);
    await first.waitForURL(/saved/);
    await until(async () => (await field(second, 'enterprise').inputValue()) === 'Wat de eerste bewaart');
    expect(await field(second, 'guide').inputValue()).toBe('Wat de tweede typt');
    expect(await second.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('plan.expectations.guide');
    await second
      .getByRole('status')
      .getByText(/ veranderde net: /)
      .waitFor();

    // Both write in the same field: what was typed stays, and both are shown.
    await field(first, 'guide').fill('Wat de eerste ervan maakt');
    await save(first);
    const choices = second.locator('#live-choices');
    await choices.getByText('Wat de eerste ervan maakt').waitFor();
    expect(await field(second, 'guide').inputValue()).toBe('Wat de tweede typt');
    await choices.getByRole('button', { name: 'Dat van mij blijft' }).click();
    await until(async () => (await choices.count()) === 0);
    expect(await isMarked(second)).toBe(true);
    await save(second);
    await second.waitForURL(/saved/);
    await until(async () => (await field(first, 'guide').inputValue()) === 'Wat de tweede typt');

    // Who goes away is gone.
    await second.context().close();
    await until(async () => (await first.getByText(/^Ook hier nu: /).count()) === 0);
    await first.context().close();
  });
});

describe('two people on another form', () => {
  it.each([
    ['eligibility', 'intake', 'question', 'context', 'Bewaar'],
    ['guidance', 'action-plan', 'actionPlan.embedding', 'actionPlan.practices.0.what', 'Bewaar'],
  ])('merge while they type: a trajectory in state %s, its page %s', async (state, path, mine, theirs, button) => {
    const { rows } = await database.query<{ trajectory: string; people: string[] }>(
      `select t.id::text as trajectory, array_agg(distinct g.person_id::text) as people from trajectories t
       join grants g on g.scope_id in (t.id, t.enterprise_id, t.provider_id) and g.withdrawn_at is null and g.role in ('provider_member', 'consultant')
       where t.state = $1 group by t.id having count(distinct g.person_id) >= 2 order by t.id limit 1`,
      [state],
    );
    const { trajectory, people } = rows[0]!;
    const pages = [
      await open(both.addresses[0], people[0]!, `/trajectories/${trajectory}/${path}`),
      await open(both.addresses[1], people[1]!, `/trajectories/${trajectory}/${path}`),
    ] as const;
    const [first, second] = pages;
    const at = (page: Page, name: string) => page.locator(`textarea[name="${name}"]`);
    await mark(second);
    await at(second, mine).fill('Wat de tweede typt');
    await at(first, theirs).fill('Wat de eerste bewaart');
    await first.locator('form[action="?/save"]').getByRole('button', { name: button, exact: true }).last().click();
    await first.waitForURL(/saved/);
    await until(async () => (await at(second, theirs).inputValue()) === 'Wat de eerste bewaart');
    expect(await at(second, mine).inputValue()).toBe('Wat de tweede typt');
    expect(await isMarked(second)).toBe(true);
    await Promise.all(pages.map((page) => page.context().close()));
  });
});

describe('a page that stands open', () => {
  it('goes on when the process of its line is killed or restarted, and shows what was done meanwhile', async () => {
    const { rows } = await database.query<{ person: string }>(
      `select g.person_id::text as person from grants g join trajectories t on t.programme_id = g.scope_id where t.id = $1 and g.role = 'programme_manager' and g.withdrawn_at is null limit 1`,
      [guidance.trajectory],
    );
    const page = await open(both.proxy.address, rows[0]!.person, `/trajectories/${guidance.trajectory}/sessions`);
    await mark(page);
    await sees(page, await record(both.addresses[0]));
    await sees(page, await record(both.addresses[1]));
    for (const [which, signal] of [
      [0, 'SIGKILL'],
      [1, 'SIGKILL'],
      [0, 'SIGTERM'],
      [1, 'SIGTERM'],
    ] as const) {
      const restarted = both.restart(which, signal);
      // While one is away, the other takes the work.
      await sees(page, await record(both.addresses[1 - which]!));
      await restarted;
      await sees(page, await record(both.addresses[which]));
    }
    expect(await isMarked(page)).toBe(true);
    await page.context().close();
  });
});
