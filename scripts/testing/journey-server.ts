import { endEverything } from '../../tests/support/instance.ts';
import { startTwoProcesses, type TwoProcesses } from '../../tests/support/twoProcesses.ts';

/** Long enough for a process to start again and for people to use both, short enough to hit every longer journey. */
const betweenDeathsMs = 90_000;

/**
 * Starts what the journeys travel through, unless BASE_URL names something that runs: two processes with the example
 * programme behind a proxy, as in a larger installation. Every now and then one of them is killed, unless NOBODY_DIES; nobody may
 * notice.
 */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BASE_URL) return undefined;
  const both = await startTwoProcesses().catch(async (error: unknown) => {
    await endEverything();
    throw error;
  });
  process.env.BASE_URL = both.proxy.address;
  const reaper = process.env.NOBODY_DIES ? undefined : killNowAndThen(both);
  return async () => {
    const deaths = await reaper?.stop();
    if (deaths !== undefined)
      console.log(
        `Behind the journeys ${deaths} processes were killed; ${both.proxy.resent()} requests were sent once more.`,
      );
    await both.stop();
    await endEverything();
  };
}

function killNowAndThen(both: TwoProcesses): { stop(): Promise<number> } {
  let deaths = 0;
  let under = Promise.resolve();
  const timer = setInterval(() => {
    under = under.then(() => both.restart(deaths++ % 2 === 0 ? 0 : 1, 'SIGKILL'));
  }, betweenDeathsMs);
  return {
    async stop() {
      clearInterval(timer);
      await under;
      return deaths;
    },
  };
}
