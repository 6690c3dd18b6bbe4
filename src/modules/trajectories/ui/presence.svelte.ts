import { deserialize } from '$app/forms';
import { whenPresenceChanges } from '#modules/live/index.ts';
import { saidEverySeconds, type PresenceForm } from '../rules/presence.ts';

/** Somebody else who has the page open; `section` is where they are in it, or empty. */
export interface Other {
  readonly name: string;
  readonly section: string;
}

/** A page in the background is put away after this long: its reader is elsewhere. */
const awayAfter = 20_000;

/**
 * Tells the server that this page stands open and which section (`id="section-…"`) has the focus, and learns who else has it
 * open: at once when that changes, and every now and then. Posts to the actions `present` and `leave` of the page.
 */
export function bePresent(form: PresenceForm) {
  const tab = crypto.randomUUID();
  let others = $state.raw<readonly Other[]>([]);

  $effect(() => {
    const path = location.pathname;
    let section = '';
    let here = false;
    let soon: ReturnType<typeof setTimeout> | undefined;
    let away: ReturnType<typeof setTimeout> | undefined;

    function post(action: string): Promise<Response> {
      const fields = new URLSearchParams({ form, tab, ...(action === 'present' ? { section } : {}) });
      const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
      return fetch(`${path}?/${action}`, { method: 'POST', body: fields, headers, keepalive: action === 'leave' });
    }

    async function say(): Promise<void> {
      clearTimeout(soon);
      here = true;
      try {
        const answer = deserialize(await (await post('present')).text());
        if (here && answer.type === 'success')
          others = (answer.data as { result: { others: readonly Other[] } }).result.others;
      } catch {
        // No connection: what is known stays, and is asked again in a while.
      }
    }

    function sayIn(milliseconds: number): void {
      clearTimeout(soon);
      soon = setTimeout(() => void say(), milliseconds);
    }

    function go(): void {
      clearTimeout(soon);
      if (!here) return;
      here = false;
      others = [];
      void post('leave').catch(() => undefined);
    }

    const look = () => here && sayIn(200);
    const focus = ({ target }: FocusEvent) => {
      const found = target instanceof Element ? target.closest('[id^="section-"]')?.id.slice('section-'.length) : '';
      if ((found ?? '') === section) return;
      section = found ?? '';
      if (here) sayIn(600);
    };
    const visible = () => {
      clearTimeout(away);
      if (document.visibilityState === 'visible') void say();
      else away = setTimeout(go, awayAfter);
    };
    const beat = setInterval(() => here && void say(), saidEverySeconds * 1000);
    const unwatch = whenPresenceChanges(look);
    document.addEventListener('focusin', focus);
    document.addEventListener('visibilitychange', visible);
    window.addEventListener('pagehide', go);
    visible();
    return () => {
      clearInterval(beat);
      clearTimeout(away);
      unwatch();
      document.removeEventListener('focusin', focus);
      document.removeEventListener('visibilitychange', visible);
      window.removeEventListener('pagehide', go);
      go();
    };
  });

  return {
    get others() {
      return others;
    },
  };
}
