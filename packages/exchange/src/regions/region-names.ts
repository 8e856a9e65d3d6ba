import { readDivisions, type Division } from './divisions.ts';

/**
 * The full name of a division by its code, as a reader knows it: 北京市朝阳区, not 朝阳区, since several
 * cities have one. Places of a territory's own may be added. Read when it is first asked; undefined for a code that no revision has.
 */
export function createRegionNames(
  places: readonly Division[] = [],
): (code: string) => string | undefined {
  let names: ReadonlyMap<string, string> | undefined;
  return (code) => {
    names ??= new Map(
      [...readDivisions(), ...places].map((division) => [division.code, division.name]),
    );
    const own = names.get(code);
    if (own === undefined) return undefined;
    const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
    const chain = above.flatMap((each) => (each === code ? [] : (names?.get(each) ?? [])));
    return [...chain, own].join('');
  };
}
