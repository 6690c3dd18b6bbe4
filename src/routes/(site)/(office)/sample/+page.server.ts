import { drawSampleOfFiles } from '#modules/reporting/server/sampleOperations.ts';
import { page } from '#platform/server/door.ts';

export const load = page(drawSampleOfFiles, ({ url }) =>
  Object.fromEntries(['seed', 'size', 'lot', 'until'].map((name) => [name, url.searchParams.get(name) ?? undefined])),
);
