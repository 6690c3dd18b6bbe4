import { printDecision } from '#modules/eligibility/server/certificateOperations.ts';
import { file } from '#platform/server/door.ts';

export const GET = file(printDecision, ({ params, url }) => ({
  trajectory: params.trajectory,
  decision: url.searchParams.get('decision') ?? undefined,
  language: url.searchParams.get('in') ?? undefined,
}));
