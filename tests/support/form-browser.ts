import type { Portal } from '@credence/portal';

/** A browser without a window: it keeps cookies and says where a form came from. */
export class FormBrowser {
  readonly cookies: Map<string, string> = new Map();
  readonly #portal: Portal;
  readonly #base: string;

  constructor(portal: Portal, base: string) {
    this.#portal = portal;
    this.#base = base;
  }

  async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.#send(new Request(new URL(path, this.#base), { headers: this.#headers(headers) }));
  }

  async post(
    path: string,
    form: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
    headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<Response> {
    const request = new Request(new URL(path, this.#base), {
      method: 'POST',
      headers: this.#headers(headers),
      body: new URLSearchParams(
        (isList(form) ? form : Object.entries(form)).map(([name, value]): [string, string] => [
          name,
          value,
        ]),
      ),
    });
    return this.#send(request);
  }

  /** The token that the page's forms carry. */
  async csrf(path = '/desk'): Promise<string> {
    const page = await (await this.get(path)).text();
    return /name="csrf" value="([0-9a-f]+)"/.exec(page)?.[1] ?? 'none';
  }

  async #send(request: Request): Promise<Response> {
    const answer = await this.#portal.fetch(request);
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';', 1);
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), value);
    }
    return answer;
  }

  #headers(given: Readonly<Record<string, string>>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { accept: '*/*', ...(cookie === '' ? {} : { cookie }), ...given };
  }
}

function isList(
  form: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
): form is readonly (readonly [string, string])[] {
  return Array.isArray(form);
}
