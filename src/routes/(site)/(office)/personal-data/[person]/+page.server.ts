import { correctPerson, erasePerson, readPersonData } from '#modules/privacy/server/personOperations.ts';
import { form, page } from '#platform/server/door.ts';

const person = ({ params }: { params: { person?: string } }) => ({ person: params.person });
const back = (_result: unknown, { params }: { params: { person?: string } }) =>
  `/personal-data/${params.person}?saved=1`;

export const load = page(readPersonData, person);
export const actions = { correct: form(correctPerson, person, back), erase: form(erasePerson, person, back) };
