import { deserialize } from '$app/forms';

/**
 * Asks a form action that keeps nothing (`answer` in `door.ts`), without leaving the page: the same door that the form goes through
 * without a script. Fails when there is no connection, and when the server says no.
 */
export async function askAction<Result>(action: string, fields: Readonly<Record<string, string>>): Promise<Result> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const response = await fetch(action, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
  });
  const answer = deserialize<{ result: Result }, Record<string, unknown>>(await response.text());
  if (answer.type !== 'success' || !answer.data) throw new Error(`${action}: ${answer.type}`);
  return answer.data.result;
}
