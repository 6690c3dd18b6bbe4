import { claimScan, findScan } from '#modules/maturity/index.server.ts';
import {
  addContact,
  addEnterprise,
  contactsOf,
  findEnterpriseByNumber,
  noteOrigins,
  readEnterpriseRow,
} from '#modules/enterprises/index.server.ts';
import { readProgramme, type Programme } from '#modules/programmes/index.server.ts';
import type { Actor } from '#platform/server/actor.ts';
import { grantsFor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { InvalidInput, invalid, notFound } from '#platform/server/errors.ts';
import { command, nothing, type Effects } from '#platform/server/operation.ts';
import { findByEmail, findOrAddPerson, sealForPerson } from '#platform/server/people.ts';
import { addTimelineEntry } from '#platform/server/registries.ts';
import { hashSecret } from '#platform/server/sealing.ts';
import { formatDate } from '#platform/text/formats.ts';
import type { PlainDate } from '#shared/dates.ts';
import type { Locale } from '#shared/localised.ts';
import type { LeadDetails } from '../inputs.ts';
import { CreateRequestInput } from '../requestInputs.ts';
import { firstContactBy } from '../rules/nextContact.ts';
import { placeRequest, type RequestPlace } from '../rules/placeRequest.ts';
import { waitForAttached, waitForContact, waitingRoles } from './leadTask.ts';
import './mails.ts';
import './permissions.ts';
import { placeIds, sectorOf } from './requestPlace.ts';
import {
  addLead,
  attachRequest,
  leadToJoin,
  providerHasMembers,
  type KnownLead,
  type Request,
} from './requestStore.ts';

/** What the person who asks learns: the same for everybody, whether the enterprise was known or not. */
export interface RequestReceived {
  /** The request's own id: of the lead it became, or of what joined one. New every time, so it tells nothing. */
  readonly request: string;
  readonly programme: string;
  /** Code of the fund that goes with the sector; null when the programme looks for one. */
  readonly fund: string | null;
  readonly by: PlainDate;
}

/** A request for help becomes a lead of the fund of that sector, or joins the one that is there. */
export const requestHelp = command({
  name: 'recruitment.requestHelp',
  input: CreateRequestInput,
  on: nothing,
  needs: {
    public: 'anybody may ask for help; it looks for an open lead of the same enterprise and tells nothing of it',
    sees: 'everything',
    perTenMinutes: 10,
  },
  example: () => ({
    number: '0190090009',
    name: 'Bakkerij De Proefvraag',
    organisationKind: 'enterprise',
    sector: 'bakery',
    workers: 12,
    municipality: '9140 Temse',
    contactName: 'Proef Vrager',
    email: 'vrager@proefvraag.example.org',
    consent: true,
  }),
  async run({ db, input, actor, now, today, effects }): Promise<RequestReceived> {
    const programme = await readProgramme(db);
    if (!programme) throw notFound();
    const known = await findEnterpriseByNumber(db, programme.id, input.number);
    const joins = known && (await leadToJoin(db, known.id));
    const place = placeFor(programme, input, joins !== undefined);
    const locale = input.locale ?? actor.locale;
    const by = firstContactBy(today);
    const request = await requestOf(db, input, locale, now);

    const staffed = async (provider: string | null) => provider === null || (await providerHasMembers(db, provider));
    let id: string;
    if (joins) {
      const mayShare = (await contactsOf(db, joins.enterprise)).some(({ person }) => person === request.contact);
      const scan = mayShare ? await shareScan(db, input, joins, now) : null;
      id = await attachRequest(db, joins, { ...request, scan });
      const roles = waitingRoles(joins.provider, await staffed(joins.provider));
      const lead = { ...joins, enterpriseName: known.name };
      await waitForAttached(db, lead, { due: by, roles, person: joins.takenBy });
    } else {
      // Who knows the enterprise from before gets it again.
      const ids = known?.provider ? { lot: known.lot, provider: known.provider } : placeIds(programme, place);
      const given = { by: actor.kind === 'person' ? actor.id : null, at: now };
      const enterprise = known ?? (await newEnterprise(db, programme, input, place, ids, locale, given));
      const belongs = { programme: programme.id, ...ids, enterprise: enterprise.id };
      const scan = await shareScan(db, input, belongs, now);
      const source = sourceOf(actor, input.source) ?? (scan ? 'scan' : 'website');
      id = await addLead(db, belongs, { ...request, scan }, { source, nextContactOn: by });
      if (!known) {
        const capacity = input.contactCapacity ?? (await capacityByScan(db, input)) ?? 'other';
        await addContact(db, { ...belongs, id: enterprise.id }, { person: request.contact, capacity });
      }
      await addTimelineEntry(db, belongs, {
        kind: 'recruitment.lead',
        day: today,
        textKey: 'recruitment:timeline.lead',
        parameters: { source },
      });
      const lead = { ...belongs, id, enterpriseName: enterprise.name };
      await waitForContact(db, lead, { due: by, roles: waitingRoles(ids.provider, await staffed(ids.provider)) });
    }
    const fund = place.choice?.fund ?? null;
    await confirm(effects, request.contact, locale, fund?.name ?? null, by);
    return { request: id, programme: programme.id, fund: fund?.id ?? null, by };
  },
  audit: (input, result) => ({
    subject: { kind: 'request', id: result.request },
    fields: ['number', 'name', 'contactName', 'email', ...(input.phone ? ['phone'] : [])],
    details: { fund: result.fund, wantsCall: input.wantsCall, scan: input.scanToken !== undefined },
    within: { programme: result.programme },
  }),
});

/** The lot and the fund, or what still stands in the way, each at its field. */
function placeFor(programme: Programme, input: LeadDetails, knownEnterprise: boolean): RequestPlace {
  const sector = sectorOf(programme, input.sector);
  if (sector === undefined) throw invalid('sector', 'programmes:error.sector');
  const place = placeRequest(programme.definition, {
    organisationKind: input.organisationKind,
    careKind: input.careKind ?? null,
    sector,
    chosenLot: input.lot ?? null,
    workers: input.workers ?? null,
    municipality: input.municipality,
    knownEnterprise,
  });
  if (place.assessment.outcome === 'accept') return place;
  throw new InvalidInput(
    place.assessment.ways
      .filter(({ kind }) => kind !== 'note')
      .map(({ field, key, params }) => ({ path: field, textKey: `recruitment:${key}`, parameters: params })),
  );
}

async function requestOf(db: Db, input: LeadDetails, locale: Locale, now: Date): Promise<Request> {
  const values = { name: input.contactName, email: input.email, ...(input.phone ? { phone: input.phone } : {}) };
  const before = await findByEmail(db, input.email);
  const contact = await findOrAddPerson(db, values, locale);
  return {
    contact,
    // Somebody known keeps the values they have; what was typed now stands beside them, for the fund to compare.
    contactGiven: before
      ? await sealForPerson(db, contact, { name: input.contactName, phone: input.phone ?? null })
      : null,
    given: {
      name: input.name,
      municipality: input.municipality,
      organisationKind: input.organisationKind,
      careKind: input.careKind ?? null,
      sector: input.sector ?? null,
      workers: input.workers ?? null,
    },
    wantsCall: input.wantsCall,
    message: input.message || null,
    scan: null,
    at: now,
  };
}

async function newEnterprise(
  db: Db,
  programme: Programme,
  input: LeadDetails,
  place: RequestPlace,
  ids: { lot: string | null; provider: string | null },
  locale: Locale,
  given: { by: string | null; at: Date },
) {
  const isAuthority = input.organisationKind === 'local_authority';
  // A committee counts as known when the person chose it; the usual one of a sector is only a guess.
  const chosen =
    place.options.length > 1 ? place.options.find(({ lot }) => lot === place.assessment.lot)?.committees[0] : undefined;
  const facts = {
    programme: programme.id,
    ...ids,
    number: input.number,
    name: input.name,
    municipality: input.municipality,
    organisationKind: input.organisationKind,
    careKind: isAuthority ? (input.careKind ?? null) : null,
    sectorCode: sectorOf(programme, input.sector)?.id ?? null,
    jointCommittees: chosen ? [{ number: chosen }] : [],
    workers: input.workers ?? null,
    locale,
  };
  const id = await addEnterprise(db, facts);
  await noteOrigins(
    db,
    { id, programme: programme.id, ...ids },
    { before: {}, after: facts },
    { source: 'request', ...given },
  );
  return (await readEnterpriseRow(db, id))!;
}

/** Where a lead came from is for the office to say; from a visitor it would be hearsay. */
function sourceOf(actor: Actor, source: string | undefined): string | undefined {
  return actor.kind === 'system' || grantsFor(actor, 'lead.handle').length > 0 ? source : undefined;
}

/** The scan goes along when the person said so, and when it is not another enterprise's already. */
async function shareScan(
  db: Db,
  input: LeadDetails,
  place: Pick<KnownLead, 'programme' | 'enterprise'> & { lot: string | null; provider: string | null },
  now: Date,
): Promise<string | null> {
  if (!input.scanToken) return null;
  const claim = await claimScan(db, hashSecret(input.scanToken), place, now);
  return claim.claimed ? claim.scan : null;
}

async function capacityByScan(db: Db, input: LeadDetails) {
  return input.scanToken ? (await findScan(db, hashSecret(input.scanToken)))?.role : undefined;
}

async function confirm(
  effects: Effects,
  contact: string,
  locale: Locale,
  fund: string | null,
  by: PlainDate,
): Promise<void> {
  await effects.mail({
    to: contact,
    template: 'recruitment.received',
    locale,
    parameters: { fund: fund ?? '', known: fund ? 'yes' : 'no', day: formatDate(by, locale) },
  });
}
