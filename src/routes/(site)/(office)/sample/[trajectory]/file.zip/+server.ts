import { takeFile } from '#modules/reporting/server/sampleOperations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(takeFile, ({ params }) => ({ trajectory: params.trajectory }));
