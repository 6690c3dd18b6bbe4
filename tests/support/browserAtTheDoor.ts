import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { config } from '#platform/server/config.ts';

/** A browser as the doors of the site see it: it keeps cookies and follows nothing by itself. */
export class BrowserAtTheDoor {
  readonly cookies = new Map<string, string>();
  readonly #address: string;

  constructor(address: string) {
    this.#address = address;
  }

  /** Opens an address through a door; gives where it leads. */
  async open(door: (event: RequestEvent) => Promise<Response>, pathAndSearch: string): Promise<string> {
    const url = new URL(pathAndSearch, config().publicUrl);
    const { cookies } = this;
    const event = {
      url,
      request: new Request(url, { headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } }),
      cookies: {
        get: (name: string) => cookies.get(name),
        set: (name: string, value: string) => void cookies.set(name, value),
        delete: (name: string) => void cookies.delete(name),
      },
      locals: { visit: { locale: 'nl', credentials: this.credentials } },
    } as unknown as RequestEvent;
    try {
      const response = await door(event);
      return response.headers.get('location') ?? String(response.status);
    } catch (away) {
      if (isRedirect(away)) return away.location;
      if (isHttpError(away)) return String(away.status);
      throw away;
    }
  }

  /** What the browser shows to an operation. */
  get credentials() {
    return { locale: 'nl', session: this.cookies.get('krachtlijn_session'), address: this.#address } as const;
  }
}
