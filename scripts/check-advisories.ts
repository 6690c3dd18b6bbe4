import { runProgram } from './testing/run-program.ts';

/** What `npm audit --json` says, as far as we read it. */
interface Report {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly via: readonly (string | { readonly title?: string })[] }>
  >;
  readonly message?: string;
}

export interface Advisories {
  /** False when the registry did not answer: then nothing is known, which is not the same as nothing being wrong. */
  readonly asked: boolean;
  readonly why?: string;
  /** Packages with a published hole, and which. */
  readonly problems: readonly string[];
}

/**
 * Asks a registry for published holes in what the program runs on; tools that only build and test are left out. A hole of
 * low severity is no reason to stop.
 */
export async function knownAdvisories(registry?: string): Promise<Advisories> {
  const args = ['audit', '--json', '--omit=dev', ...(registry ? ['--registry', registry] : [])];
  const npm = process.env.npm_execpath;
  const { output, said } = npm
    ? await runProgram(process.execPath, [npm, ...args], { timeout: 60_000 })
    : await runProgram('npm', args, { timeout: 60_000 });
  return readAudit(output, said);
}

export function readAudit(output: string, said: string): Advisories {
  const report = parsed(output);
  if (!report?.vulnerabilities) return { asked: false, why: report?.message ?? said.trim(), problems: [] };
  const problems = Object.entries(report.vulnerabilities)
    .filter(([, { severity }]) => severity !== 'low' && severity !== 'info')
    .map(([name, { severity, via }]) => {
      const titles = via.map((cause) => (typeof cause === 'string' ? `through ${cause}` : (cause.title ?? '')));
      return `${name} (${severity}): ${titles.join('; ')}`;
    });
  return { asked: true, problems };
}

function parsed(output: string): Report | undefined {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return undefined;
  }
}
