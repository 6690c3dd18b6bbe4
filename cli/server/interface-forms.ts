import type { IncomingMessage } from 'node:http';

const likeAForm =
  /^\s*($|application\/x-www-form-urlencoded|multipart\/form-data|text\/plain|application\/x-sveltekit-formdata)/i;

/**
 * The page handler refuses a form from another site before any door sees it, in words of its own. At the interface for
 * programs no cookie counts, so there is nothing to guard, and a form (what `curl -d` sends by itself) is only the wrong
 * content type: under another name it reaches the door, which says so as it says everything.
 */
export function letTheDoorRefuseForms(request: IncomingMessage): void {
  if (!request.url?.startsWith('/api/') || request.method === 'GET' || request.method === 'HEAD') return;
  if (likeAForm.test(request.headers['content-type'] ?? '')) request.headers['content-type'] = 'application/x-not-json';
}
