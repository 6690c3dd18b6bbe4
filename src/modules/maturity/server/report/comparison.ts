import { compareResults, type Comparison } from '../../rules/compare.ts';
import type { SideBySide } from '../../rules/series.ts';
import type { ComparisonView } from '../../rules/views.ts';
import type { ScanRow } from '../store.ts';
import { withinSentence, type Words } from './words.ts';

/** Two scans side by side, in words: a change in time, or two people who see it differently. */
export function comparisonView(kind: SideBySide['kind'], a: ScanRow, b: ScanRow, words: Words): ComparisonView {
  const { t } = words;
  const comparison = compareResults(a.result, b.result);
  const [nameA, nameB] = namesOf(kind, a, b, words);
  return {
    kind,
    title: t(`compare.title.${kind}`),
    summary: t(comparison.words),
    note: comparison.profiles
      ? t('compare.note', { shared: comparison.shared, equal: comparison.equal })
      : t('compare.otherVersion'),
    a: nameA,
    b: nameB,
    profiles: (comparison.profiles ?? []).map((profile) => ({
      name: words.profile(profile.profile),
      a: profile.a,
      b: profile.b,
      difference: differenceWords(profile, words),
    })),
    statements: comparison.statements.map((difference) => {
      const [said, says] = [
        words.answer(difference.statement, difference.a),
        words.answer(difference.statement, difference.b),
      ];
      return {
        n: words.numberOf(difference.statement),
        text: words.statement(difference.statement),
        words:
          kind === 'change'
            ? t(difference.words.change, { before: said, after: says })
            : t(difference.words.disagreement, { personA: nameA, a: said, personB: withinSentence(nameB), b: says }),
      };
    }),
    knownByOne:
      comparison.knownByOne.length > 0 ? t('compare.knownByOne', { count: comparison.knownByOne.length }) : '',
  };
}

function namesOf(kind: SideBySide['kind'], a: ScanRow, b: ScanRow, { answer, day }: Words): [string, string] {
  if (kind === 'change') return [day(a.finishedOn), day(b.finishedOn)];
  const role = (scan: ScanRow) => answer('about.role', scan.role);
  // Two people in one role are told apart by the day.
  return a.role === b.role
    ? [`${role(a)}, ${day(a.finishedOn)}`, `${role(b)}, ${day(b.finishedOn)}`]
    : [role(a), role(b)];
}

function differenceWords({ direction, difference }: NonNullable<Comparison['profiles']>[number], { t }: Words): string {
  if (direction === null || difference === null) return t('compare.points.unknown');
  return direction === 'same'
    ? t('compare.points.same')
    : t(`compare.points.${direction}`, { points: Math.abs(difference) });
}
