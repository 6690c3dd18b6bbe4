import { live } from '#modules/live/index.server.ts';

export const GET = live;
