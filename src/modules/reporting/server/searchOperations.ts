import type { Db } from '#platform/server/database/pool.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { findByEmail, readPeople } from '#platform/server/people.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { SearchInput } from '../inputs.ts';
import { holds, readAsked, type Asked } from '../rules/searchWords.ts';
import type { SearchView } from '../rules/homeViews.ts';
import './permissions.ts';
import {
  enterprisesFound,
  peopleFound,
  trajectoryByCheckCode,
  trajectoryById,
  type FoundEnterprise,
  type FoundPerson,
  type FoundTrajectory,
} from './searchStore.ts';

const shown = 8;

interface Found {
  readonly enterprises: readonly FoundEnterprise[];
  readonly trajectories: readonly FoundTrajectory[];
  readonly people: readonly FoundPerson[];
}

const none: Found = { enterprises: [], trajectories: [], people: [] };

/** Enterprises by number or name (typing mistakes allowed), trajectories, people: within the caller's own sight. */
export const searchEverywhere = query({
  name: 'reporting.search',
  input: SearchInput,
  on: nothing,
  needs: 'reporting.search',
  example: () => ({ words: 'kantoor' }),
  async run({ db, input }): Promise<SearchView> {
    const words = input.words ?? '';
    const asked = readAsked(words);
    const found = await find(db, asked);
    const names = await readPeople(
      db,
      found.people.map(({ person }) => person),
    );
    const people = onePerson(found.people).slice(0, shown);
    return {
      words,
      asked: asked.kind !== 'nothing',
      // The letters themselves come before likeness: without any, everything shown only looks like what was typed.
      alike:
        asked.kind === 'words' &&
        found.enterprises.length > 0 &&
        !found.enterprises.some(({ name }) => holds(name, words)),
      enterprises: found.enterprises.map(({ id, number, name, municipality, stage }) => ({
        id,
        number: formatEnterpriseNumber(number),
        name,
        municipality,
        stage,
      })),
      trajectories: found.trajectories,
      people: people.map((one) => ({ ...one, name: names.get(one.person)?.name ?? '—' })),
    };
  },
});

async function find(db: Db, asked: Asked): Promise<Found> {
  switch (asked.kind) {
    case 'nothing':
      return none;
    case 'trajectory':
      return { ...none, trajectories: await trajectoryById(db, asked.id) };
    case 'checkCode':
      return { ...none, trajectories: await trajectoryByCheckCode(db, asked.code) };
    case 'email': {
      const person = await findByEmail(db, asked.email);
      return { ...none, people: person ? await peopleFound(db, { ids: [person] }, shown) : [] };
    }
    case 'number':
    case 'words': {
      const words = asked.kind === 'words' ? asked.words : '';
      const enterprises = await enterprisesFound(db, words, asked.kind === 'number' ? asked.digits : '', shown);
      return {
        enterprises,
        trajectories: underWay(enterprises),
        people: words ? await peopleFound(db, { named: words }, 2 * shown) : [],
      };
    }
  }
}

/** The trajectories of the enterprises that were found, while somebody still works on them. */
const underWay = (enterprises: readonly FoundEnterprise[]): FoundTrajectory[] =>
  enterprises.flatMap(({ name, trajectory, stage, startedOn }) =>
    trajectory && startedOn && stage !== 'completed' && stage !== 'stopped'
      ? [{ id: trajectory, enterpriseName: name, stage, startedOn }]
      : [],
  );

/** Somebody may be a contact and a guide, in several places: one line a place. */
function onePerson(found: readonly FoundPerson[]): FoundPerson[] {
  const seen = new Map(found.map((one) => [`${one.person} ${one.enterprise} ${one.side}`, one]));
  return [...seen.values()];
}
