import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { readEnterpriseRow, type EnterpriseRow } from '#modules/enterprises/index.server.ts';
import { coordinatorOf, findLot, fundFor } from '#modules/programmes/index.ts';
import { readProgramme, type Programme } from '#modules/programmes/index.server.ts';
import type { Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { notFound } from '#platform/server/errors.ts';
import { mayOn, query } from '#platform/server/operation.ts';
import { openForPerson, readPeople, type Person } from '#platform/server/people.ts';
import type { Permission } from '#platform/server/permissions.ts';
import { z } from 'zod';
import { dayInBrussels } from '#shared/dates.ts';
import { id } from '#shared/inputs.ts';
import type { Locale } from '#shared/localised.ts';
import { isOpenLead, leadActions, mayLead, type LeadAction } from '../rules/leadStates.ts';
import { firstContactBy, isContactLate } from '../rules/nextContact.ts';
import { placeRequest } from '../rules/placeRequest.ts';
import type { LeadPerson, LeadView } from '../rules/views.ts';
import { leadHandle, type LeadHandle } from './handle.ts';
import {
  attachedRequests,
  contactLog,
  handoversOf,
  hasRunningTrajectory,
  readLeadRow,
  type LeadRow,
} from './leadStore.ts';
import './permissions.ts';

/** One lead: who asks, what is known, what was said so far, and what can be done now. */
export const readLead = query({
  name: 'recruitment.readLead',
  input: z.object({ lead: id() }),
  on: leadHandle,
  needs: 'lead.read',
  example: (world) => ({ lead: world['lead.taken'] ?? world['lead.new']! }),
  async run({ lead, db, actor, today, beyond }): Promise<LeadView> {
    const { locale } = actor;
    const row = await readLeadRow(db, lead.id);
    const enterprise = await readEnterpriseRow(db, lead.enterprise);
    const programme = await readProgramme(db, lead.programme);
    if (!enterprise || !programme) throw notFound();
    const log = await contactLog(db, lead.id);
    const attached = await attachedRequests(db, lead.id);
    const handovers = await handoversOf(db, lead.id);
    const running = await beyond('a trajectory may run in other hands; only that it runs is told', () =>
      hasRunningTrajectory(db, lead.enterprise),
    );
    const people = await readPeople(db, [
      lead.contact,
      ...(lead.takenBy ? [lead.takenBy] : []),
      ...log.map(({ by }) => by),
      ...attached.map(({ contact }) => contact),
      ...handovers.map(({ by }) => by),
    ]);
    const name = (person: string) => people.get(person)?.name ?? '—';
    return {
      id: lead.id,
      version: lead.version,
      state: lead.state,
      source: row.source,
      cameIn: dayInBrussels(row.createdAt),
      closedOn: row.closedOn,
      fund: row.providerName,
      lot: row.lotNumber === null ? null : { number: row.lotNumber, name: row.lotName?.[locale] ?? '' },
      enterprise: {
        ...enterprise,
        number: formatEnterpriseNumber(enterprise.number),
        sector: programme.definition.sectors.find(({ id: one }) => one === enterprise.sectorCode)?.name[locale] ?? null,
      },
      givenOtherwise: givenOtherwise(row, enterprise),
      lots: lotsOf(programme, enterprise),
      contact: await shownPerson(db, people.get(lead.contact), row.contactGiven),
      wantsCall: row.wantsCall,
      message: row.message,
      takenBy: lead.takenBy
        ? { name: name(lead.takenBy), me: actor.kind === 'person' && actor.id === lead.takenBy }
        : null,
      nextContactOn: lead.nextContactOn,
      late: isOpenLead(lead.state) && isContactLate(lead.nextContactOn, today),
      log: log.map((one) => ({ ...one, by: name(one.by) })),
      attached: await Array.fromAsync(attached, async ({ createdAt, contactGiven, ...one }) => ({
        ...one,
        on: dayInBrussels(createdAt),
        contact: await shownPerson(db, people.get(one.contact), contactGiven),
      })),
      handovers: handovers.map((one) => ({ ...one, by: name(one.by) })),
      ended:
        lead.state === 'declined' || lead.state === 'withdrawn'
          ? { reason: row.declineReason, words: row.declineWords }
          : null,
      trajectory: row.trajectory,
      scan: row.scan,
      actions: actionsOn(actor, lead, running),
      otherFunds: otherFunds(programme, lead, locale),
      today,
      suggestedNext: firstContactBy(today),
    };
  },
});

async function shownPerson(db: Db, person: Person | undefined, given: Buffer | null): Promise<LeadPerson> {
  if (!person || person.erased) return { id: person?.id ?? '', name: '—', email: null, phone: null, typed: null };
  const typed = given ? await openForPerson<{ name: string; phone: string | null }>(db, person.id, given) : null;
  const differs = typed && (typed.name !== person.name || (typed.phone !== null && typed.phone !== person.phone));
  return {
    id: person.id,
    name: person.name,
    email: person.email ?? null,
    phone: person.phone ?? null,
    typed: differs ? typed : null,
  };
}

function givenOtherwise({ given }: LeadRow, enterprise: EnterpriseRow): LeadView['givenOtherwise'] {
  return (['name', 'municipality', 'workers'] as const).flatMap((fact) => {
    const value = given[fact];
    return value === undefined || value === null || value === enterprise[fact] ? [] : [{ fact, value: String(value) }];
  });
}

/** The lots that its committees, or else its sector, point to; told when there are several. */
function lotsOf({ definition }: Programme, enterprise: EnterpriseRow): LeadView['lots'] {
  const isLocalAuthority = enterprise.organisationKind === 'local_authority';
  const decision = findLot(definition, { jointCommittees: enterprise.jointCommittees, isLocalAuthority });
  const byCommittee = decision.shares.map(({ lot, committees }) => ({
    number: lot,
    committees,
    fund: (committees[0] ? fundFor(definition, lot, { committee: committees[0] }).fund : coordinatorOf(definition, lot))
      .name,
  }));
  const sector = definition.sectors.find(({ id: one }) => one === enterprise.sectorCode) ?? null;
  const bySector =
    sector && !isLocalAuthority
      ? placeRequest(definition, {
          organisationKind: enterprise.organisationKind,
          careKind: null,
          sector,
          chosenLot: null,
          workers: null,
          municipality: '',
          knownEnterprise: false,
        }).options.map(({ lot, committees, choice }) => ({ number: lot, committees, fund: choice.fund.name }))
      : [];
  const found = [...byCommittee, ...bySector.filter(({ number }) => !byCommittee.some((one) => one.number === number))];
  return found.length > 1 ? found.sort((a, b) => a.number - b.number) : [];
}

const permissionFor: Readonly<Record<LeadAction, Permission>> = {
  take: 'lead.handle',
  handOver: 'lead.handOver',
  decline: 'lead.handle',
  withdraw: 'lead.handle',
  logContact: 'lead.handle',
  planContact: 'lead.handle',
  convert: 'lead.convert',
};

function actionsOn(actor: Actor, lead: LeadHandle, running: boolean): LeadView['actions'] {
  const answer = (action: LeadAction) => {
    const may = mayLead(action, lead.state);
    const because = !may.allowed
      ? may.because
      : running && (action === 'convert' || action === 'handOver')
        ? 'lead.hasTrajectory'
        : null;
    return { shown: mayOn(actor, permissionFor[action], lead), because };
  };
  return Object.fromEntries(leadActions.map((action) => [action, answer(action)])) as LeadView['actions'];
}

function otherFunds(programme: Programme, lead: LeadHandle, locale: Locale): LeadView['otherFunds'] {
  return programme.lots.map((lot) => ({
    lot: `${lot.number} · ${lot.name[locale]}`,
    funds: programme.providers
      .filter(({ id: one, lot: of, active }) => of === lot.id && active && one !== lead.provider)
      .map(({ id: one, name }) => ({ id: one, name })),
  }));
}
