import { describe, expect, test } from 'vitest';
import { decideEligibility } from '#modules/eligibility/index.ts';
import { isEnterpriseNumber } from '#modules/enterprises/index.ts';
import { currentScan, scoreScan } from '#modules/maturity/index.ts';
import { codeIds, fundFor, isCode, lotOfCommittee, type CodeList } from '#modules/programmes/index.ts';
import { cases } from '../../database/seeds/cases.ts';
import { leads } from '../../database/seeds/leads.ts';
import { people } from '../../database/seeds/people.ts';
import { exampleRun, programme, seedDay } from '../../database/seeds/programme.ts';
import { scanAnswers } from '../../database/seeds/scanAnswers.ts';
import type { SeedLead } from '../../database/seeds/shape.ts';
import { reviewActionPlan } from '../../src/modules/trajectories/rules/reviewActionPlan.ts';
import { blocking } from '../../src/modules/trajectories/rules/findings.ts';
import { checkStaffInformed, reviewIntake } from '../../src/modules/trajectories/rules/intake.ts';
import { planTexts, reviewPlan } from '../../src/modules/trajectories/rules/reviewPlan.ts';
import { checkSession, hoursLeft } from '../../src/modules/trajectories/rules/sessions.ts';

const all = cases();
const everyLead: readonly SeedLead[] = [...all.map(({ lead }) => lead), ...leads()];
const enterprises = everyLead.map(({ enterprise }) => enterprise);
const byKey = new Map(people.map((person) => [person.key, person]));
const knownCodes = (list: CodeList, ids: readonly string[]) =>
  expect(ids.filter((id) => !isCode(list, id))).toEqual([]);

describe('everybody in the example', () => {
  test('has a key and an address of their own, at example.org', () => {
    const everybody = [...people, ...enterprises.flatMap(({ contacts }) => contacts)];
    for (const field of ['key', 'name', 'email'] as const)
      expect(new Set(everybody.map((person) => person[field])).size, field).toBe(everybody.length);
    for (const { email } of everybody) expect(email).toMatch(/^[a-z]+@[a-z0-9-]+\.example\.org$/);
  });

  test('covers every role, every lot and every active fund', () => {
    const grants = people.flatMap((person) => person.grants);
    for (const role of ['programme_manager', 'evaluator', 'auditor'] as const)
      expect(grants.filter((grant) => grant.role === role)).toHaveLength(1);
    expect(grants.filter(({ role }) => role === 'lot_coordinator').map(({ of }) => of)).toEqual([1, 2, 3, 4, 5]);
    const served = new Set(grants.filter(({ role }) => role === 'provider_member').map(({ of }) => of));
    expect([...served].sort()).toEqual(
      programme.funds
        .filter(({ active }) => active)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('every enterprise of the example', () => {
  test('has a number that could exist and that no other has', () => {
    for (const { number, name } of enterprises) {
      expect(isEnterpriseNumber(number), name).toBe(true);
      expect(number.startsWith('0190')).toBe(true);
    }
    expect(new Set(enterprises.map(({ number }) => number)).size).toBe(enterprises.length);
    expect(new Set(enterprises.map(({ key }) => key)).size).toBe(enterprises.length);
  });

  test('has a sector of the programme, and a lead that lies where its committees say', () => {
    for (const lead of everyLead) {
      const { enterprise } = lead;
      expect(
        programme.sectors.map(({ id }) => id),
        enterprise.name,
      ).toContain(enterprise.sector);
      const fund = programme.funds.find(({ id }) => id === lead.provider);
      expect(fund, enterprise.name).toMatchObject({ lot: lead.lot, active: true });
      if (enterprise.organisationKind === 'local_authority') {
        expect(fundFor(programme, lead.lot, { localAuthority: true }).fund).toBe(fund);
        continue;
      }
      const main = [...enterprise.jointCommittees].sort((a, b) => b.workers! - a.workers!)[0]!;
      expect(lotOfCommittee(programme, main.number), enterprise.name).toMatchObject({ kind: 'lot', lot: lead.lot });
      expect(fundFor(programme, lead.lot, { committee: main.number }).fund.id, enterprise.name).toBe(fund!.id);
    }
  });

  test('never has more people under its committees than it has', () => {
    for (const { jointCommittees, workers, name } of enterprises)
      expect(
        jointCommittees.reduce((sum, committee) => sum + committee.workers!, 0),
        name,
      ).toBeLessThanOrEqual(workers);
  });
});

describe('every lead of the example', () => {
  test('is dated before today, taken by somebody of its fund, with codes of the book', () => {
    for (const lead of everyLead) {
      const days = [lead.createdOn, ...lead.contacts.map(({ on }) => on)];
      for (const day of days) expect(day <= seedDay, lead.enterprise.name).toBe(true);
      knownCodes('leadSources', [lead.source]);
      knownCodes(
        'contactChannels',
        lead.contacts.map(({ channel }) => channel),
      );
      knownCodes('declineReasons', lead.declineReason ? [lead.declineReason] : []);
      expect(lead.state === 'declined').toBe(lead.declineReason !== undefined);
      expect(['taken', 'converted', 'declined'].includes(lead.state)).toBe(lead.takenBy !== undefined);
      if (lead.takenBy) {
        const funds = byKey.get(lead.takenBy)?.grants.map(({ of }) => of);
        expect(funds, lead.enterprise.name).toContain(lead.provider);
      }
    }
  });

  test('makes twelve more beside the nine cases, in every state', () => {
    expect(leads()).toHaveLength(12);
    expect(new Set(everyLead.map(({ state }) => state))).toEqual(
      new Set(['new', 'taken', 'declined', 'withdrawn', 'converted']),
    );
  });
});

describe('the nine published cases', () => {
  test('stand in nine different stages', () => {
    expect(all.map(({ published }) => published.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(all.map(({ stage }) => stage)).size).toBe(9);
    expect(all.map(({ published }) => published.lot)).toEqual([1, 1, 2, 2, 2, 3, 4, 4, 5]);
    for (const { published, lead } of all) expect(lead.lot).toBe(published.lot);
  });

  test.each(all.map((each) => [each.key, each] as const))(
    '%s is described with codes of the book',
    (_, { published }) => {
      knownCodes('approaches', [published.approach]);
      knownCodes('approachFits', [published.fit]);
      knownCodes('participants', published.participants);
      knownCodes('needThemes', published.themes);
      knownCodes('climateDimensions', published.climate);
      knownCodes('learningActivities', published.activities);
      knownCodes('effects', published.effects);
      knownCodes('policySteps', published.policySteps);
    },
  );

  test.each(all.flatMap((each) => each.scans.map((scan) => [each.key, scan, each] as const)))(
    'the scan of %s fits best the profiles that the evaluation named',
    (_, scan, { lead, published }) => {
      expect(lead.enterprise.contacts.map(({ key }) => key)).toContain(scan.by);
      const result = scoreScan(currentScan.model, scanAnswers(scan.towards, scan.wobble));
      expect(result.situation).toBe('profiles');
      expect(new Set(result.ranking.slice(0, scan.towards.length))).toEqual(new Set(scan.towards));
      expect(scan.towards.every((profile) => published.profiles.includes(profile))).toBe(true);
    },
  );

  const withIntake = all.filter(({ intake }) => intake);
  test.each(withIntake.map((each) => [each.key, each] as const))(
    '%s has a complete intake',
    (_, { intake, guides, informed }) => {
      const { content } = intake!;
      expect(reviewIntake(content, { today: seedDay }).filter(({ path }) => path !== 'participants')).toEqual([]);
      knownCodes('motives', content.motives);
      knownCodes('levers', content.levers);
      knownCodes('obstacles', content.obstacles);
      knownCodes('transitions', content.transitions);
      knownCodes('directedBy', [content.directedBy]);
      knownCodes('formalPractices', content.formalPractices);
      knownCodes('informalPractices', content.informalPractices);
      knownCodes('needThemes', content.themes);
      knownCodes('participants', content.participants);
      expect(guides.length).toBeGreaterThan(0);
      for (const { person } of guides) expect(byKey.has(person)).toBe(true);
      for (const note of informed) {
        expect(checkStaffInformed(note, { today: seedDay })).toEqual([]);
        knownCodes('staffInformedWays', note.ways);
      }
    },
  );

  test('are decided by the rules as their stage says', () => {
    const outcomes = all.flatMap(({ key, decisions }) =>
      decisions.map(({ facts, on }) => {
        expect(facts.date).toBe(on);
        return [key, decideEligibility(facts, programme).outcome];
      }),
    );
    expect(outcomes).toEqual([
      ['houtatelier', 'eligible'],
      ['elektro', 'eligible'],
      ['metaalbouw', 'eligible'],
      ['weverij', 'needs_evidence'],
      ['kantoor', 'eligible'],
      ['zorgkoepel', 'needs_evidence'],
      ['zorgkoepel', 'eligible'],
    ]);
  });

  test('happen in the order in which things happen', () => {
    for (const { key, lead, startedOn, intake, decisions, agreement, plan, sessions, actionPlan } of all) {
      const days = [
        lead.createdOn,
        startedOn,
        intake?.content.on ?? undefined,
        intake?.completedOn,
        ...decisions.map(({ on }) => on),
        agreement?.sentOn,
        agreement?.agreedOn,
        plan?.submittedOn,
        plan?.verdict?.on,
        sessions[0]?.on,
        sessions.at(-1)?.on,
        actionPlan?.sentOn,
        actionPlan?.sealedOn,
      ].filter((day) => day !== undefined);
      expect([...days].sort(), key).toEqual(days);
      expect(days[0]! >= exampleRun.from && days.at(-1)! <= seedDay, key).toBe(true);
    }
  });

  const withPlan = all.filter(({ plan }) => plan);
  test.each(withPlan.map((each) => [each.key, each] as const))(
    'the plan of %s is as far as its state says',
    (key, each) => {
      const { content, state } = each.plan!;
      const findings = reviewPlan(content, {
        maximumHours: Math.floor(programme.pricePerTrajectoryCents / content.cost.rateCents!),
        maximumCents: programme.pricePerTrajectoryCents,
        themes: codeIds('needThemes'),
        agreedOn: each.agreement!.agreedOn!,
        lastDay: exampleRun.until,
        otherPlans: withPlan
          .filter((other) => other.key !== key)
          .map(({ plan }) => ({ texts: planTexts(plan!.content) })),
      });
      if (state === 'draft') {
        expect(blocking(findings).map(({ path }) => path)).toEqual(
          expect.arrayContaining(['actions.2.hours', 'actions.2.end', 'goals.2.expectedResult', 'expectations.guide']),
        );
      } else expect(findings).toEqual([]);
      for (const { horizon, kind } of content.needs) {
        knownCodes('needTimes', [horizon]);
        knownCodes('competenceKinds', [kind]);
      }
      knownCodes(
        'participants',
        content.actions.flatMap(({ roles }) => roles),
      );
      expect(each.published.approach).toBe(content.approach.participation);
      expect(each.published.fit).toBe(content.approach.tailoring);
    },
  );

  test.each(all.filter(({ sessions }) => sessions.length > 0).map((each) => [each.key, each] as const))(
    'the sessions of %s could have been recorded so',
    (_, { sessions, agreement, guides, parts, plan }) => {
      for (const { guide, ...session } of sessions) {
        const found = checkSession(
          { ...session, guideId: guide },
          {
            today: seedDay,
            agreedOn: agreement!.agreedOn!,
            guideIds: guides.map(({ person }) => person),
            themes: codeIds('sessionThemes'),
            recorded: [],
          },
        );
        expect(found).toEqual([]);
        if (session.part) expect(parts.map(({ key }) => key)).toContain(session.part);
      }
      expect(hoursLeft(plan!.content, sessions).over).toBe(0);
    },
  );

  test('end, for the one that is sealed, in an action plan that could be sealed on that day', () => {
    const sealed = all.filter(({ actionPlan }) => actionPlan);
    expect(sealed.map(({ stage }) => stage)).toEqual(['follow_up']);
    const { content, sealedOn } = sealed[0]!.actionPlan!;
    const goals = sealed[0]!.plan!.content.goals;
    expect(reviewActionPlan(content, { today: sealedOn, agreedGoalIds: goals.map(({ id }) => id) })).toEqual([]);
    expect(content.goals.map(({ title, agreed }) => [title, agreed])).toEqual(
      goals.map(({ title, expectedResult }) => [title, expectedResult]),
    );
    knownCodes(
      'embeddings',
      content.practices.map(({ embedding }) => embedding),
    );
    knownCodes(
      'outcomeReasons',
      content.goals.map(({ reason }) => reason).filter((reason) => reason !== ''),
    );
  });

  test('move along when the example is planted on another day', () => {
    const [later] = cases('2027-01-01');
    expect(later!.lead.createdOn > all[0]!.lead.createdOn).toBe(true);
    expect(cases()).toEqual(all);
  });
});
