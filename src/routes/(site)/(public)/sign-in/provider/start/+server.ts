import { goToProvider } from '#modules/access/server/operations/providerDoor.ts';

export const GET = goToProvider;
