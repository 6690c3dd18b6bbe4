import type { PlainDate } from '#shared/dates.ts';
import type { Credentials } from '#platform/server/actor.ts';
import type { Operation } from '#platform/server/operation.ts';

/** Who and what the example knows by key. */
export interface Cast {
  readonly programme: string;
  readonly lots: ReadonlyMap<number, string>;
  readonly providers: ReadonlyMap<string, string>;
  /** Ids of people by key; contacts of enterprises are added as they appear. */
  readonly people: Map<string, string>;
}

/** Half past nine in Brussels, or as many minutes later: steps of one day keep their order. */
export function momentOn(day: PlainDate, minutes = 0): Date {
  return new Date(Date.parse(`${day}T08:30:00Z`) + minutes * 60_000);
}

/** Lets somebody of the cast do something on a day, through the door that everybody uses. */
export async function play<Result>(
  operation: Operation<Result>,
  who: Pick<Credentials, 'as' | 'link' | 'address'>,
  input: unknown,
  at: Date,
): Promise<Result> {
  try {
    return await operation.call({ locale: 'nl', ...who }, input, { now: at });
  } catch (error) {
    throw new Error(
      `The example stops at ${operation.name}: ${JSON.stringify((error as { issues?: unknown }).issues ?? String(error))} ${JSON.stringify(input).slice(0, 600)}`,
      { cause: error },
    );
  }
}

export function personOf(cast: Cast, key: string): string {
  const id = cast.people.get(key);
  if (!id) throw new Error(`Nobody in the example is called ${key}`);
  return id;
}
