import { leaveProvider } from '#modules/access/server/operations/providerDoor.ts';

export const GET = leaveProvider;
