import fc from 'fast-check';

/**
 * Property tests of `npm test` draw the same examples each time, so that a build never fails, or passes, by luck.
 * `PROPERTY_RUNS=3000 npm test -- --only unit` draws new ones, and so many a property.
 */
const runs = Number(process.env['PROPERTY_RUNS'] ?? 0);
fc.configureGlobal(runs > 0 ? { numRuns: runs } : { seed: 20231101 });
