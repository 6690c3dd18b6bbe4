import { grantsFor, type Actor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import type { Permission } from '#platform/server/permissions.ts';
import type { Choices, Chosen } from '../rules/lists.ts';
import { choicesWithin } from './listStore.ts';
import { programmesOf, reachOf } from './reach.ts';
import { inLocale } from './shown.ts';

/** Everything that was chosen, as text for the address. */
export const chosen = ({ after: _after, ...filter }: Readonly<Record<string, unknown>>): Chosen =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** What there is to choose from; one lot or one fund is no choice. */
export async function choicesFor(db: Db, actor: Actor, permission: Permission): Promise<Choices> {
  const grants = grantsFor(actor, permission);
  const { lots, providers, sectors } = await choicesWithin(db, reachOf(grants), programmesOf(grants));
  const named = <Row extends { readonly name: Parameters<typeof inLocale>[0] }>(row: Row) => ({
    ...row,
    name: inLocale(row.name, actor.locale)!,
  });
  return {
    lots: lots.length > 1 ? lots.map(named) : [],
    providers: providers.length > 1 ? providers : [],
    sectors: sectors.map(named).sort((one, other) => one.name.localeCompare(other.name, actor.locale)),
  };
}
