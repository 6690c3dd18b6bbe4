import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import '#modules/operations.server.ts';
import { enterScope, inTransaction, type Db } from '#platform/server/database/pool.ts';
import { peopleNamed } from '#platform/server/nameSearch.ts';
import { operationNamed } from '#platform/server/operation.ts';
import { addPerson, findByEmail, readPerson } from '#platform/server/people.ts';
import { newId } from '#platform/server/ids.ts';
import { useOwnDatabase } from '../../../../tests/support/database.ts';
import { readWorld, type World } from '../../../../tests/support/world.ts';
import { correctPerson, erasePerson, exportPersonData, readPersonData } from './personOperations.ts';
import { askNewEmail, confirmNewEmail, eraseMyself, exportMyData, readMyData, readNewEmail } from './selfOperations.ts';

const database = useOwnDatabase();
let world: World;

const inSystem = <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  inTransaction('write', async (db) => {
    await enterScope(db, { actor: 'system:test', system: true });
    return work(db);
  });
const as = (person: string) => ({ locale: 'nl', as: person }) as const;
const call = (name: string, credentials: object, input: unknown) =>
  operationNamed(name)!.call({ locale: 'nl', ...credentials }, input) as Promise<Record<string, never>>;

async function contact(
  name: string,
  email: string,
  place: Partial<Record<'lot' | 'provider', string>> = {},
): Promise<string> {
  return inSystem(async (db) => {
    const person = await addPerson(db, { name, email, phone: '0470 11 22 33' }, 'nl');
    await db.run(sql`insert into enterprise_people (id, programme_id, lot_id, provider_id, enterprise_id, person_id, capacity)
      values (${newId()}, ${world.ids['programme']}, ${place.lot ?? world.ids['lot']}, ${place.provider ?? world.ids['provider']}, ${world.ids['enterprise']}, ${person}, 'hr')`);
    return person;
  });
}

const found = (typed: string) =>
  inSystem(async (db) =>
    (await db.many<{ id: string }>(sql`select p as id from ${peopleNamed(typed, 100)} p`)).map(({ id }) => id),
  );
const lastLine = (operation: string) =>
  inSystem((db) =>
    db.one<{ fields: string[]; details: object; text: string }>(
      sql`select fields, details, e::text as text from audit_entries e where operation = ${operation} order by id desc limit 1`,
    ),
  );

/** The newest letters in the mailbox of the example, with the links in them. */
async function letters(): Promise<{ to: string; subject: string; links: string[] }[]> {
  const box = (await call('instance.readOutbox', {}, {})) as unknown as {
    letters: { to: string; subject: string; pieces: { href?: string }[] }[];
  };
  return box.letters.map(({ to, subject, pieces }) => ({
    to,
    subject,
    links: pieces.flatMap(({ href }) => href ?? []),
  }));
}

/** Signed in just now, by the link from the mail. */
async function signedIn(email: string) {
  await call('access.askSignInLink', {}, { email });
  const link = (await letters()).find((letter) => letter.to === email)!.links[0]!;
  const { session } = await call(
    'access.signIn',
    {},
    { secret: link.split('/').at(-1)!.split('?')[0], device: 'x', browser: 'y' },
  );
  return { locale: 'nl', session: session as unknown as string } as const;
}

beforeAll(async () => {
  world = await readWorld(database.url());
});

describe('a coordinator who is asked by somebody', () => {
  test('corrects the values of a contact; search follows, and the trail names fields and no values', async () => {
    const person = await contact('Foute Spelling', 'fout@verbeter.example.org');
    const input = { person, name: 'Juiste Spelwijze', email: 'juist@verbeter.example.org', phone: '', locale: 'fr' };
    await correctPerson.call(as(world.ids['coordinator']!), input);
    expect(await inSystem((db) => readPerson(db, person))).toMatchObject({
      name: 'Juiste Spelwijze',
      email: 'juist@verbeter.example.org',
      locale: 'fr',
    });
    expect(await found('spelwijze')).toContain(person);
    expect(await found('spelling')).not.toContain(person);
    expect(await inSystem((db) => findByEmail(db, 'fout@verbeter.example.org'))).toBeUndefined();
    const line = await lastLine('privacy.correctPerson');
    expect(line.fields).toEqual(['name', 'email', 'phone', 'locale']);
    expect(line.text).not.toMatch(/spel|verbeter/i);
  });

  test('is told when the new address is somebody else’s, beside the field', async () => {
    const [one] = [
      await contact('Een', 'een@verbeter.example.org'),
      await contact('Twee', 'twee@verbeter.example.org'),
    ];
    await expect(
      correctPerson.call(as(world.ids['coordinator']!), {
        person: one,
        name: 'Een',
        email: 'twee@verbeter.example.org',
        locale: 'nl',
      }),
    ).rejects.toMatchObject({ code: 'invalid', issues: [{ path: 'email' }] });
  });

  test('does not correct who signs in', async () => {
    const person = world.ids['enterpriseLead']!;
    await expect(
      correctPerson.call(as(world.ids['coordinator']!), { person, name: 'X', locale: 'nl' }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test('neither tells nor takes what lies outside their lot; the programme manager does', async () => {
    const { lot, provider } = await inSystem((db) =>
      db.one<{ lot: string; provider: string }>(
        sql`select lot_id as lot, id as provider from providers where lot_id <> ${world.ids['lot']} limit 1`,
      ),
    );
    const person = await contact('Twee Percelen', 'percelen@verbeter.example.org');
    await inSystem((db) =>
      db.run(sql`insert into leads (id, programme_id, lot_id, provider_id, enterprise_id, state, source, contact_id, consent_at, closed_on)
        values (${newId()}, ${world.ids['programme']}, ${lot}, ${provider}, ${world.ids['enterprise']}, 'declined', 'website', ${person}, now(), '2026-01-01')`),
    );
    const coordinator = as(world.ids['coordinator']!);
    for (const attempt of [
      () => readPersonData.call(coordinator, { person }),
      () => exportPersonData.call(coordinator, { person }),
      () => erasePerson.call(coordinator, { person, sure: 'on' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_now', textKey: 'privacy:because.elsewhere' });
    const view = await readPersonData.call(as(world.ids['programmeManager']!), { person });
    expect(view.person.name).toBe('Twee Percelen');
    expect(view.kinds.find(({ kind }) => kind === 'requests')!.rows).toBe(1);
    const file = await exportPersonData.call(as(world.ids['programmeManager']!), { person });
    expect(file.records).toBeGreaterThan(1);
    expect((await lastLine('privacy.exportPersonData')).details).toEqual({
      sha256: file.sha256,
      records: file.records,
    });
  });

  test('erases somebody with any name: signs of all kinds are no pattern, in text nor in JSON', async () => {
    const name = `Anne-Marie "Mieke" D'Hert (x)* [y] \\\\ ^1$ Ünal+`;
    const person = await contact(name, 'anne-marie+mieke@verbeter.example.org');
    const said = `Vraag ${name}, of\n${name}.`;
    await inSystem(async (db) => {
      await db.run(
        sql`update plans set content = jsonb_build_object('words', ${said}::text) where trajectory_id = ${world.ids['trajectory']}`,
      );
      await db.run(sql`update trajectories set stop_words = ${said} where id = ${world.ids['trajectory']}`);
    });
    expect((await erasePerson.call(as(world.ids['programmeManager']!), { person, sure: 'on' })).texts).toBe(2);
    const left = await inSystem((db) =>
      db.one<{ plan: string; stop: string }>(
        sql`select p.content ->> 'words' as plan, t.stop_words as stop from plans p join trajectories t on t.id = p.trajectory_id where t.id = ${world.ids['trajectory']}`,
      ),
    );
    expect(left).toEqual({ plan: 'Vraag —, of\n—.', stop: 'Vraag —, of\n—.' });
  });

  test('erases nobody without saying so', async () => {
    const person = await contact('Geen Vinkje', 'vinkje@verbeter.example.org');
    await expect(erasePerson.call(as(world.ids['coordinator']!), { person })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect((await inSystem((db) => readPerson(db, person)))!.erased).toBe(false);
  });
});

describe('somebody themselves', () => {
  test('changes their address by a link to the new one; the old one hears of it, and older links to sign in work no more', async () => {
    const person = await contact('Nieuw Adres', 'oud@adres.example.org');
    const session = await signedIn('oud@adres.example.org');
    await call('access.askSignInLink', {}, { email: 'oud@adres.example.org' });
    const old = (await letters())[0]!.links[0]!.split('/').at(-1)!;
    await askNewEmail.call(session, { email: 'nieuw@adres.example.org' });
    const letter = (await letters())[0]!;
    expect(letter.to).toBe('nieuw@adres.example.org');
    const secret = letter.links[0]!.split('/').at(-1)!;
    expect(await readNewEmail.call({ locale: 'nl' }, { secret })).toEqual({ works: true });
    // Until the link is used nothing changes.
    expect((await inSystem((db) => readPerson(db, person)))!.email).toBe('oud@adres.example.org');
    await confirmNewEmail.call({ locale: 'nl' }, { secret });
    expect(await inSystem((db) => findByEmail(db, 'nieuw@adres.example.org'))).toBe(person);
    expect(await inSystem((db) => findByEmail(db, 'oud@adres.example.org'))).toBeUndefined();
    expect((await letters())[0]).toMatchObject({ to: 'oud@adres.example.org' });
    await expect(confirmNewEmail.call({ locale: 'nl' }, { secret })).rejects.toMatchObject({ code: 'not_now' });
    await expect(call('access.signIn', {}, { secret: old, device: '', browser: '' })).rejects.toMatchObject({
      code: 'not_now',
    });
    expect((await lastLine('privacy.confirmNewEmail')).text).not.toContain('adres.example');
  });

  test('does not learn whose an address is', async () => {
    await contact('Bezet', 'bezet@adres.example.org');
    await contact('Vrager', 'vrager@adres.example.org');
    const session = await signedIn('vrager@adres.example.org');
    const before = (await letters()).length;
    const answers = [
      await askNewEmail.call(session, { email: 'bezet@adres.example.org' }),
      await askNewEmail.call(session, { email: 'vrij@adres.example.org' }),
    ];
    expect(answers[0]).toEqual(answers[1]);
    expect((await letters()).length).toBe(before + 1);
  });

  test('changes nothing of it in a session that is not recent, and reads and takes along in any', async () => {
    const me = as(world.ids['consultant']!);
    for (const attempt of [
      () => askNewEmail.call(me, { email: 'x@adres.example.org' }),
      () => eraseMyself.call(me, { sure: 'on' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_now', textKey: 'access:because.signInAgain' });
    expect((await readMyData.call(me, {})).recent).toBe(false);
    expect((await exportMyData.call(me, {})).name).toMatch(/^mijn-gegevens-.*\.zip$/);
  });

  test('who manages the programme alone, or guides a trajectory alone, is told first whom to ask', async () => {
    const manager = await readMyData.call(as(world.ids['programmeManager']!), {});
    const others = await inSystem((db) =>
      db.one<{ n: number }>(
        sql`select count(distinct person_id)::int as n from grants where role = 'programme_manager' and withdrawn_at is null`,
      ),
    );
    expect(manager.blocks.some(({ text }) => text.includes('Niemand anders beheert'))).toBe(others.n === 1);
    const guide = await inSystem((db) =>
      db.one<{ person: string }>(
        sql`select g.person_id as person from trajectory_guides g join trajectories t on t.id = g.trajectory_id where t.state = 'guidance' limit 1`,
      ),
    );
    await inSystem((db) =>
      db.run(sql`update trajectory_guides set until = since where person_id <> ${guide.person} and until is null`),
    );
    const view = await readMyData.call(as(guide.person), {});
    expect(
      view.blocks.some(({ text, link }) => text.includes('enige begeleider') && link!.startsWith('/trajectories/')),
    ).toBe(true);
  });

  test('reads it in four languages', async () => {
    for (const locale of ['nl', 'en', 'fr', 'de'] as const) {
      await call('access.changeLanguage', as(world.ids['enterpriseLead']!), { locale });
      expect((await exportMyData.call(as(world.ids['enterpriseLead']!), {})).name).toMatch(/\.zip$/);
    }
  });
});
