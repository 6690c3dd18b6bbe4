import { exportMyData } from '#modules/privacy/server/selfOperations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(exportMyData);
