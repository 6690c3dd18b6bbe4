import { parents } from './parents.mjs';

/** npm scripts that run until somebody stops them. */
const lasting = new Set(['start', 'krachtlijn']);

/**
 * Resolves with what asks this process to stop: a signal, or the end of the npm that started it (npm passes signals to a
 * shell in between, which dies without passing them on). Later signals change nothing: a terminal and a parent process
 * may both pass on one Ctrl-C.
 */
export function onceToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    const begun = parents();
    if (!lasting.has(process.env.npm_lifecycle_event ?? '')) return;
    setInterval(() => {
      if (parents() !== begun) resolve('npm ended');
    }, 500).unref();
  });
}
