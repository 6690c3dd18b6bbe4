import { downloadCalendar } from '#modules/notifications/server/operations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(downloadCalendar);
