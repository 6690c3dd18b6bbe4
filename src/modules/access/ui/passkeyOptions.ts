import { deserialize } from '$app/forms';

/** Asks a form action of this page for what the browser needs; undefined when the server says no (the page then asks by form). */
export async function passkeyOptions<Options>(action: string): Promise<Options | undefined> {
  const response = await fetch(action, {
    method: 'POST',
    body: new FormData(),
    headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
  });
  const answer = deserialize<{ result: Options }, Record<string, unknown>>(await response.text());
  return answer.type === 'success' ? answer.data?.result : undefined;
}
