import { personalTables, publishedTables } from '#platform/server/personalData.ts';
import { recordKinds } from '#shared/recordKinds.ts';
import { textFor } from '#platform/text/index.ts';
import { noticeDays, privacyTexts, terms } from '#modules/privacy/index.ts';

const fates = { goes: 'the rows go', stays: 'the rows stay, nameless' } as const;

/** `docs/personal-data.md`: what is kept about people, why and how long, from the declarations of the modules. */
export function personalDataPage(): string {
  const t = textFor(privacyTexts, 'en');
  const tables = personalTables();
  const names = (columns: readonly string[] | undefined) =>
    (columns ?? []).map((column) => `\`${column}\``).join(', ') || '–';
  const kinds = recordKinds.flatMap((kind) => [
    `## ${t(`kind.${kind}`)}`,
    '',
    `${t(`what.${kind}`)} **Why:** ${t(`why.${kind}`)} **From:** ${t(`from.${kind}`)} **How long:** ${t(`howLong.${kind}`)}`,
    '',
    '| table | about | who did it | sealed | where people type | told in an export | at erasure |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...tables
      .filter((table) => table.kind === kind)
      .map(
        ({ table, about, by, sealed, words, tells, opens, atErasure, empties }) =>
          `| \`${table}\` | ${about ? `\`${about}\`` : '–'} | ${names(by)} | ${names(sealed)} | ${names(words)} | ${names([...(tells ?? []), ...(opens ?? [])])} | ${about ? (empties ? `${names(empties)} emptied` : fates[atErasure]) : 'ids stay, nameless'} |`,
      ),
    '',
  ]);
  const clock = Object.entries(terms).map(
    ([name, term]) =>
      `| \`${name}\` | ${'years' in term ? `${term.years} years` : `${term.days} days`} | ${term.from} | ${term.source} |`,
  );
  return [
    '# Personal data',
    '',
    'Generated from what the modules declare (`definePersonalData`) by `npm run generate`; a test fails when it is not current. Another test finds each reference to a person, each',
    'sealed column and each column to type in that nobody declared. What stays after an erasure, and what a backup still holds, is said in `docs/decisions/012-what-stays-after-erasure.md`.',
    '',
    '# How long',
    '',
    `Where several terms apply the longest counts. ${noticeDays} days beforehand it is told; a hold with a reason keeps somebody longer. \`grantedYear\` and \`paidYear\` count from 31 December of that year.`,
    '',
    '| term | length | counted from | what says so |',
    '| --- | --- | --- | --- |',
    ...clock,
    '',
    'Payments are not recorded yet, so no term counts from one; the ten years of de minimis aid are longer than those that would follow from payments within five years of the grant.',
    '',
    '# Published registers',
    '',
    'A copy of what an authority publishes, the same for everybody. It names people who work as a natural person among the enterprises, and nothing of it is linked to a person whom Krachtlijn',
    'knows: erasing somebody here does not change what the authority publishes. What limits it stands in `docs/register.md`.',
    '',
    '| table | from | names of people in | how long |',
    '| --- | --- | --- | --- |',
    ...publishedTables().map(
      ({ table, from, names: told, until }) => `| \`${table}\` | ${from} | ${names(told)} | ${until} |`,
    ),
    '',
    ...kinds,
  ].join('\n');
}
