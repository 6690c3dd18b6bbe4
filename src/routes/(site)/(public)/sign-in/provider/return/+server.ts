import { comeFromProvider } from '#modules/access/server/operations/providerDoor.ts';

export const GET = comeFromProvider;
