import {
  convertLead,
  declineLead,
  handOverLead,
  logContact,
  readLead,
  takeLead,
  withdrawLead,
} from '#modules/recruitment/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

const lead = ({ params }: { params: { lead?: string } }) => ({ lead: params.lead });

export const load = page(readLead, lead);
export const actions = {
  take: form(takeLead, lead, (_, { params }) => `/leads/${params.lead}?done=taken`),
  log: form(logContact, lead, (_, { params }) => `/leads/${params.lead}?done=logged`),
  handOver: form(handOverLead, lead, () => '/leads?done=handedOver'),
  decline: form(declineLead, lead, (_, { params }) => `/leads/${params.lead}`),
  withdraw: form(withdrawLead, lead, (_, { params }) => `/leads/${params.lead}`),
  convert: form(convertLead, lead, ({ trajectory }) => `/trajectories/${trajectory}/intake`),
};
