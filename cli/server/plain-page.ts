import type { IncomingMessage, ServerResponse } from 'node:http';
import { isLocale, type Locale } from '#shared/localised.ts';
import { textFor } from '#platform/text/index.ts';
import { texts } from './text/index.ts';

/** The pages that the server itself can give when the application cannot. */
type Status = 413 | 503;

const pages = {
  413: { title: 'tooLarge.title', body: 'tooLarge.body' },
  503: { title: 'unavailable.title', body: 'unavailable.body' },
} as const;

/** The language of a visitor from the first that we speak in the browser's list; Dutch otherwise. */
export function localeOf(request: IncomingMessage): Locale {
  const chosen = /(?:^|;\s*)krachtlijn_language=([a-z]{2})/.exec(request.headers.cookie ?? '')?.[1];
  if (isLocale(chosen)) return chosen;
  for (const part of (request.headers['accept-language'] ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return 'nl';
}

/** Answers with a small page of our own (JSON for programs), in the visitor's language. */
export function answerPlainly(
  request: IncomingMessage,
  response: ServerResponse,
  status: Status,
  facts: Record<string, number> = {},
): void {
  const locale = localeOf(request);
  const t = textFor(texts, locale);
  const title = t(pages[status].title, facts);
  const body = t(pages[status].body, facts);
  response.statusCode = status;
  response.setHeader('cache-control', 'no-store');
  if (status === 503) response.setHeader('retry-after', '5');
  if (!(request.headers.accept ?? '').includes('text/html')) {
    response.setHeader('content-type', 'application/problem+json');
    response.end(JSON.stringify({ status, title, detail: body }));
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  const again = status === 503 && request.method === 'GET' ? '<meta http-equiv="refresh" content="5">' : '';
  response.end(
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<meta name="color-scheme" content="light dark">${again}<title>${title} · Krachtlijn</title></head>` +
      `<body><main><h1>${title}</h1><p>${body}</p></main></body></html>`,
  );
}
