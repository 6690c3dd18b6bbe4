import { reportingTexts, taskGroups } from '#modules/reporting/index.ts';
import { config } from '#platform/server/config.ts';
import { defineMail } from '#platform/server/mail.ts';
import { textFor } from '#platform/text/index.ts';
import type { Locale } from '#shared/localised.ts';
import type { Stream } from '../rules/choices.ts';
import type { Counts, Digest } from '../rules/digest.ts';
import { texts } from '../text/index.ts';

type Figures = Readonly<Record<string, string | number>>;

/** A digest as it is kept beside the letter: codes and figures, nothing else. */
export function figuresOf(digest: Digest, stream: Stream): Figures {
  const named = (part: 'tasks' | 'changes', counts: Counts) =>
    Object.fromEntries(taskGroups.flatMap((group) => (counts[group] ? [[`${part}.${group}`, counts[group]]] : [])));
  return {
    stream,
    late: digest.late,
    soon: digest.soon,
    ...named('tasks', digest.tasks),
    ...named('changes', digest.changes),
  };
}

/** The figures as lines, in one language. */
export function digestWords(figures: Figures, locale: Locale): Record<string, string> {
  const t = textFor(texts, locale);
  const about = textFor(reportingTexts, locale);
  const count = (name: string) => Number(figures[name] ?? 0);
  const lines = (part: 'tasks' | 'changes') =>
    taskGroups.flatMap((group) => {
      const found = count(`${part}.${group}`);
      return found > 0 ? [t('mail.line', { about: about(`taskKind.${group}`), count: found })] : [];
    });
  const dated = [
    ...(count('late') > 0 ? [t('mail.late', { count: count('late') })] : []),
    ...(count('soon') > 0
      ? [t('mail.soon', { count: count('soon'), span: figures['stream'] === 'weekly' ? 'week' : 'day' })]
      : []),
  ];
  const part = (title: 'mail.part.tasks' | 'mail.part.due' | 'mail.part.changes', found: readonly string[]) =>
    found.length > 0 ? [[t(title), ...found].join('\n')] : [];
  const site = config().publicUrl;
  return {
    lines: [
      ...part('mail.part.tasks', lines('tasks')),
      ...part('mail.part.due', dated),
      ...part('mail.part.changes', lines('changes')),
    ].join('\n\n'),
    tasks: `${site}/tasks`,
    settings: `${site}/account/notifications`,
  };
}

export const digestMail = 'notifications.digest';
defineMail('notifications', texts, 'digest', { words: digestWords, nameless: true });
