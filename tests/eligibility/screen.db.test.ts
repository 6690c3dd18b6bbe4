import type { RequestEvent } from '@sveltejs/kit';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { readCase } from '#modules/eligibility/caseFile/readCase.ts';
import { table } from '#modules/eligibility/cases/table.testing.ts';
import type { TableCase } from '#modules/eligibility/cases/case.testing.ts';
import type { EligibilityFacts } from '#modules/eligibility/rules/facts.ts';
import { as, at, caseWorld, type CaseWorld } from '#modules/eligibility/server/caseWorld.testing.ts';
import type { tryOut } from '#modules/eligibility/server/checkOperations.ts';
import { readEligibility } from '#modules/eligibility/server/operations.ts';
import { eligibilityOfficeTexts, eligibilityTexts, reasonText } from '#modules/eligibility/text/index.ts';
import EligibilityPage from '#modules/eligibility/ui/EligibilityPage.svelte';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import type { FormAnswer } from '#shared/formAnswer.ts';
import { textFor } from '#platform/text/index.ts';
import { actions } from '../../src/routes/(site)/(office)/trajectories/[trajectory]/eligibility/+page.server.ts';
import { useOwnDatabase } from '../support/database.ts';
import { formFields } from '../support/formFields.ts';

/*
 * Each case of the table through the screen as somebody without a script meets it: the page shows the case in its fields, the
 * fields go to the form's action as a browser sends them, and the page that comes back is read.
 */

useOwnDatabase();
let world: CaseWorld;
type View = Awaited<ReturnType<typeof readEligibility.call>>;
let view: View;
const t = textFor(eligibilityTexts, 'nl');
const to = textFor(eligibilityOfficeTexts, 'nl');

beforeAll(async () => {
  world = await caseWorld('eligibility');
  view = await readEligibility.call(as(world.colleague), { trajectory: world.trajectory }, at());
});

type Answered = FormAnswer & { readonly result: Awaited<ReturnType<typeof tryOut.call>> };

function page(shown: object, answer: FormAnswer | null): string {
  const url = new URL(`http://krachtlijn.test/trajectories/${world.trajectory}/eligibility`);
  return render(EligibilityPage as unknown as Component<Record<string, unknown>>, {
    props: { view: shown, answer },
    context: new Map([['__request__', { page: { url, params: {}, data: {}, form: null, state: {} } }]]),
  }).body.replaceAll(/<!--.*?-->/gs, '');
}

/** What the action of the form answers to the fields of a page. */
async function send(fields: FormData, action: unknown = actions.tryOut): Promise<Answered> {
  const event = {
    params: { trajectory: world.trajectory },
    request: new Request('http://krachtlijn.test/', { method: 'POST', body: fields }),
    url: new URL('http://krachtlijn.test/'),
    locals: { visit: { locale: 'nl', credentials: as(world.colleague) } },
  } as unknown as RequestEvent;
  const sent = (await (action as (event: RequestEvent) => Promise<unknown>)(event)) as object;
  // What was not accepted comes wrapped in its status.
  return ('data' in sent ? sent.data : sent) as Answered;
}

async function through({ given }: TableCase): Promise<{ readonly came: Answered; readonly html: string }> {
  const json: unknown = JSON.parse(JSON.stringify(given));
  const facts: EligibilityFacts = readCase(json, [competentiechecks2023]).facts;
  const shown = {
    ...(view as object),
    today: facts.date,
    newestYear: Number(facts.date.slice(0, 4)) - 1,
    lastFacts: facts,
    // Nothing of it is known from elsewhere.
    knownAid: undefined,
    given: [],
  };
  const fields = formFields(page(shown, null));
  // The day and the grant come from the case; these stand on another day.
  fields.set('date', facts.date);
  fields.set('grant.amountCents', String((facts.grant.amountCents ?? 0) / 100).replace('.', ','));
  fields.set('grant.regulation', facts.grant.regulation ?? '');
  fields.set('act', 'preview');
  const came = await send(fields);
  return { came, html: page(shown, came) };
}

/** What the rules call a figure of a member, they call a figure of the year where nobody else counts. */
const alone: Readonly<Record<string, string>> = { memberFigureMissing: 'headcountMissing' };

describe('a case of the table, through the screen', () => {
  test.each(table)('$name', async (one) => {
    const { came, html } = await through(one);
    expect(came.errors).toEqual({});
    const { facts, decision, answer } = came.result;
    expect(answer).toMatchObject(one.answer);
    const codes = answer.reasons.map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining((one.because ?? []).map((code) => (facts.group ? code : (alone[code] ?? code)))),
    );
    // Where lots are in conflict the page names the providers who have to settle it.
    const funds = decision.lot.contested ? decision.lot.shares.flatMap(({ providers }) => providers) : [];
    for (const fund of funds)
      expect(words(html)).toContain(competentiechecks2023.funds.find(({ id }) => id === fund)!.name);
    // The page says the same in words.
    expect(html).toContain(t(`outcome.${decision.outcome}`));
    for (const reason of decision.reasons.filter(
      ({ facts: told }) => !('enterprise' in told) && !('person' in told) && !('investor' in told),
    ))
      expect(words(html)).toContain(words(reasonText(reason, 'nl')));
    if (facts.group && decision.group) {
      const size = decision.group.publicHolding.tooMuch ? 'notSme' : decision.smeClass;
      const [, drawn = ''] = html.split(`aria-label="${t('group.totals')}"`);
      expect(words(drawn)).toContain(size ? t(`class.${size}`) : t('group.sizeOpen'));
    }
  });
});

describe('a button of the group, without a script', () => {
  /** The page after one button, from the fields of the page before it. */
  const press = async (html: string, act: string, more: Readonly<Record<string, string>> = {}) => {
    const fields = formFields(html);
    for (const [name, value] of Object.entries({ standAlone: 'no', act, ...more })) fields.set(name, value);
    return page(view as object, await send(fields));
  };

  test('brings the page back with one row more, with all that was typed and without a word about empty fields', async () => {
    const first = await press(page(view as object, null), 'holder:subject', { 'periods.0.headcount': 'twintig' });
    const fields = formFields(first);
    expect(fields.get('group.holdings.0.holder')).toBe('B');
    expect(fields.get('group.holdings.0.held')).toBe('subject');
    expect(fields.get('periods.0.headcount')).toBe('twintig');
    expect(first).not.toContain('role="alert"');
    const second = await press(first, 'held:B', {
      'group.members.1.name': 'Holding',
      'group.holdings.0.capital': '30',
    });
    expect(formFields(second).getAll('group.members.1.name')).toEqual(['Holding']);
    expect(formFields(second).get('group.holdings.0.capital')).toBe('30');
    expect(second.match(/<details class="entry/g)).toHaveLength(2);
    const third = await press(second, 'remove:B');
    expect([...formFields(third).keys()].filter((name) => name.startsWith('group.holdings'))).toEqual([]);
  });

  test('that asks for the decision first says beside each field what is wrong', async () => {
    const drawn = await press(page(view as object, null), 'holder:subject');
    const html = await press(drawn, 'preview', { 'group.holdings.0.capital': '130', 'periods.0.headcount': '12' });
    expect(html).toContain('href="#f-group-holdings-0-capital"');
    expect(html).toMatch(/id="f-group-holdings-0-capital-error"/);
  });
});

describe('the register, without a script', () => {
  const typed = {
    standAlone: 'no',
    'periods.0.headcount': 'twintig',
    'group.members.1.name': 'bakkerij proefvraag',
    'group.members.1.periods.0.headcount': '12,5',
    'group.holdings.0.capital': '30',
  };
  const answered = async (html: string, act: string, more: Readonly<Record<string, string>> = {}) => {
    const fields = formFields(html);
    for (const [name, value] of Object.entries({ ...more, act })) fields.set(name, value);
    return page(view as object, await send(fields, actions.seek));
  };
  const drawn = (...others: readonly object[]) => {
    const group = {
      members: [{ id: 'subject' }, { id: 'B', periods: [{ year: '2022' }] }, ...others],
      holdings: [{ holder: 'B', held: 'subject' }],
    };
    const values = { standAlone: 'no', periods: [{ year: '2022' }], group };
    return page(view as object, { values, errors: {}, message: '', code: '' });
  };

  test('gives what it found back as buttons, and one of them fills the member in; nothing typed is lost', async () => {
    const looked = await answered(drawn(), 'seek:B', typed);
    const kept = (fields: FormData) =>
      Object.keys(typed)
        .filter((name) => !name.endsWith('.name'))
        .map((name) => fields.get(name));
    expect(looked).toContain('value="take:B:0190090009"');
    expect(looked).toMatch(/<details class="entry[^>]*id="entry-B" open/);
    expect(formFields(looked).get('group.members.1.name')).toBe('bakkerij proefvraag');
    expect(kept(formFields(looked))).toEqual(['no', 'twintig', '12,5', '30']);
    const filled = await answered(looked, 'take:B:0190090009');
    const fields = formFields(filled);
    expect(fields.get('group.members.1.name')).toBe('Bakkerij De Proefvraag');
    expect(fields.get('group.members.1.number')).toBe('0190.090.009');
    expect(fields.get('group.members.1.country')).toBe('BE');
    expect(fields.get('group.members.1.since')).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(kept(fields)).toEqual(['no', 'twintig', '12,5', '30']);
    expect(filled).not.toContain('role="alert"');
  });

  test('says so when nothing is found, and when the enterprise is in the group already', async () => {
    const nothing = await answered(drawn(), 'seek:B', { ...typed, 'group.members.1.name': 'qqqqxxxx' });
    expect(words(nothing)).toContain(words(to('group.notFound')));
    expect(formFields(nothing).get('group.members.1.name')).toBe('qqqqxxxx');
    const twice = await answered(drawn({ id: 'C', number: '0190.090.009' }), 'take:B:0190090009', typed);
    expect(words(twice)).toContain(to('group.already'));
    expect(formFields(twice).get('group.members.1.name')).toBe('bakkerij proefvraag');
    expect(formFields(twice).get('group.members.1.number')).toBe('');
  });
});

/** As it is read: without marks, every space the same. */
const words = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/gu, ' ');
