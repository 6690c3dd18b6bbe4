import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import { readProgramme, type Programme } from '#modules/programmes/index.server.ts';
import { grantsFor, type Actor } from '#platform/server/actor.ts';
import { columnOf } from '#platform/server/exports/columns.ts';
import { stream } from '#platform/server/exports/stream.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { readPeople } from '#platform/server/people.ts';
import { textFor } from '#platform/text/index.ts';
import { dayInBrussels } from '#shared/dates.ts';
import { LeadFilter, ListLeadsInput } from '../requestInputs.ts';
import { isOpenLead, type LeadState } from '../rules/leadStates.ts';
import { isContactLate } from '../rules/nextContact.ts';
import type { LeadListView } from '../rules/views.ts';
import { officeTexts } from '../text/index.ts';
import { readKey, writeKey } from './listKey.ts';
import { byContact, countFitting, countLeads, leadLines, listLeadRows, type LeadLine } from './listStore.ts';
import './permissions.ts';

const rowsAPage = 30;

/** The leads in the caller's sight: open ones by next contact, those of one closed state with the newest first. */
export const listLeads = query({
  name: 'recruitment.listLeads',
  input: ListLeadsInput,
  on: nothing,
  needs: 'lead.read',
  example: () => ({}),
  async run({ db, actor, input, today }): Promise<LeadListView> {
    const grants = grantsFor(actor, 'lead.read');
    const after = readKey(input.after, byContact(input));
    const rows = await listLeadRows(db, { grants, filter: input, after, limit: rowsAPage + 1 });
    const shown = rows.slice(0, rowsAPage);
    const last = shown.at(-1);
    const people = await readPeople(
      db,
      shown.flatMap(({ takenBy }) => (takenBy ? [takenBy] : [])),
    );
    const states = await countLeads(db, grants, input.fund);
    const open = states.reduce((sum, { state, count }) => sum + (isOpenLead(state) ? count : 0), 0);
    const programme = grants[0] && (await readProgramme(db, grants[0].programme));
    return {
      leads: shown.map((row) => ({
        id: row.id,
        state: row.state,
        enterprise: row.enterpriseName,
        municipality: row.municipality,
        workers: row.workers,
        lot: row.lotNumber,
        fund: row.providerName,
        takenBy: row.takenBy ? (people.get(row.takenBy)?.name ?? '—') : null,
        wantsCall: row.wantsCall,
        cameIn: dayInBrussels(row.createdAt),
        nextContactOn: row.nextContactOn,
        late: isOpenLead(row.state) && isContactLate(row.nextContactOn, today),
        attached: row.attached,
      })),
      next:
        rows.length > rowsAPage && last
          ? writeKey(byContact(input) ? (last.nextContactOn ?? '') : last.createdKey, last.id)
          : null,
      continued: after !== undefined,
      chosen: chosenIn(input),
      counted: await countFitting(db, { grants, filter: input }),
      counts: { ...Object.fromEntries(states.map(({ state, count }) => [state, count])), open },
      funds: programme ? fundsOf(programme, actor) : [],
      sectors: programme ? sectorsOf(programme, actor) : [],
    };
  },
});

/** What is chosen beside the usual, as text for the address. */
const chosenIn = ({ after: _after, ...filter }: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) =>
      typeof value === 'string' && !(name === 'state' && value === 'open') ? [[name, value]] : [],
    ),
  );

/** The funds that somebody of a lot or of the programme can filter by. */
function fundsOf(programme: Programme, actor: Actor): LeadListView['funds'] {
  const grants = grantsFor(actor, 'lead.read');
  const lies = (id: string, lot: string) =>
    grants.some(
      (grant) =>
        (grant.scope === 'programme' && grant.id === programme.id) ||
        (grant.scope === 'lot' && grant.id === lot) ||
        (grant.scope === 'provider' && grant.id === id),
    );
  const seen = programme.providers.filter(({ id, lot, active }) => active && lies(id, lot));
  return seen.length > 1 ? seen.map(({ id, name }) => ({ id, name })) : [];
}

const sectorsOf = ({ definition }: Programme, { locale }: Actor): LeadListView['sectors'] =>
  definition.sectors
    .map(({ id, name }) => ({ id, name: name[locale] }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));

const column = columnOf(officeTexts);

/** The requests as their list shows them; who asked is read on the page of a request and leaves in no file. */
export const exportLeads = stream({
  name: 'recruitment.exportLeads',
  input: LeadFilter,
  on: nothing,
  needs: 'lead.read',
  example: () => ({}),
  file: 'requests',
  columns: {
    id: column('text', 'column.id'),
    number: column('text', 'column.number'),
    enterprise: column('text', 'column.enterprise'),
    municipality: column('text', 'column.municipality'),
    workers: column('whole', 'column.workers'),
    sector: column('code', 'column.sector'),
    lot: column('whole', 'column.lot'),
    fund: column('text', 'column.fund'),
    state: {
      ...column('code', 'column.state'),
      words: (code, locale) => textFor(officeTexts, locale)(`lead.state.${code as LeadState}`),
    },
    cameIn: column('day', 'column.cameIn'),
    nextContact: column('day', 'column.next'),
    closed: column('day', 'column.closed'),
    takenBy: column('text', 'column.takenBy'),
  },
  async *run({ db, actor, input, readInPieces }) {
    const question = { grants: grantsFor(actor, 'lead.read'), filter: input };
    for await (const lines of readInPieces<LeadLine>(leadLines(question))) {
      const people = await readPeople(db, [...new Set(lines.flatMap(({ takenBy }) => takenBy ?? []))]);
      for (const line of lines)
        yield {
          ...line,
          number: formatEnterpriseNumber(line.number),
          cameIn: dayInBrussels(line.cameIn),
          takenBy: line.takenBy === null ? null : (people.get(line.takenBy)?.name ?? '—'),
        };
    }
  },
});
