import { listenTo, type Listening } from '../database/listening.ts';
import { newId } from '../ids.ts';
import { liveChannel, readEvent, topicsHeard, writeEvent, type LiveEvent, type Reach } from './event.ts';
import { RecentEvents } from './recent.ts';
import { beat, farewell, heard, refresh, type Frame } from './frames.ts';

/** Channels on which the database itself says that somebody may no longer hear: a session ended, a role was taken away. */
const sessionEnded = 'session_revoked';
const rightsChanged = 'rights_changed';

/** How many streams one session may hold in one process: as many pages in sight as anybody has. */
export const mostStreams = 8;
/** A proxy cuts a connection that is silent; nginx after a minute. */
const beatEvery = 15_000;
/** A stream ends after a while and the browser comes back: what somebody may hear is decided anew. */
const longestStream = 15 * 60_000;
const kept = 2_000;
/** Who missed more than this reads the page again. */
const mostMissed = 200;

/** Who follows what, as the operation found it out. */
export interface Following {
  readonly session: string;
  readonly person: string;
  readonly topics: readonly string[];
  /** Where they may see things, a kind of thing. */
  readonly reach: Readonly<Record<string, Reach>>;
}

interface Stream extends Following {
  /** False when the reader takes nothing in any more. */
  readonly send: (frame: Frame) => boolean;
  readonly end: () => void;
}

const recent = new RecentEvents(kept);
const streams = new Set<Stream>();
let listening: Listening | undefined;
let beating: NodeJS.Timeout | undefined;
let ending = false;

/** The place in the row of events up to which a page that is read from now on knows everything; '' when that is not known. */
export function livePosition(): string {
  return listening?.connected ? recent.position : '';
}

/** Begins to listen, for all streams of this process. */
export function startLive(databaseUrl: string): void {
  ending = false;
  listening = listenTo(databaseUrl, {
    channels: [liveChannel, sessionEnded, rightsChanged],
    heard(channel, payload) {
      if (channel === sessionEnded) endWhere(({ session }) => session === payload, 'ended');
      else if (channel === rightsChanged) endWhere(({ person }) => person === payload, 'again');
      else tell(readEvent(payload));
    },
    async ready(say) {
      // A first event of our own, which the others hear too: from there on a position means the same to all.
      recent.forget();
      const started = { id: newId(), what: 'started', kind: '', subject: '', place: {} } as const;
      recent.add(started);
      await say(liveChannel, writeEvent(started));
      for (const stream of streams) give(stream, refresh(recent.position));
    },
  });
  beating = setInterval(() => {
    for (const stream of streams) give(stream, beat(recent.position));
  }, beatEvery);
  beating.unref();
}

/** Ends every stream, so that a process can stop; browsers come back to another one. */
export function endStreams(): void {
  ending = true;
  endWhere(() => true, 'again');
}

export async function stopLive(): Promise<void> {
  endStreams();
  clearInterval(beating);
  await listening?.stop();
  listening = undefined;
}

/** How many streams are open in this process: for tests and for who looks after it. */
export const openStreams = (): number => streams.size;

/**
 * Opens a stream that goes on from `since` (see {@link livePosition}). Not when this process is about to stop, and not when this
 * session has as many as it may.
 */
export function openStream(following: Following, since: string): ReadableStream<Uint8Array> | 'ending' | 'full' {
  if (ending) return 'ending';
  if ([...streams].filter(({ session }) => session === following.session).length >= mostStreams) return 'full';
  let stream: Stream;
  let age: NodeJS.Timeout;
  const forget = () => {
    clearTimeout(age);
    streams.delete(stream);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stream = {
          ...following,
          send(frame) {
            if ((controller.desiredSize ?? 0) <= 0) return false;
            controller.enqueue(frame);
            return true;
          },
          end() {
            if (!streams.has(stream)) return;
            forget();
            controller.close();
          },
        };
        streams.add(stream);
        age = setTimeout(() => endWhere((one) => one === stream, 'again'), longestStream * (0.8 + Math.random() * 0.2));
        age.unref();
        const missed = recent.after(since);
        if (missed === null || missed.length > mostMissed) give(stream, refresh(recent.position));
        else {
          give(stream, beat(recent.position));
          for (const event of missed) pass(stream, event);
        }
      },
      cancel: forget,
    },
    // So many small frames may wait for a reader; who is further behind comes back and asks what it missed.
    new CountQueuingStrategy({ highWaterMark: 500 }),
  );
}

function tell(event: LiveEvent | undefined): void {
  if (!event) return;
  recent.add(event);
  for (const stream of streams) pass(stream, event);
}

function pass(stream: Stream, event: LiveEvent): void {
  const topics = topicsHeard(stream, event);
  if (topics.length > 0) give(stream, heard(event, topics));
}

function give(stream: Stream, frame: Frame): void {
  if (!stream.send(frame)) stream.end();
}

function endWhere(which: (stream: Stream) => boolean, why: 'ended' | 'again'): void {
  for (const stream of streams) {
    if (!which(stream)) continue;
    stream.send(farewell(why));
    stream.end();
  }
}
