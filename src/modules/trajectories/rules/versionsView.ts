/** One saved version of a document that several people write. */
export interface VersionLine {
  readonly version: number;
  readonly at: Date;
  /** Null for how it was filled in before anybody saved. */
  readonly by: string | null;
}

/** Two versions of a plan of approach or an action plan, the earlier first. */
export interface VersionsView<Content> {
  /** The newest first. */
  readonly versions: readonly VersionLine[];
  readonly from: number;
  readonly to: number;
  readonly before: Content;
  readonly after: Content;
}

/** Which two versions to show: those that were asked for when they are there, in order; else the newest and the one before it. */
export function chosenVersions(
  versions: readonly number[],
  asked: { readonly from?: number | undefined; readonly to?: number | undefined },
): { readonly from: number; readonly to: number } | null {
  if (versions.length === 0) return null;
  const sorted = [...versions].sort((a, b) => a - b);
  const known = (version: number | undefined) => (sorted.includes(version ?? -1) ? version : undefined);
  const to = known(asked.to) ?? sorted.at(-1)!;
  const from = known(asked.from) ?? sorted.filter((version) => version < to).at(-1) ?? to;
  return from <= to ? { from, to } : { from: to, to: from };
}
