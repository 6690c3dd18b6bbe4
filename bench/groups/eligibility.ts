import { decideEligibility, type EligibilityFacts, type Holding, type Member } from '#modules/eligibility/index.ts';
import { competentiechecks2023 } from '#modules/programmes/index.ts';
import { median, type Group } from '../group.ts';

const members = 1000;

/**
 * A group of a thousand around one enterprise: a pyramid of majorities with a partner beside every seventh, persons,
 * investors and cross-holdings in between, three years of figures each, and aid for every tenth.
 */
function largeGroup(): EligibilityFacts {
  const id = (at: number): string => `E${at}`;
  const period = (year: number, at: number) => ({
    year,
    headcount: (at % 5) / 10,
    turnoverCents: (at % 90) * 100_000,
    balanceCents: (at % 70) * 100_000,
  });
  const kindOf = (at: number): Member =>
    at % 50 === 49
      ? { kind: 'naturalPerson', adjacentMarket: at % 100 === 99 }
      : { kind: at % 33 === 32 ? 'ventureCapital' : 'enterprise' };
  const enterprises = Object.fromEntries(
    Array.from({ length: members }, (_, at) => [
      id(at),
      { ...kindOf(at), periods: [2023, 2024, 2025].map((year) => period(year, at)) },
    ]),
  );
  const holdings: Holding[] = [];
  for (let at = 1; at < members; at++) {
    const share = at % 7 === 0 ? 30 : 60;
    const person = at % 50 === 49;
    const parent = id(Math.floor((at - 1) / 3));
    holdings.push(
      person
        ? { holder: id(at), held: parent, capital: 15, votes: 15 }
        : { holder: parent, held: id(at), capital: share, votes: share },
    );
    if (at % 11 === 0) holdings.push({ holder: id(at), held: id(at - 1), capital: 10, votes: 10 });
  }
  return {
    date: '2026-05-04',
    organisationKind: 'enterprise',
    periods: [],
    group: { subject: id(0), enterprises, holdings },
    jointCommittees: [{ number: '124', workers: 12 }],
    declaredAid: Array.from({ length: members / 10 }, (_, at) => ({
      date: `202${4 + (at % 2)}-0${1 + (at % 9)}-15`,
      undertaking: id(at * 10),
      amountCents: 100_000,
      regulation: '2023/2831',
    })),
    grant: { amountCents: 500_000 },
  };
}

export const eligibility: Group = {
  name: 'eligibility',
  budgets: { group1000Ms: { max: 50, what: 'decision for a group of 1 000 enterprises, warm, median of 40' } },
  measure(say) {
    const facts = largeGroup();
    const times: number[] = [];
    let decision = decideEligibility(facts, competentiechecks2023);
    for (let round = 0; round < 50; round++) {
      const begun = performance.now();
      decision = decideEligibility(facts, competentiechecks2023);
      // The first ones are compiled while they run.
      if (round >= 10) times.push(performance.now() - begun);
    }
    const { group } = decision;
    say(`${group!.linked.length} linked, ${group!.partners.length} partners: ${decision.outcome}`);
    return Promise.resolve({ group1000Ms: median(times) });
  },
};
