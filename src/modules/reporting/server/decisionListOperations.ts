import { grantsFor } from '#platform/server/actor.ts';
import type { Db } from '#platform/server/database/pool.ts';
import { columnOf } from '#platform/server/exports/columns.ts';
import { stream } from '#platform/server/exports/stream.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { textFor } from '#platform/text/index.ts';
import { eligibilityTexts, reasonText } from '#modules/eligibility/index.ts';
import { formatEnterpriseNumber } from '#modules/enterprises/index.ts';
import type { Locale } from '#shared/localised.ts';
import { DecisionFilter, ListDecisionsInput } from '../listInputs.ts';
import { lotRoom, type DecisionListView, type LotRoom } from '../rules/decisionList.ts';
import { pageOfRows, readDayKey } from '../rules/pageKey.ts';
import { officeTexts, texts } from '../text/index.ts';
import { choicesFor, chosen } from './choices.ts';
import {
  countDecisions,
  countReasons,
  decisionLines,
  decisionPage,
  takenInLots,
  type DecisionLine,
} from './decisionListStore.ts';
import { narrowed } from './listStore.ts';
import './permissions.ts';
import { reachOf, type Reach } from './reach.ts';

const rowsAPage = 30;

/** The decisions that count in the caller's sight, what stands in the way most, and the room that each lot has left. */
export const listDecisions = query({
  name: 'reporting.listDecisions',
  input: ListDecisionsInput,
  on: nothing,
  needs: 'reporting.decisions',
  example: () => ({}),
  async run({ db, actor, input }): Promise<DecisionListView> {
    const reach = await narrowed(db, reachOf(grantsFor(actor, 'reporting.decisions')));
    const key = readDayKey(input.after);
    const after = key?.value ? key : undefined;
    const rows = await decisionPage(db, { reach, filter: input, after, limit: rowsAPage + 1 });
    const page = pageOfRows(rows, rowsAPage, (row) => ({ value: row.decidedOn, id: row.id }));
    return {
      decisions: page.rows,
      next: page.next,
      continued: after !== undefined,
      counted: await countDecisions(db, reach, input),
      chosen: chosen(input),
      reasons: await countReasons(db, reach, input),
      rooms: await roomsOf(db, reach, actor.locale),
      choices: await choicesFor(db, actor, 'reporting.decisions'),
      register: grantsFor(actor, 'aid.register.read').length > 0,
    };
  },
});

/** Lots of which the caller sees the whole: what is left of somebody's part would say nothing about the lot. */
async function roomsOf(db: Db, reach: Reach, locale: Locale): Promise<readonly LotRoom[]> {
  return (await takenInLots(db, reach)).map(({ name, priceCents, bookedCents, ...lot }) =>
    lotRoom({ ...lot, name: name[locale] }, { bookedCents, priceCents }),
  );
}

const column = columnOf(texts);
const own = columnOf(officeTexts);

/** The same decisions as a file, each with its reasons in the reader's language. */
export const exportDecisions = stream({
  name: 'reporting.exportDecisions',
  input: DecisionFilter,
  on: nothing,
  needs: 'reporting.decisions',
  example: () => ({}),
  file: 'decisions',
  columns: {
    id: column('text', 'export.id'),
    number: column('text', 'column.number'),
    enterprise: column('text', 'column.enterprise'),
    lot: column('whole', 'column.lot'),
    provider: column('text', 'column.provider'),
    outcome: {
      ...own('code', 'decisions.outcome'),
      words: (code, locale) => textFor(eligibilityTexts, locale)(`outcome.${code as 'eligible'}`),
    },
    decided: own('day', 'decisions.decidedOn'),
    validUntil: own('day', 'decisions.validUntil'),
    size: {
      ...column('code', 'column.size'),
      words: (code, locale) => textFor(eligibilityTexts, locale)(`class.${code as 'micro'}`),
    },
    room: own('cents', 'decisions.room'),
    reasons: own('text', 'decisions.reasons'),
    code: own('text', 'decisions.code'),
    rules: own('text', 'decisions.rules'),
  },
  async *run({ db, actor, input, readInPieces }) {
    const reach = await narrowed(db, reachOf(grantsFor(actor, 'reporting.decisions')));
    for await (const lines of readInPieces<DecisionLine>(decisionLines(reach, input)))
      for (const line of lines)
        yield {
          ...line,
          number: formatEnterpriseNumber(line.number),
          reasons: line.reasons.map((reason) => reasonText(reason, actor.locale)).join(' '),
        };
  },
});
