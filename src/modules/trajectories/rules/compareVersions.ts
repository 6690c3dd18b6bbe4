import { wordDiff, type Run } from '#shared/wordDiff.ts';

/** One part of a document in words: a need, a goal, the cost; its fields in the order in which they are read. */
export interface VersionPart {
  /** The same in each version: `goals.<id>`, `cost`. */
  readonly id: string;
  /** Under which heading it stands. */
  readonly section: string;
  readonly title: string;
  readonly fields: readonly { readonly id: string; readonly label: string; readonly text: string }[];
}

export interface ComparedPart {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly change: 'same' | 'changed' | 'added' | 'removed';
  readonly fields: readonly { readonly id: string; readonly label: string; readonly runs: readonly Run[] }[];
}

const emptyPart = (part: VersionPart): VersionPart => ({
  ...part,
  fields: part.fields.map((field) => ({ ...field, text: '' })),
});

function compared(before: VersionPart, after: VersionPart, change: ComparedPart['change']): ComparedPart {
  const fields = after.fields.map(({ id, label, text }) => ({
    id,
    label,
    runs: wordDiff(before.fields.find((field) => field.id === id)?.text ?? '', text),
  }));
  return { id: after.id, section: after.section, title: after.title, change, fields };
}

/** Two versions part by part, in the order of the second; what went stands behind what it stood behind. */
export function compareVersions(
  before: readonly VersionPart[],
  after: readonly VersionPart[],
): readonly ComparedPart[] {
  const parts = after.map((part) => {
    const earlier = before.find(({ id }) => id === part.id);
    if (!earlier) return compared(emptyPart(part), part, 'added');
    const found = compared(earlier, part, 'changed');
    const same = found.fields.every(({ runs }) => runs.every(({ kind }) => kind === 'same'));
    return same ? { ...found, change: 'same' as const } : found;
  });
  for (const [at, part] of before.entries()) {
    if (after.some(({ id }) => id === part.id)) continue;
    const previous = before[at - 1];
    const place = previous ? parts.findIndex(({ id }) => id === previous.id) + 1 : 0;
    parts.splice(place, 0, compared(part, emptyPart(part), 'removed'));
  }
  return parts;
}

/** Whether nothing differs. */
export const isSame = (parts: readonly ComparedPart[]): boolean => parts.every(({ change }) => change === 'same');
