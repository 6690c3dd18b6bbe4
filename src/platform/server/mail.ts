import { createTransport, type Transporter } from 'nodemailer';
import sql from 'sql-template-tag';
import { newId } from './ids.ts';
import type { Locale } from '#shared/localised.ts';
import { textFor, type Texts } from '#platform/text/index.ts';
import { config } from './config.ts';
import { enterScope, inTransaction, type Db } from './database/pool.ts';
import { defineJob } from './jobs.ts';
import { openForPerson, readPeople, readPerson, sealForPerson } from './people.ts';

/** A letter that a module can send: its texts hold `mail.<name>.subject` and `mail.<name>.body`. */
interface MailTemplate extends MailShape {
  readonly texts: Texts<string>;
  readonly name: string;
}

export interface MailShape {
  /** More words for the body, made from the stored codes and figures in the language of the letter: a list of counts. */
  readonly words?: (parameters: Readonly<Record<string, string | number>>, locale: Locale) => Record<string, string>;
  /** The name of the receiver stands nowhere, not even beside their address. */
  readonly nameless?: true;
}

const templates = new Map<string, MailTemplate>();

/** `defineMail('access', texts, 'signIn')` registers template `access.signIn`. The body may use `{link}` and its parameters. */
export function defineMail<Key extends string>(
  module: string,
  texts: Texts<Key>,
  name: string,
  shape: MailShape = {},
): void {
  templates.set(`${module}.${name}`, { ...shape, texts: texts as unknown as Texts<string>, name });
}

export interface Letter {
  readonly to: string;
  readonly template: string;
  readonly locale: Locale;
  /** Codes and figures only; stored readable. */
  readonly parameters?: Readonly<Record<string, string | number>>;
  /**
   * What only the receiver may see (a link with its secret, a name); stored sealed under the receiver's key. A link called
   * `unsubscribe` also stands in the head of the letter, for mail programs that offer a button (RFC 8058).
   */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Another address than the one they have: to prove a new one, or to tell the old one. Sealed like the secrets. */
  readonly address?: string;
}

/** Writes the letter in the transaction and gives its id; the caller enqueues `mail.send` with it. */
export async function postLetter(db: Db, letter: Letter): Promise<string> {
  if (!templates.has(letter.template)) throw new Error(`There is no mail called ${letter.template}`);
  const id = newId();
  const { secrets: told, address } = letter;
  const secrets =
    told || address ? await sealForPerson(db, letter.to, { ...told, ...(address ? { address } : {}) }) : null;
  await db.run(sql`insert into mails (id, person_id, template, locale, parameters, secrets)
    values (${id}, ${letter.to}, ${letter.template}, ${letter.locale}, ${JSON.stringify(letter.parameters ?? {})}, ${secrets})`);
  return id;
}

interface MailRow {
  id: string;
  person_id: string;
  template: string;
  locale: Locale;
  parameters: Record<string, string | number>;
  secrets: Buffer | null;
  state: string;
  created_at: Date;
}

export interface ReadableLetter {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  /** The letter goes to an address alone. */
  readonly nameless?: true;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly createdAt: Date;
  /** Where one click ends such letters; only in letters that can be ended. */
  readonly unsubscribe?: string;
}

/** The letter as it reads, in the receiver's language. */
export async function readLetter(db: Db, row: MailRow): Promise<ReadableLetter | undefined> {
  const person = await readPerson(db, row.person_id);
  const template = templates.get(row.template);
  if (!person || person.erased || !template) return undefined;
  const secrets = row.secrets ? await openForPerson<Record<string, string>>(db, row.person_id, row.secrets) : {};
  const { words, nameless } = template;
  const parameters = {
    name: nameless ? '' : person.name,
    ...row.parameters,
    ...words?.(row.parameters, row.locale),
    ...secrets,
  };
  const t = textFor(template.texts, row.locale);
  return {
    id: row.id,
    to: secrets['address'] ?? person.email ?? '',
    name: person.name,
    ...(nameless ? { nameless } : {}),
    subject: t(`mail.${template.name}.subject`, parameters),
    body: t(`mail.${template.name}.body`, parameters),
    state: row.state,
    createdAt: row.created_at,
    ...(secrets['unsubscribe'] ? { unsubscribe: secrets['unsubscribe'] } : {}),
  };
}

/** One click, without a page in between; the same address opened as a page asks first (RFC 2369 and RFC 8058). */
const endingHeaders = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** The newest letters, for the outbox page of an instance that holds only the example programme. Needs the system's scope. */
export async function newestLetters(db: Db, atMost: number): Promise<ReadableLetter[]> {
  const rows = await db.many<MailRow>(sql`select * from mails order by created_at desc, id desc limit ${atMost}`);
  const letters: ReadableLetter[] = [];
  // Everybody at once: their letters are then opened without asking again.
  await readPeople(
    db,
    rows.map((row) => row.person_id),
  );
  for (const row of rows) {
    const letter = await readLetter(db, row);
    if (letter) letters.push(letter);
  }
  return letters;
}

let transport: Transporter | undefined;

/** Sends one letter. Without SMTP_URL it is kept in the outbox; when the mail server refuses, the queue tries again. */
export const sendMail = defineJob<{ mail: string }>({
  name: 'mail.send',
  async run({ mail }) {
    const letter = await inTransaction('write', async (db) => {
      await enterScope(db, { actor: 'system', system: true });
      const row = await db.maybe<MailRow>(
        sql`select * from mails where id = ${mail} and state in ('queued', 'failed')`,
      );
      if (!row) return undefined;
      const readable = await readLetter(db, row);
      if (readable && config().smtpUrl) return readable;
      await db.run(sql`update mails set state = ${readable ? 'kept' : 'failed'} where id = ${mail}`);
      return undefined;
    });
    if (!letter) return;
    const { smtpUrl, mailFrom } = config();
    transport ??= createTransport(smtpUrl!);
    try {
      await transport.sendMail({
        from: mailFrom,
        to: { name: letter.nameless ? '' : letter.name, address: letter.to },
        subject: letter.subject,
        text: letter.body,
        messageId: `<${letter.id}@krachtlijn>`,
        ...(letter.unsubscribe ? { headers: endingHeaders(letter.unsubscribe) } : {}),
      });
      await noteResult(mail, 'sent');
    } catch (error) {
      await noteResult(mail, 'failed', (error as Error).message.slice(0, 300));
      throw error;
    }
  },
});

async function noteResult(mail: string, state: 'sent' | 'failed', problem: string | null = null): Promise<void> {
  await inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system', system: true });
    await db.run(
      sql`update mails set state = ${state}, attempts = attempts + 1, problem = ${problem}, sent_at = ${state === 'sent' ? new Date() : null} where id = ${mail}`,
    );
  });
}
