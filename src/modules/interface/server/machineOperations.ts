import { z } from 'zod';
import { findPlace, giveGrant, placesWithin, withdrawGrantsOf } from '#modules/access/index.server.ts';
import { scopeFor } from '#platform/server/actor.ts';
import { allScopes } from '#platform/server/api/scopeList.ts';
import { forbidden, invalid, notFound } from '#platform/server/errors.ts';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { addPerson } from '#platform/server/people.ts';
import { AddMachineInput, CreateMachineTokenInput, MachineInput, RevokeMachineTokenInput } from '../inputs.ts';
import { machinePlaces } from '../rules/tokens.ts';
import {
  addMachine as insertMachine,
  closeMachine as endMachine,
  machineHandle,
  openMachines,
} from './machineStore.ts';
import { insistScopesExist, signedIn } from './tokenOperations.ts';
import { addToken, openTokens, revokeToken, revokeTokensOf } from './tokenStore.ts';
import './permissions.ts';

const noMachine = '00000000-0000-7000-8000-000000000000';

/** The machine accounts in the caller's places with their tokens, and where the caller can add one. */
export const listMachines = query({
  name: 'interface.listMachines',
  input: z.object({}),
  on: nothing,
  needs: 'interface.machines',
  example: () => ({}),
  async run({ db, actor, now }) {
    const { programmes = [], lots = [], providers = [] } = scopeFor(actor, 'interface.machines');
    const machines = await openMachines(db, actor.locale);
    const tokens = await openTokens(
      db,
      machines.map(({ id }) => id),
      now,
    );
    const places = await placesWithin(db, actor.locale, { programmes, lots, providers });
    return {
      machines: machines.map((machine) => ({
        ...machine,
        tokens: tokens.filter(({ person }) => person === machine.id),
      })),
      scopes: allScopes(),
      places: places
        .filter((place) => mayOn(actor, 'interface.machines', handleOf(place)))
        .map(({ id, kind, name, lot }) => ({ id, kind, name, lot })),
    };
  },
});

/** A program that works in its own name, with a role in one place. It cannot sign in; it works through its tokens. */
export const addMachine = command({
  name: 'interface.addMachine',
  input: AddMachineInput,
  on: nothing,
  needs: 'interface.machines',
  example: (world) => ({ name: 'Koppeling met het CRM', role: 'provider_member', place: world['provider']! }),
  async run({ db, actor, input, now }) {
    const by = signedIn(actor);
    const place = await findPlace(db, actor.locale, input.place);
    if (!place) throw notFound();
    if (!mayOn(actor, 'interface.machines', handleOf(place))) throw forbidden();
    const scope = machinePlaces[input.role];
    if (place.kind !== scope) throw invalid('place', `interface.office:error.needs.${scope}`);
    const { programme } = place;
    const person = await addPerson(db, { name: input.name }, 'nl');
    const { lot, provider } = handleOf(place);
    await insertMachine(db, { person, programme, lot, provider, name: input.name, by }, now);
    await giveGrant(db, { person, role: input.role, scope, id: place.id, programme });
    return { machine: person, programme };
  },
  audit: (input, result) => ({
    subject: { kind: 'machine', id: result.machine },
    fields: ['name', 'role', 'place'],
    details: { role: input.role, place: input.place },
    within: { programme: result.programme },
  }),
});

/** Ends a machine account: its role and its tokens stop at once. What it did stays. */
export const closeMachine = command({
  name: 'interface.closeMachine',
  input: MachineInput,
  on: machineHandle,
  needs: 'interface.machines',
  example: (world) => ({ machine: world['machine'] ?? noMachine }),
  async run({ db, machine, now }) {
    await endMachine(db, machine.id, now);
    await withdrawGrantsOf(db, machine.id, now);
    return { tokens: await revokeTokensOf(db, machine.id, now) };
  },
  audit: (input, result) => ({
    subject: { kind: 'machine', id: input.machine },
    fields: ['closedAt'],
    details: { tokens: result.tokens },
  }),
});

/** Makes a token for a machine account. It is shown once, here. */
export const createMachineToken = command({
  name: 'interface.createMachineToken',
  input: CreateMachineTokenInput,
  on: machineHandle,
  needs: 'interface.machines',
  secretResult: true,
  example: (world) => ({
    machine: world['machine'] ?? noMachine,
    name: 'Server 1',
    scopes: ['recruitment:read'],
    days: 365,
  }),
  async run({ db, actor, machine, input, now }) {
    insistScopesExist(input.scopes);
    const place = { programme: machine.programme, lot: machine.lot, provider: machine.provider };
    const { name, scopes, days } = input;
    const made = await addToken(db, { person: machine.id, place, name, scopes, days, by: signedIn(actor) }, now);
    return { id: made.id, token: made.secret };
  },
  audit: (input, result) => ({
    subject: { kind: 'token', id: result.id },
    fields: ['name', 'scopes', 'expiresAt'],
    details: { machine: input.machine, scopes: input.scopes.join(' '), days: input.days },
  }),
});

export const revokeMachineToken = command({
  name: 'interface.revokeMachineToken',
  input: RevokeMachineTokenInput,
  on: machineHandle,
  needs: 'interface.machines',
  example: (world) => ({ machine: world['machine'] ?? noMachine, token: noMachine }),
  async run({ db, machine, input, now }) {
    if ((await revokeToken(db, machine.id, input.token, now)) === 0) throw notFound();
    return { revoked: true };
  },
  audit: (input) => ({
    subject: { kind: 'token', id: input.token },
    fields: ['revokedAt'],
    details: { machine: input.machine },
  }),
});

function handleOf(place: { id: string; programme: string; lotId: string | null; providerId: string | null }) {
  return { id: place.id, programme: place.programme, lot: place.lotId, provider: place.providerId };
}
