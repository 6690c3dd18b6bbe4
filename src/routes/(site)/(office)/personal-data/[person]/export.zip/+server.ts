import { exportPersonData } from '#modules/privacy/server/personOperations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(exportPersonData, ({ params }) => ({ person: params.person }));
