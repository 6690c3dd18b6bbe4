/**
 * Resolves with the name of the first signal that asks this process to stop. Later ones change nothing: a terminal and
 * a parent process may both pass on one Ctrl-C.
 */
export function onceToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}
