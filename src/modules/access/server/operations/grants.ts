import { scopeFor } from '#platform/server/actor.ts';
import { config } from '#platform/server/config.ts';
import { forbidden, invalid, notFound, notNow } from '#platform/server/errors.ts';
import { command, mayOn, nothing, query } from '#platform/server/operation.ts';
import { findOrAddPerson, readPeople } from '#platform/server/people.ts';
import { InviteInput, ListGrantsInput, WithdrawGrantInput } from '../../inputs.ts';
import { invitableRoles, isInvitable } from '../../rules/inviting.ts';
import { findPlace, giveGrant, grantHandle, placesWithin, teamOf, withdrawGrant as takeBack } from '../grantStore.ts';
import { providerOnThePage } from '../provider.ts';
import { makeLink } from '../store.ts';
import '../mails.ts';
import '../permissions.ts';

const invitationMinutes = 14 * 24 * 60;
const atMost = 500;

/** Who holds which role in the places of the caller, and where the caller may invite. */
export const listGrants = query({
  name: 'access.listGrants',
  input: ListGrantsInput,
  on: nothing,
  needs: 'access.readGrants',
  example: () => ({}),
  async run({ db, actor, input }) {
    const { programmes = [], lots = [], providers = [] } = scopeFor(actor, 'access.readGrants');
    const seen = await placesWithin(db, actor.locale, { programmes, lots, providers });
    const mayInvite = seen.filter((place) => mayOn(actor, 'access.invite', handleOf(place)));
    const team = await teamOf(db, actor.locale, input.lot, atMost + 1);
    const people = await readPeople(
      db,
      team.map((holder) => holder.person),
    );
    const invitedTo = new Set(mayInvite.map((place) => place.id));
    return {
      holders: team.slice(0, atMost).map(({ grant, person, role, place, since }) => ({
        grant,
        person: { id: person, name: people.get(person)?.name ?? '', email: people.get(person)?.email ?? '' },
        role,
        place,
        since,
        withdrawable: isInvitable(role) && invitedTo.has(place.id) && !(actor.kind === 'person' && actor.id === person),
      })),
      more: team.length > atMost,
      lot: input.lot ?? null,
      lots: seen.filter((place) => place.kind === 'lot').map(({ id, name, lot }) => ({ id, name, number: lot ?? 0 })),
      provider: providerOnThePage()?.name ?? null,
      places: mayInvite.map(({ id, kind, name, lot }) => ({ id, kind, name, lot })),
    };
  },
});

/** Lets somebody in with a role in a place that the inviter manages. */
export const invite = command({
  name: 'access.invite',
  input: InviteInput,
  on: nothing,
  needs: 'access.invite',
  example: (world) => ({
    name: 'Nieuwe Collega',
    email: 'nieuwe.collega@example.org',
    role: 'consultant',
    place: world['provider']!,
  }),
  async run({ db, actor, input, now, effects }) {
    const place = await findPlace(db, actor.locale, input.place);
    if (!place) throw notFound();
    if (!mayOn(actor, 'access.invite', handleOf(place))) throw forbidden();
    const scope = invitableRoles[input.role];
    if (place.kind !== scope) throw invalid('place', `access.office:error.needs.${scope}`);
    const { programme } = place;
    const person = await findOrAddPerson(db, { name: input.name, email: input.email }, input.locale);
    await giveGrant(db, {
      person,
      role: input.role,
      scope,
      id: place.id,
      programme,
      organisation: input.organisation,
    });
    const secret = await makeLink(db, { purpose: 'invitation', person, minutes: invitationMinutes, programme }, now);
    await effects.mail({
      to: person,
      template: 'access.invitation',
      locale: input.locale,
      secrets: { link: `${config().publicUrl}/sign-in/${secret}` },
    });
    return { person, programme };
  },
  audit: (input, result) => ({
    subject: { kind: 'person', id: result.person },
    fields: ['name', 'email', 'role', 'place'],
    details: { role: input.role },
    within: { programme: result.programme },
  }),
});

/** Takes a role back, at once. Nobody takes their own: a place must not be left without whoever manages it by one tap. */
export const withdrawGrant = command({
  name: 'access.withdrawGrant',
  input: WithdrawGrantInput,
  on: grantHandle,
  needs: 'access.invite',
  example: (world) => ({ grant: world['grant'] ?? '00000000-0000-7000-8000-000000000000' }),
  async run({ db, actor, grant, now }) {
    if (!isInvitable(grant.role)) throw forbidden();
    if (actor.kind === 'person' && actor.id === grant.person) throw notNow('access.office:because.ownRole');
    await takeBack(db, grant.id, now);
    return { person: grant.person, role: grant.role };
  },
  audit: (input, result) => ({
    subject: { kind: 'grant', id: input.grant },
    details: { role: result.role, person: result.person },
  }),
});

function handleOf(place: { id: string; programme: string; lotId: string | null; providerId: string | null }) {
  return { id: place.id, programme: place.programme, lot: place.lotId, provider: place.providerId };
}
