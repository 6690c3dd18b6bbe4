import { v7 } from 'uuid';

let source: (() => string) | undefined;

/** A new key: UUIDv7, so that newer rows come later in an index. */
export function newId(): string {
  return source ? source() : v7();
}

/** While `work` runs, ids are the same every time: the example programme is then the same on every machine. */
export async function withRepeatableIds<Result>(startAt: Date, work: () => Promise<Result>): Promise<Result> {
  let count = 0;
  source = () => {
    count += 1;
    const random = new Uint8Array(16);
    new DataView(random.buffer).setUint32(8, count);
    return v7({ msecs: startAt.getTime(), seq: count, random });
  };
  try {
    return await work();
  } finally {
    source = undefined;
  }
}
