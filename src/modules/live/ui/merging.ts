/* What pages tell the line that keeps them up to date: that they merge, and what to do when who is looking changed. */
type FormOnPage = () => Element | undefined;
const merging = new Set<FormOnPage>();
const watching = new Set<() => void>();

/** While this form stands, its page is read anew also when somebody types in it: it merges both itself. Gives the function that ends it. */
export function mergesByItself(form: FormOnPage): () => void {
  merging.add(form);
  return () => void merging.delete(form);
}

/** Whether what is typed in this form is safe when the page is read anew. */
export const isMerged = (form: Element): boolean => [...merging].some((one) => one() === form);

/** Whether the page is about such a form. */
export const pageMerges = (): boolean => merging.size > 0;

/** Has `look` called when who looks at this page's subject changed. Gives the function that ends it. */
export function whenPresenceChanges(look: () => void): () => void {
  watching.add(look);
  return () => void watching.delete(look);
}

export function presenceChanged(): void {
  for (const look of watching) look();
}
