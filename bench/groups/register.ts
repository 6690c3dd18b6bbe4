import pg from 'pg';
import '#modules/operations.server.ts';
import { closePool, openPool } from '#platform/server/database/pool.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { percentile, type Group } from '../group.ts';
import { importOnce, openRegister } from './register/registerSet.ts';

/** The register of October 2025 had 1 938 238 enterprises. */
const full = 1_938_238;
const tenth = Math.round(full / 10);
const warm = 60;
const measured = 600;

interface Sample {
  readonly number: string;
  readonly name: string;
  readonly zip: string | null;
}

interface Search {
  readonly kind: 'number' | 'prefix' | 'words' | 'typo' | 'place';
  readonly words: string;
  readonly place: string;
}

/** Names from all over the register, always the same ones. */
async function samples(url: string): Promise<readonly Sample[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Sample>(
      `select n.enterprise_number as number, n.name, a.zip from register_names n tablesample system (1) repeatable (7)
       left join register_addresses a on a.entity_number = n.enterprise_number order by md5(n.enterprise_number || n.name) limit $1`,
      [warm + measured],
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** The longest word with one letter left out: what people mistype. */
function mistyped(name: string, turn: number): string {
  const longest = name.split(/\s+/).sort((one, other) => other.length - one.length)[0]!;
  const at = 1 + (turn % Math.max(1, longest.length - 2));
  return name.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
}

function searchFor({ number, name, zip }: Sample, turn: number): Search {
  switch (turn % 5) {
    case 0:
      return { kind: 'number', words: number.slice(0, 5 + (turn % 6)), place: '' };
    case 1:
      return { kind: 'prefix', words: name.slice(0, 3 + (turn % 9)), place: '' };
    case 2:
      return { kind: 'words', words: name.split(/\s+/).reverse().join(' '), place: '' };
    case 3:
      return { kind: 'typo', words: mistyped(name, turn), place: '' };
    default:
      return { kind: 'place', words: name.split(/\s+/)[0]!, place: zip ?? 'Gent' };
  }
}

/** One search after the other, as somebody who types makes them; the operation as a page and the interface call it. */
async function searchP95(url: string, say: (line: string) => void): Promise<number> {
  const chosen = await samples(url);
  openPool(url, 2);
  try {
    const search = operationNamed('register.search')!;
    const times: { kind: Search['kind']; ms: number }[] = [];
    for (const [turn, sample] of chosen.entries()) {
      const { kind, words, place } = searchFor(sample, turn);
      const begun = performance.now();
      await search.call({ locale: 'nl', system: 'bench' }, { words, place });
      if (turn >= warm) times.push({ kind, ms: performance.now() - begun });
    }
    for (const kind of ['number', 'prefix', 'words', 'typo', 'place'] as const) {
      const own = times.filter((one) => one.kind === kind).map(({ ms }) => ms);
      say(`${kind}: p50 ${percentile(own, 0.5).toFixed(1)} ms, p95 ${percentile(own, 0.95).toFixed(1)} ms`);
    }
    return percentile(
      times.map(({ ms }) => ms),
      0.95,
    );
  } finally {
    await closePool();
  }
}

/** The enterprise register: importing a tenth of its size, and searching in all of it. */
export const register: Group = {
  name: 'register',
  budgets: {
    importRowsPerSecond: {
      min: 100_000,
      what: 'KBO open data into PostgreSQL, indexes included, at a tenth of full size',
    },
    importPeakMb: { max: 300, what: 'peak memory of that import' },
    searchP95Ms: { max: 50, what: 'number, prefix and typo search over 1.9 million enterprises and 3.3 million names' },
  },
  async measure(say) {
    const { rowsRead, seconds, peakMb } = await importOnce(tenth, say);
    say(`${rowsRead} rows in ${seconds.toFixed(1)} s`);
    const database = await openRegister(full, say);
    try {
      const p95 = await searchP95(database.url, say);
      return { importRowsPerSecond: rowsRead / seconds, importPeakMb: peakMb, searchP95Ms: p95 };
    } finally {
      await database.stop();
    }
  },
};
