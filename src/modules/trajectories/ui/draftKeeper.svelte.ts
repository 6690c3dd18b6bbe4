import { deserialize } from '$app/forms';

/** What the line under a form says about the draft. */
export type DraftState = { readonly kind: 'none' | 'failed' } | { readonly kind: 'kept'; readonly at: Date };

const quiet = 3_000;
const longest = 15_000;

/**
 * Sends what is being typed to a draft, a few seconds after the last key and at least every quarter of a minute, and at
 * once when the page goes out of sight. `state` is for the page to show. Nothing is sent while nothing was typed.
 */
export function keepDraft(form: () => HTMLFormElement | undefined, action: string) {
  let state = $state<DraftState>({ kind: 'none' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typedSince: number | undefined;
  let stopped = false;

  async function send(leaving = false): Promise<void> {
    clearTimeout(timer);
    const element = form();
    if (stopped || typedSince === undefined || !element) return;
    typedSince = undefined;
    const fields = new FormData(element);
    fields.delete('_once');
    try {
      const response = await fetch(action, {
        method: 'POST',
        body: fields,
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
        keepalive: leaving,
      });
      const { type } = deserialize(await response.text());
      if (stopped) return;
      state = type === 'redirect' || type === 'success' ? { kind: 'kept', at: new Date() } : { kind: 'failed' };
    } catch {
      // No connection: what was typed still stands on the page, and is tried again in a while.
      state = { kind: 'failed' };
      typedSince = Date.now();
      timer = setTimeout(() => void send(), longest);
    }
  }

  /** Something was typed. */
  function touch(): void {
    if (stopped) return;
    typedSince ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => void send(), Math.max(0, Math.min(quiet, typedSince + longest - Date.now())));
  }

  $effect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') void send(true);
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leave);
    };
  });

  return {
    get state() {
      return state;
    },
    touch,
    /** The form itself is on its way: what stands in it is saved for good, so the draft is not needed any more. */
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
