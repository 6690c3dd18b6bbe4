type Close = () => Promise<void>;

/** The built pages and the command that serves them load their own copies of our modules: the list lies where both find it. */
const place = Symbol.for('krachtlijn.closers');
const closers = ((globalThis as { [place]?: Set<Close> })[place] ??= new Set<Close>());

/** Has work done before the process ends in good order: queues finish, pools close. */
export function beforeEnding(close: Close): void {
  closers.add(close);
}

const leavers = Symbol.for('krachtlijn.leavers');
const polite = ((globalThis as { [leavers]?: Set<() => void> })[leavers] ??= new Set<() => void>());

/** Has something done the moment somebody asks the process to stop, before it waits for what runs: streams never end by themselves. */
export function whenAskedToStop(leave: () => void): void {
  polite.add(leave);
}

/** Ends what would not end by itself. */
export function sayGoodbye(): void {
  for (const leave of polite) leave();
  polite.clear();
}

/** Does all of that work at once and gives up on what takes longer than `milliseconds`. */
export async function endInGoodOrder(milliseconds: number): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref());
  await Promise.race([Promise.allSettled([...closers].map((close) => close())), patience]);
  closers.clear();
}
