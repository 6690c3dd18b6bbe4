import { z } from 'zod';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import { readOidc, type OidcConfig } from './oidcConfig.ts';

const schema = z.object({
  PORT: z.coerce
    .number({ error: 'PORT must be a number between 0 and 65535, for example 3000.' })
    .int()
    .min(0)
    .max(65535)
    .default(3000),
  KRACHTLIJN_DATA: z.string().min(1).default('.krachtlijn'),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\//,
      'DATABASE_URL must look like postgresql://user:password@host:5432/name. Leave it out to use the built-in database.',
    )
    .optional(),
  SMTP_URL: z
    .string()
    .regex(
      /^smtps?:\/\//,
      'SMTP_URL must look like smtp://user:password@host:587. Leave it out to keep mail in the outbox.',
    )
    .optional(),
  MAIL_FROM: z.string().min(3).default('Krachtlijn <krachtlijn@example.org>'),
  PUBLIC_URL: z
    .string()
    .regex(
      /^https?:\/\/[^/]+$/,
      'PUBLIC_URL must be the address of the site without a path, for example https://krachtlijn.example.org.',
    )
    .optional(),
  WEBHOOK_PRIVATE: z
    .enum(['allow'], 'WEBHOOK_PRIVATE can only be "allow": signals may then go to addresses in your own network.')
    .optional(),
  VIRUS_SCANNER: z
    .string()
    .regex(
      /^(none|clamd:\/\/[^/]+:\d{1,5}|clamd:\/[^/].*)$/,
      'VIRUS_SCANNER must be clamd://host:3310, clamd:/path/of/clamd.ctl, or none (files are then not scanned, and say so).',
    )
    .optional(),
  REGISTER_FOLDER: z.string().min(1).optional(),
  KRACHTLIJN_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'KRACHTLIJN_KEY must be 64 hexadecimal figures (make one with: openssl rand -hex 32).')
    .optional(),
});

export interface Config {
  readonly port: number;
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** The address that mails and documents point to. */
  readonly publicUrl: string;
  /** 32 bytes: wraps the keys of people and salts hashes. Losing it makes personal values unreadable. */
  readonly key: Buffer;
  /** Whether signals may go to private addresses and without TLS: only where the instance itself says so. */
  readonly webhookPrivate?: boolean;
  /** What looks for malware in files that people add: `none` or a clamd (see `scanner/scanner.ts`). */
  readonly virusScanner?: string;
  /** Where zips of the enterprise register are put to be imported; `register` in the data folder when nobody says. */
  readonly registerFolder?: string | undefined;
  /** An outside provider to sign in with, if there is one. */
  readonly oidc: OidcConfig | undefined;
}

export class ConfigProblem extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings are not right yet:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

/** Reads and checks the environment. Throws {@link ConfigProblem} that says, line by line, what to set. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const filled = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in schema.shape && value !== ''),
  );
  const parsed = schema.safeParse(filled);
  const { oidc, problems } = readOidc(env);
  const wrong = [...(parsed.error?.issues ?? []).map((issue) => issue.message), ...problems];
  if (!parsed.success || wrong.length > 0) throw new ConfigProblem(wrong);
  const values = parsed.data;
  const dataFolder = resolve(values.KRACHTLIJN_DATA);
  return {
    port: values.PORT,
    dataFolder,
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    virusScanner: values.VIRUS_SCANNER ?? 'none',
    registerFolder: resolve(values.REGISTER_FOLDER ?? join(dataFolder, 'register')),
    webhookPrivate: values.WEBHOOK_PRIVATE === 'allow',
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    key: values.KRACHTLIJN_KEY ? Buffer.from(values.KRACHTLIJN_KEY, 'hex') : keyInFolder(dataFolder),
    oidc,
  };
}

/** The key lives beside the embedded database when nobody sets one: made once, readable by its owner only. */
function keyInFolder(folder: string): Buffer {
  const path = join(folder, 'key');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Written whole under another name first: a second process that starts now must not read half a key.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
}

let current: Config | undefined;

/** The configuration of this process, read once. */
export function config(): Config {
  return (current ??= readConfig());
}

/** For tests and for the launcher, which know the database before the environment does. */
export function useConfig(next: Config): void {
  current = next;
}

/** A short name of a secret for logs: never the secret itself. */
export function fingerprint(secret: string | Buffer): string {
  return createHash('sha256').update(secret).digest('hex').slice(0, 8);
}
