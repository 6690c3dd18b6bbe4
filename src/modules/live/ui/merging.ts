/* What pages tell the line that keeps them up to date: that they merge, and what to do when who is looking changed. */
const merging = new Set<object>();
const watching = new Set<() => void>();

/** While the page that calls this stands, it is read anew also when somebody types: it merges both itself. Gives the function that ends it. */
export function mergesByItself(): () => void {
  const me = {};
  merging.add(me);
  return () => void merging.delete(me);
}

export const pageMerges = (): boolean => merging.size > 0;

/** Has `look` called when who looks at this page's subject changed. Gives the function that ends it. */
export function whenPresenceChanges(look: () => void): () => void {
  watching.add(look);
  return () => void watching.delete(look);
}

export function presenceChanged(): void {
  for (const look of watching) look();
}
