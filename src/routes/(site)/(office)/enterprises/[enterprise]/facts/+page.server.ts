import {
  addContact,
  changeContact,
  changeFacts,
  readFacts,
  removeContact,
} from '#modules/enterprises/server/operations.ts';
import { form, page } from '#platform/server/door.ts';

const enterprise = ({ params }: { params: { enterprise?: string } }) => ({ enterprise: params.enterprise });
const saved = (_: unknown, { params }: { params: { enterprise?: string } }) =>
  `/enterprises/${params.enterprise}/facts?saved=1`;

export const load = page(readFacts, enterprise);
export const actions = {
  facts: form(changeFacts, enterprise, saved),
  addContact: form(addContact, enterprise, saved),
  changeContact: form(changeContact, enterprise, saved),
  removeContact: form(removeContact, enterprise, saved),
};
