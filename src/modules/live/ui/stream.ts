import { waitToConnect } from '../rules/following.ts';

/** What a page does with what it hears. */
export interface Listener {
  /** Something about these topics changed; none: anything may have. */
  changed(topics: readonly string[]): void;
  /** Who looks at the thing changed. */
  presence(): void;
  /** Everything until this event is known now. */
  at(position: string): void;
}

/** A page in the background gives its line back after this long, and takes it up again where it was when it is looked at. */
const hiddenFor = 20_000;

/**
 * Holds the line of one page while it is looked at. It goes on where it was after every interruption: the browser comes back
 * by itself when a line breaks, and we do when it was refused. Gives the function that hangs up.
 */
export function holdStream(topics: readonly string[], from: string, listener: Listener): () => void {
  let source: EventSource | undefined;
  let since = from;
  let failures = 0;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    clearTimeout(timer);
    if (over || source) return;
    source = new EventSource(`/live?on=${topics.join()}&since=${since}`);
    const hear = (what: string, tell: (data: string) => void) =>
      source!.addEventListener(what, ({ data, lastEventId }: MessageEvent<string>) => {
        since = lastEventId || since;
        listener.at(since);
        failures = 0;
        tell(data);
      });
    hear('beat', () => {});
    hear('changed', (data) => listener.changed(data.split(' ')));
    hear('presence', () => listener.presence());
    hear('refresh', () => listener.changed([]));
    hear('farewell', (why) => {
      hangUp();
      if (why === 'ended') over = true;
      else later();
    });
    source.addEventListener('error', () => {
      // Broken off: the browser tries again. Refused: it does not, so we do.
      if (source?.readyState !== EventSource.CLOSED) return;
      hangUp();
      later();
    });
  }

  function later(): void {
    clearTimeout(timer);
    timer = setTimeout(connect, waitToConnect(failures++, Math.random()));
  }

  function hangUp(): void {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  function seen(): void {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') connect();
    else timer = setTimeout(hangUp, hiddenFor);
  }

  document.addEventListener('visibilitychange', seen);
  seen();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', seen);
    hangUp();
  };
}
