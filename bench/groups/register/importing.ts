import { importRegister } from '#modules/register/index.server.ts';

// A process of its own, so that its memory is that of an import and of nothing else: databaseUrl and the zip as arguments.
const [databaseUrl = '', place = ''] = process.argv.slice(2);
const begun = performance.now();
const { rowsRead, state } = await importRegister({ databaseUrl, place, anyway: false, now: () => new Date() });
const seconds = (performance.now() - begun) / 1000;
const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
console.log(JSON.stringify({ state, rowsRead, seconds, peakMb }));
