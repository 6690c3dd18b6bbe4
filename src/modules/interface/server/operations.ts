/** Everything that the outside can do with the interface itself, by theme. */
export { addMachine, closeMachine, createMachineToken, listMachines, revokeMachineToken } from './machineOperations.ts';
export { readDescription, readPart, readProblem, readReference } from './referenceOperations.ts';
export { createToken, listTokens, revokeToken } from './tokenOperations.ts';
import '../text/index.ts';
