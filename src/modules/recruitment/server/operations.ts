/** Everything that the outside can do with leads, by theme. */
export { readHelp, readThanks } from './helpOperations.ts';
export { findEnterprise } from './findOperations.ts';
export { requestHelp } from './requestOperations.ts';
export { exportLeads, listLeads } from './leadListOperations.ts';
export { readLead } from './leadOperations.ts';
export { declineLead, handOverLead, logContact, takeLead, withdrawLead } from './workOperations.ts';
export { convertLead } from './convertOperations.ts';
