import { printPlan } from '#modules/trajectories/server/planPrintOperations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(printPlan, ({ params }) => ({ trajectory: params.trajectory }));
