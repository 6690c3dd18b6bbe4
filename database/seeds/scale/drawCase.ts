import { competentiechecks2023, routeSector, type CodeIn, type Sector } from '#modules/programmes/index.ts';
import { addDays, addMonths, type PlainDate } from '#shared/dates.ts';
import { cases } from '../cases.ts';
import { contact, enterprise } from '../build.ts';
import { people } from '../people.ts';
import { seedDay } from '../programme.ts';
import type { ActionPlan } from '../../../src/modules/trajectories/rules/actionPlan.ts';
import type { SeedCase, SeedEnterprise, SeedLead } from '../shape.ts';
import { drawActionPlan, drawFacts, drawSessionsOf } from './content.ts';
import { lotShares, drawWorkers, type LeadStanding, type Standing } from './shares.ts';
import type { Random } from './random.ts';
import { enterpriseName, mailbox, personName, placeName } from './words.ts';

/** A case to live through, and where it stands in the end. */
export interface DrawnCase {
  readonly standing: Standing;
  readonly seed: SeedCase;
  /** Why and when it was stopped, when it was. */
  readonly stopped?: { readonly on: PlainDate; readonly reason: string };
  /** An action plan that nobody sealed yet. */
  readonly open?: { readonly on: PlainDate; readonly sent: boolean; readonly content: ActionPlan };
}

const consultants = ['lotte', 'karim', 'griet'] as const;

/** Sectors by the lot that they lead to, with the committee and the fund. */
const roads = competentiechecks2023.sectors.flatMap((sector) => {
  const route = routeSector(competentiechecks2023, sector, { isLocalAuthority: false });
  return route.kind === 'found' && route.committee && !sector.localAuthority
    ? [{ sector, lot: route.lot, committee: route.committee, fund: route.fund.fund.id }]
    : [];
});

const memberOf = (fund: string): string =>
  people.find(({ grants }) => grants.some(({ role, of }) => role === 'provider_member' && of === fund))!.key;
const coordinatorOf = (lot: number): string =>
  people.find(({ grants }) => grants.some(({ role, of }) => role === 'lot_coordinator' && of === lot))!.key;

function drawFirm(random: Random, sequence: number, number: string) {
  const lot = Number(random.weighted(lotShares));
  const { sector, committee, fund } = random.pick(roads.filter((road) => road.lot === lot));
  const workers = drawWorkers(random);
  const name = enterpriseName(random, lot);
  const who = personName(random);
  const main = contact(`firm${sequence}-main`, who, 'firm', random.pick(['owner', 'hr', 'director'] as const));
  const firm: SeedEnterprise = enterprise({
    key: `firm${sequence}`,
    number,
    name,
    municipality: placeName(random),
    ...(lot === 4 ? { organisationKind: 'social_profit' as const } : {}),
    sector: sector.id,
    jointCommittees: [{ number: committee, workers }],
    workers,
    locale: random.weighted({ nl: 92, en: 4, fr: 3, de: 1 }),
    contacts: [{ ...main, email: `${mailbox(who, sequence)}@firm.example.org` }],
  });
  return { firm, lot, fund, sector };
}

function drawLead(
  random: Random,
  { firm, lot, fund }: { firm: SeedEnterprise; lot: number; fund: string; sector: Sector },
  on: PlainDate,
  state: SeedLead['state'],
): SeedLead {
  const by = memberOf(fund);
  const known = state !== 'new';
  return {
    enterprise: firm,
    lot,
    provider: fund,
    state,
    source: random.pick(['website', 'scan', 'visit', 'event', 'partner'] as const) as CodeIn<'leadSources'>,
    createdOn: on,
    ...(known ? { takenBy: by } : {}),
    wantsCall: false,
    message: random.chance(0.5) ? 'Hoe begin je eraan als je met weinig mensen bent?' : '',
    contacts: known
      ? [{ on: addDays(on, random.whole(1, 6)), by, channel: random.pick(['phone', 'email', 'visit'] as const), words: 'Kennisgemaakt en uitgelegd hoe een traject verloopt.' }] // prettier-ignore
      : [],
    ...(state === 'declined' ? { declineReason: random.pick(['no_interest', 'not_now', 'not_reached'] as const) } : {}),
    ...(state === 'taken' ? { nextContactOn: addDays(seedDay, random.whole(-12, 25)) } : {}),
  };
}

/** A request that is no trajectory. `number` is free. */
export function drawLeadCase(random: Random, sequence: number, number: string, standing: LeadStanding): SeedLead {
  const ago = { new: [0, 9], taken: [8, 60], declined: [10, 90], withdrawn: [10, 90] }[standing] as [number, number];
  return drawLead(random, drawFirm(random, sequence, number), addDays(seedDay, -random.whole(...ago)), standing);
}

/** Whole cases of the example of which the words are lent out: those with a plan that was submitted. */
const lenders = (start: PlainDate) =>
  cases(seedDay)
    .filter((one) => one.plan?.submittedOn !== undefined && one.intake && one.startedOn)
    .map((one) => cases(addDays(seedDay, daysFrom(one.startedOn!, start))).find(({ key }) => key === one.key)!);

const daysFrom = (from: PlainDate, to: PlainDate) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** How far into its course each standing is, in days from the start; `late` is how long it may have stood there. */
const reach: Readonly<Record<Standing, { readonly length: number; readonly late: number }>> = {
  intake: { length: 3, late: 14 },
  eligibility: { length: 12, late: 10 },
  needs_evidence: { length: 16, late: 20 },
  agreement: { length: 20, late: 20 },
  planning: { length: 42, late: 25 },
  submitted: { length: 45, late: 12 },
  guidance: { length: 55, late: 15 },
  closing: { length: 90, late: 15 },
  follow_up: { length: 90, late: 150 },
  completed: { length: 460, late: 60 },
  stopped: { length: 70, late: 60 },
};

const after = (standing: Standing, than: Standing): boolean => {
  const order: Standing[] = ['intake', 'eligibility', 'needs_evidence', 'agreement', 'planning', 'submitted', 'stopped', 'guidance', 'closing', 'follow_up', 'completed']; // prettier-ignore
  return order.indexOf(standing) >= order.indexOf(than);
};

/** A trajectory, told as the nine published cases are told, up to where it stands on the day of the example. */
export function drawCase(random: Random, sequence: number, number: string, standing: Standing): DrawnCase {
  const place = drawFirm(random, sequence, number);
  const { firm, fund, lot } = place;
  const sessionDays = after(standing, 'closing') ? 210 : standing === 'guidance' ? random.whole(10, 170) : 0;
  const { length, late } = reach[standing];
  const start = addDays(seedDay, -(length + sessionDays + random.whole(0, late)));
  const on = (days: number) => addDays(start, days);
  const lender = random.pick(lenders(start));
  const guide = random.pick(consultants);
  const member = memberOf(fund);
  const owner = firm.contacts[0].name;
  const mine = <Content>(content: Content): Content =>
    JSON.parse(
      lender.lead.enterprise.contacts.reduce(
        (text, { name }) => text.replaceAll(name, owner).replaceAll(name.split(' ')[0]!, owner.split(' ')[0]!),
        JSON.stringify(content).replaceAll(lender.lead.enterprise.name, firm.name),
      ),
    ) as Content;

  const plan = mine(lender.plan!.content);
  const sessions = after(standing, 'guidance')
    ? drawSessionsOf(random, plan, on(52), { guide, share: standing === 'guidance' ? sessionDays / 210 : 1 }).filter(
        (session) => session.on <= seedDay && session.on <= on(52 + sessionDays),
      )
    : [];
  const sentOn = addDays(sessions.at(-1)?.on ?? on(60), 8);
  const sealedOn = addDays(sentOn, 6);
  const sealed = standing === 'follow_up' || standing === 'completed';
  const content = sealed || standing === 'closing' ? drawActionPlan(random, plan, sentOn, owner) : undefined;
  const talks = [3, 6, 12].filter((months) => standing === 'completed' || addMonths(sealedOn, months + 1) <= seedDay);

  const seed: SeedCase = {
    key: firm.key,
    stage: 'follow_up',
    published: lender.published,
    lead: drawLead(random, place, addDays(start, -random.whole(9, 30)), 'converted'),
    scans: random.chance(0.35)
      ? [{ by: firm.contacts[0].key, role: 'owner', on: addDays(start, -1), towards: [random.pick(['foundation', 'growth', 'learning', 'journey', 'ambition'] as const)], wobble: random.whole(0, 6) }] // prettier-ignore
      : [],
    guides: [
      { person: guide, capacity: 'consultant', since: on(1) },
      { person: member, capacity: 'sector_consultant', since: on(0) },
    ],
    startedOn: start,
    ...(after(standing, 'eligibility')
      ? { intake: { content: { ...mine(lender.intake!.content), on: on(8) }, completedOn: on(10) } }
      : {}),
    informed: after(standing, 'agreement')
      ? [{ moment: 'start', on: on(18), ways: ['meeting'], by: owner, representatives: 'none', words: '' }]
      : [],
    parts: [],
    decisions: after(standing, 'needs_evidence')
      ? [{ on: on(14), by: member, facts: drawFacts(random, firm, on(14), standing !== 'needs_evidence') }]
      : [],
    ...(after(standing, 'agreement')
      ? { agreement: { sentOn: on(16), ...(after(standing, 'planning') ? { agreedOn: on(22) } : {}) } }
      : {}),
    ...(after(standing, 'planning')
      ? {
          plan: {
            content: plan,
            by: guide,
            changedOn: on(40),
            ...(after(standing, 'submitted') ? { submittedOn: on(42) } : {}),
            ...(after(standing, 'guidance')
              ? { state: 'approved' as const, verdict: { on: on(47), by: coordinatorOf(lot), outcome: 'approved' as const, remarks: [] } } // prettier-ignore
              : { state: after(standing, 'submitted') ? ('submitted' as const) : ('draft' as const) }),
          },
        }
      : {}),
    sessions,
    ...(content && sealed
      ? { actionPlan: { content, by: guide, sentOn, confirmedByEnterpriseOn: sealedOn, confirmedByGuideOn: sentOn, sealedOn } } // prettier-ignore
      : {}),
    followUpsDone: sealed
      ? talks.map((months) => ({ months, on: addMonths(sealedOn, months), by: guide, words: 'Het loopt. Eén gewoonte is even blijven liggen.' })) // prettier-ignore
      : [],
  };
  return {
    standing,
    seed,
    ...(standing === 'stopped'
      ? { stopped: { on: on(50), reason: random.pick(['no_time', 'own_request', 'restructuring', 'unreachable']) } }
      : {}),
    ...(standing === 'closing' && content ? { open: { on: sentOn, sent: random.chance(0.5), content } } : {}),
  };
}
