/** Where to go after signing in: a path of this portal, never another site. */
export function safeBack(given: string | undefined, otherwise: string): string {
  if (given === undefined || given.length > 2_000) return otherwise;
  // A backslash or a second slash would make a browser read a host.
  if (!/^\/(?![/\\])/.test(given) || /[\\\s]/.test(given)) return otherwise;
  if (!URL.canParse(given, base)) return otherwise;
  const url = new URL(given, base);
  return url.origin === base ? `${url.pathname}${url.search}` : otherwise;
}

const base = 'http://portal.invalid';
