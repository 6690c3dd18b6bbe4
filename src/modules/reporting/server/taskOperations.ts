import type { Actor } from '#platform/server/actor.ts';
import { columnOf } from '#platform/server/exports/columns.ts';
import { stream } from '#platform/server/exports/stream.ts';
import { forbidden } from '#platform/server/errors.ts';
import { nothing, query } from '#platform/server/operation.ts';
import { textFor } from '#platform/text/index.ts';
import { ListTasksInput, TaskFilter } from '../listInputs.ts';
import type { TaskListView } from '../rules/lists.ts';
import { pageOfRows, readDayKey } from '../rules/pageKey.ts';
import { taskGroup, type TaskGroup } from '../rules/taskGroups.ts';
import { urgency } from '../rules/urgency.ts';
import { texts } from '../text/index.ts';
import { choicesFor, chosen } from './choices.ts';
import './permissions.ts';
import { sentencesOf } from './sentences.ts';
import { countOwnTasks, ownTaskLines, ownTaskPage, type OwnTaskRow, type OwnTasks } from './taskStore.ts';

const rowsAPage = 30;

function mineOf(actor: Actor): OwnTasks {
  if (actor.kind !== 'person') throw forbidden();
  return { person: actor.id, grants: actor.grants };
}

/** All that waits for the caller, in every role, filtered; the soonest first. */
export const listTasks = query({
  name: 'reporting.listTasks',
  input: ListTasksInput,
  on: nothing,
  needs: 'reporting.home',
  example: () => ({}),
  async run({ db, actor, input, today }): Promise<TaskListView> {
    const question = { mine: mineOf(actor), filter: input, today };
    const after = readDayKey(input.after);
    const rows = await ownTaskPage(db, { ...question, after, limit: rowsAPage + 1 });
    const page = pageOfRows(rows, rowsAPage, (row) => ({ value: row.due ?? '', id: row.id }));
    const sentences = await sentencesOf(db, page.rows, actor.locale, 'reporting:unknown.task');
    return {
      tasks: page.rows.map(({ id, kind, due, link, enterpriseName }, at) => ({
        id,
        text: sentences[at]!,
        group: taskGroup(kind),
        due,
        urgency: urgency(due, today),
        link,
        enterpriseName,
      })),
      next: page.next,
      continued: after !== undefined,
      counted: await countOwnTasks(db, question),
      chosen: chosen(input),
      choices: await choicesFor(db, actor, 'reporting.home'),
    };
  },
});

const column = columnOf(texts);

/** The tasks of the caller as their list shows them. */
export const exportTasks = stream({
  name: 'reporting.exportTasks',
  input: TaskFilter,
  on: nothing,
  needs: 'reporting.home',
  example: () => ({}),
  file: 'tasks',
  columns: {
    id: column('text', 'export.id'),
    task: column('text', 'column.task'),
    kind: {
      ...column('code', 'column.kind'),
      words: (code, locale) => textFor(texts, locale)(`taskKind.${code as TaskGroup}`),
    },
    enterprise: column('text', 'column.enterprise'),
    lot: column('whole', 'column.lot'),
    due: column('day', 'column.due'),
    opened: column('moment', 'export.opened'),
    link: column('text', 'export.link'),
  },
  async *run({ db, actor, input, today, readInPieces }) {
    const lines = ownTaskLines({ mine: mineOf(actor), filter: input, today });
    for await (const rows of readInPieces<OwnTaskRow>(lines)) {
      const sentences = await sentencesOf(db, rows, actor.locale, 'reporting:unknown.task');
      for (const [at, row] of rows.entries())
        yield {
          id: row.id,
          task: sentences[at]!,
          kind: taskGroup(row.kind),
          enterprise: row.enterpriseName,
          lot: row.lotNumber,
          due: row.due,
          opened: row.openedAt,
          link: row.link,
        };
    }
  },
});
