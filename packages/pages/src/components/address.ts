import type { Language } from '@credence/domain';

/** A path with its query, taken apart. */
export interface Address {
  readonly path: string;
  readonly params: readonly (readonly [name: string, value: string])[];
  /** The same address without one parameter. */
  without(name: string): string;
}

export function splitAddress(address: string): Address {
  const [before, query] = splitAt(address, '?');
  const path = ownPath(before);
  const params = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name, value] = splitAt(pair, '=');
      return [decode(name), decode(value)] as const;
    });
  return {
    path,
    params,
    without: (name) =>
      joinAddress(
        path,
        params.filter(([other]) => other !== name),
      ),
  };
}

/** The same page and query in another language: English lives under `/en`. */
export function addressIn(language: Language, address: string): string {
  const { path, params } = splitAddress(address);
  const bare = path === '/en' ? '/' : ownPath(path.replace(/^\/en(?=\/)/, ''));
  const there = language === 'zh' ? bare : bare === '/' ? '/en' : `/en${bare}`;
  return joinAddress(there, params);
}

/** A path and its parameters as one address. */
export function joinAddress(
  path: string,
  params: readonly (readonly [name: string, value: string])[],
): string {
  if (params.length === 0) return path;
  const query = params.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  return `${path}?${query.join('&')}`;
}

/** Two slashes at the start would name another host. */
function ownPath(path: string): string {
  return path.replace(/^[/\\]*/, '/');
}

function splitAt(text: string, mark: string): readonly [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A stray per cent sign is kept as it was typed.
    return text;
  }
}
