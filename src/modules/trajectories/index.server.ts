/** What other modules' server code may use of trajectories. */
export { trajectoryHandle, type TrajectoryHandle } from './server/handle.ts';
export { insist, moveOn, readFacts } from './server/facts.ts';
export { placeOf } from './server/place.ts';
export { startTrajectory, type NewTrajectory } from './server/starting.ts';
export { withdrawSentAgreement } from './server/agreementStore.ts';
export { printedActionPlan } from './server/actionPlanPrintOperations.ts';
export { printedPlan } from './server/planPrintOperations.ts';
