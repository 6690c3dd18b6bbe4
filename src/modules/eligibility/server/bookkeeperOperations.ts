import { z } from 'zod';
import { id } from '#shared/inputs.ts';
import { makeLink } from '#modules/access/index.server.ts';
import { readProgramme } from '#modules/programmes/index.server.ts';
import { placeOf, trajectoryHandle, type TrajectoryHandle } from '#modules/trajectories/index.server.ts';
import type { Actor } from '#platform/server/actor.ts';
import { config } from '#platform/server/config.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { forbidden, notFound, notNow } from '#platform/server/errors.ts';
import { defineMail } from '#platform/server/mail.ts';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { findOrAddPerson, readPeople } from '#platform/server/people.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import type { PlainDate } from '#shared/dates.ts';
import { AskBookkeeperInput, GiveFiguresInput, WithdrawRequestInput } from '../bookkeeperInputs.ts';
import { requestDays, requestsADay, standingOfRequest, takesFigures } from '../rules/bookkeeper.ts';
import type { AskedFiguresView, BookkeeperView } from '../rules/bookkeeperView.ts';
import { eligibilityTexts } from '../text/index.ts';
import {
  addAnswer,
  addRequest,
  readRequest,
  readRequests,
  withdrawRequestRow,
  type RequestRow,
} from './bookkeeperStore.ts';
import { readAskedAbout } from './enterpriseStore.ts';
import './permissions.ts';
import { stillDecides } from './stillDecides.ts';

// Its receiver may be nobody that we know: the letter holds their address and no name of a person.
defineMail('eligibility', eligibilityTexts, 'bookkeeper', { nameless: true });

const minutesADay = 24 * 60;

/** Who was asked for the figures of an enterprise, and what they gave. */
export const readBookkeeper = query({
  name: 'eligibility.readBookkeeper',
  input: z.object({ trajectory: id() }),
  on: trajectoryHandle,
  needs: 'eligibility.read',
  example: (world) => ({ trajectory: world['trajectory']! }),
  async run({ trajectory, db, actor, now, today }): Promise<BookkeeperView> {
    const requests = await readRequests(db, trajectory.id);
    const people = await readPeople(
      db,
      requests.flatMap(({ person, askedBy }) => [person, askedBy]),
    );
    return {
      trajectory: { id: trajectory.id, enterpriseName: trajectory.enterpriseName },
      requests: requests.map((request) => ({
        id: request.id,
        email: people.get(request.person)?.email ?? '',
        askedBy: people.get(request.askedBy)?.name ?? '',
        askedAt: request.askedAt,
        expiresAt: request.expiresAt,
        answeredAt: request.answeredAt,
        standing: standingOfRequest(request, now),
        facts: request.facts ?? [],
      })),
      mayAsk: mayOn(actor, 'eligibility.askFigures', trajectory),
      open: await stillDecides(db, trajectory, today),
      days: requestDays,
    };
  },
});

/** Sends a bookkeeper a link to fill in the three figures; whoever was asked before keeps their link. */
export const askBookkeeper = command({
  name: 'eligibility.askBookkeeper',
  input: AskBookkeeperInput,
  on: trajectoryHandle,
  needs: 'eligibility.askFigures',
  example: (world) => ({
    trajectory: world['trajectory.eligibility'] ?? world['trajectory']!,
    email: 'cijfers@boekhouder.example.org',
    language: 'nl',
  }),
  async run({ trajectory, input, db, actor, now, today, effects }) {
    if (actor.kind !== 'person') throw forbidden();
    if (!(await stillDecides(db, trajectory, today))) throw notNow('eligibility:because.figuresTooLate');
    const since = new Date(now.getTime() - minutesADay * 60_000);
    const lately = (await readRequests(db, trajectory.id)).filter(({ askedAt }) => askedAt > since);
    if (lately.length >= requestsADay) throw notNow('eligibility:because.askedOften', { count: requestsADay });
    const person = await findOrAddPerson(db, { name: '', email: input.email }, input.language);
    const request = await addRequest(db, {
      trajectory: trajectory.id,
      person,
      askedBy: actor.id,
      locale: input.language,
      askedAt: now,
      expiresAt: new Date(now.getTime() + requestDays * minutesADay * 60_000),
    });
    const secret = await makeLink(
      db,
      {
        purpose: 'confirm',
        person,
        minutes: requestDays * minutesADay,
        subject: request,
        programme: trajectory.programme,
        enterprise: trajectory.enterprise,
        trajectory: trajectory.id,
      },
      now,
    );
    await effects.mail({
      to: person,
      template: 'eligibility.bookkeeper',
      locale: input.language,
      parameters: { enterprise: trajectory.enterpriseName, days: requestDays },
      secrets: { link: `${config().publicUrl}/c/${secret}/figures?lang=${input.language}` },
    });
    await tell(db, trajectory, today, 'figuresAsked');
    return { request };
  },
  audit: (_input, { request }) => ({
    subject: { kind: 'figuresRequest', id: request },
    fields: ['email', 'language'],
    hashesInput: false,
  }),
});

/** The link works no more; what was given stays. */
export const withdrawRequest = command({
  name: 'eligibility.withdrawRequest',
  input: WithdrawRequestInput,
  on: trajectoryHandle,
  needs: 'eligibility.askFigures',
  example: (world) => ({ trajectory: world['trajectory']!, request: '00000000-0000-7000-8000-000000000000' }),
  async run({ trajectory, input, db, now }) {
    const request = await readRequest(db, input.request);
    if (request?.trajectory !== trajectory.id) throw notFound();
    return { withdrawn: (await withdrawRequestRow(db, request.id, now)) === 1 };
  },
  audit: (input) => ({ subject: { kind: 'figuresRequest', id: input.request }, fields: ['withdrawn'] }),
});

/** The request behind a link, with its trajectory. Anything else that the link could be for is not found here. */
async function linkedRequest(db: Db, actor: Actor): Promise<{ request: RequestRow; trajectory: TrajectoryHandle }> {
  const request = actor.kind === 'link' ? await readRequest(db, actor.subject) : undefined;
  const trajectory = request && (await trajectoryHandle.find(db, request.trajectory));
  if (!request || !trajectory) throw notFound();
  return { request, trajectory };
}

/** What the bookkeeper is asked, for whom and why. Opening it changes nothing, so a mail scanner does no harm. */
export const openFigures = query({
  name: 'eligibility.openFigures',
  input: z.object({}),
  on: nothing,
  needs: 'eligibility.giveFigures',
  example: () => ({}),
  async run({ db, actor, now, today, beyond }): Promise<AskedFiguresView> {
    const { request, trajectory } = await linkedRequest(db, actor);
    const programme = (await readProgramme(db, trajectory.programme))!;
    const { number, provider } = await beyond(
      'whoever is asked for figures is told of which enterprise, by its public number, and for which fund',
      () => readAskedAbout(db, trajectory),
    );
    const people = await readPeople(db, [request.askedBy]);
    const newest = Number(today.slice(0, 4)) - 1;
    const given = (request.facts ?? []).map(({ year }) => year);
    return {
      enterprise: { name: trajectory.enterpriseName, number },
      programme: programme.name,
      provider,
      askedBy: people.get(request.askedBy)?.name ?? '',
      expiresAt: request.expiresAt,
      standing: standingOfRequest(request, now),
      years: [...new Set([newest, newest - 1, ...given])].sort((one, other) => other - one),
      facts: request.facts ?? [],
      answeredAt: request.answeredAt,
    };
  },
});

/** The bookkeeper's figures, confirmed. A second time corrects the first, until somebody decided with them. */
export const giveFigures = command({
  name: 'eligibility.giveFigures',
  input: GiveFiguresInput,
  on: nothing,
  needs: 'eligibility.giveFigures',
  example: () => ({
    periods: [{ year: 2025, headcount: 12.5, turnoverCents: 190_000_000, balanceCents: 80_000_000 }],
    confirmed: 'on',
  }),
  async run({ db, actor, input, now, today }) {
    const { request, trajectory } = await linkedRequest(db, actor);
    const standing = standingOfRequest(request, now);
    if (!takesFigures(standing)) throw notNow(`eligibility:figures.${standing}`);
    const answer = await addAnswer(db, request, input.periods, now);
    await tell(db, trajectory, today, standing === 'open' ? 'figuresGiven' : 'figuresCorrected');
    return { answer, trajectory: trajectory.id, programme: trajectory.programme };
  },
  audit: (_input, { answer, trajectory, programme }) => ({
    subject: { kind: 'figuresAnswer', id: answer },
    fields: ['periods'],
    within: { trajectory, programme },
  }),
});

async function tell(
  db: Db,
  trajectory: TrajectoryHandle,
  day: PlainDate,
  what: 'figuresAsked' | 'figuresGiven' | 'figuresCorrected',
): Promise<void> {
  await addTimelineEntry(db, placeOf(trajectory), {
    kind: 'eligibility.figures',
    day,
    textKey: `eligibility:timeline.${what}`,
    link: `/trajectories/${trajectory.id}/eligibility/bookkeeper`,
  });
}
