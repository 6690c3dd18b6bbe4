import type { LiveEvent } from './event.ts';

/** One message of a stream, as the standard of server-sent events has it. */
export type Frame = Uint8Array;

const encoder = new TextEncoder();
const frame = (event: string, data: string, id?: string): Frame =>
  encoder.encode(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${data}\n\n`);

/** Something happened to one of the topics that the page follows. */
export const heard = ({ id, what }: Pick<LiveEvent, 'id' | 'what'>, topics: readonly string[]): Frame =>
  frame(what, topics.join(' '), id);

/** Nothing was missed until here. Keeps proxies from cutting the line, too. */
export const beat = (position: string): Frame => frame('beat', position, position);

/** Something may have been missed: read the page again. */
export const refresh = (position: string): Frame => frame('refresh', position, position);

/** `again`: come back at once, to whoever answers. `ended`: there is nothing to come back for, the session is over. */
export const farewell = (why: 'again' | 'ended'): Frame => frame('farewell', why);
