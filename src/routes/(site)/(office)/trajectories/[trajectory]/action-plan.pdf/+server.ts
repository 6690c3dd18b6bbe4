import { printActionPlan } from '#modules/trajectories/server/actionPlanPrintOperations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(printActionPlan, ({ params }) => ({ trajectory: params['trajectory'] }));
