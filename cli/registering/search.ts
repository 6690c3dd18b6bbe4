import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import type { RegisterSearchView } from '#modules/register/index.ts';
import { WrongUse } from '../command.ts';
import { withDatabase } from '../database.ts';
import { readOptions } from '../options.ts';

/** `register search`: what the page and the interface find too, since it is the same operation. */
export async function search(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(args, { place: { type: 'string' }, json: { type: 'boolean' } }, 12);
  const words = positionals.join(' ');
  if (words === '' && values.place === undefined)
    throw new WrongUse('What are you looking for? Say a number or a name.');
  return withDatabase(async (databaseUrl) => {
    await import('#modules/operations.server.ts');
    const { openPool, closePool } = await import('#platform/server/database/pool.ts');
    const { operationNamed } = await import('#platform/server/operation.ts');
    openPool(databaseUrl, 1);
    try {
      const found = (await operationNamed('register.search')!.call(
        { locale: 'en', system: 'register' },
        { words, place: values.place ?? '' },
      )) as RegisterSearchView;
      console.log(values.json ? JSON.stringify(found.found, null, 1) : asLines(found));
      return 0;
    } finally {
      await closePool();
    }
  });
}

function asLines({ found, extract }: RegisterSearchView): string {
  if (!extract) return 'The register is empty: import a file first.';
  if (found.length === 0) return 'Nothing found.';
  return found
    .map(({ number, name, zip, municipality }) =>
      [formatEnterpriseNumber(number), name, [zip, municipality].filter(Boolean).join(' ')].join('\t'),
    )
    .join('\n');
}
