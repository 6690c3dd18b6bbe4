import { agreeDeclaration, readDeclaration, sendDeclaration } from '#modules/aid/server/declarationOperations.ts';
import { form, page } from '#platform/server/door.ts';

const here = ({ params }: { params: { trajectory?: string } }) => ({ trajectory: params.trajectory });

export const load = page(readDeclaration, here);
export const actions = {
  send: form(sendDeclaration, here, (_result, { url }) => `${url.pathname}?done=sent`),
  agree: form(agreeDeclaration, here, (_result, { url }) => `${url.pathname}?done=agreed`),
};
