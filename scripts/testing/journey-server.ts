import { endEverything, newFolder, startInstance } from '../../tests/support/instance.ts';

/** Starts a server with the example programme for the journeys, unless BASE_URL names one that runs. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.BASE_URL) return undefined;
  const instance = await startInstance(newFolder()).catch(async (error: unknown) => {
    await endEverything();
    throw error;
  });
  process.env.BASE_URL = instance.address;
  return async () => {
    instance.kill('SIGTERM');
    await instance.ended;
    await endEverything();
  };
}
