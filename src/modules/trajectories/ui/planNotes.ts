import type { Finding } from '../rules/findings.ts';
import type { PlanOfApproach } from '../rules/plan.ts';
import type { PlanView } from '../rules/planView.ts';
import type { PlanSource } from '../rules/prefillPlan.ts';

/**
 * A path of the plan by the ids of its rows: `goals.0.title` is `goals.g1.title`. What is said about a row then stays with it
 * while rows before it come and go on the page.
 */
export function byRow(path: string, plan: PlanOfApproach): string {
  const [section = '', at, ...rest] = path.split('.');
  const rows: unknown = plan[section as keyof PlanOfApproach];
  if (!Array.isArray(rows) || at === undefined) return path;
  const id = (rows[Number(at)] as { id: string } | undefined)?.id;
  return id === undefined ? path : [section, id, ...rest].join('.');
}

/** What stands beside each place of a plan: lookups by the path with row ids. */
export function notesOf(view: Pick<PlanView, 'plan' | 'findings' | 'sources' | 'lastVerdict' | 'version'>) {
  const findings = Map.groupBy(view.findings, ({ path }: Finding) => byRow(path, view.plan));
  const sources = new Map<string, PlanSource>(view.sources.map((source) => [byRow(source.path, view.plan), source]));
  // A remark on a row that was taken away since stands with its section: what was said is not lost with the row.
  const remarks = Map.groupBy(view.lastVerdict?.remarks ?? [], ({ section }) => {
    const [part = '', id] = section.split('.');
    const rows: unknown = view.plan[part as keyof PlanOfApproach];
    return id === undefined || (Array.isArray(rows) && rows.some((row: { id: string }) => row.id === id))
      ? section
      : part;
  });
  return {
    /** Nothing is missing from a plan that nobody has begun. */
    findings: (path: string): readonly Finding[] => (view.version > 0 ? (findings.get(path) ?? []) : []),
    source: (path: string): PlanSource | undefined => sources.get(path),
    remarks: (section: string) => remarks.get(section) ?? [],
    remarksBy: view.lastVerdict?.by,
  };
}

export type Notes = ReturnType<typeof notesOf>;
