import type { Identifier } from '@credence/domain';

import type { IdentityFinding, StagedRow } from './port/intake.ts';
import type { HomeRows } from './port/register.ts';

interface FakeRegister {
  homeOf(identifier: Identifier): string | undefined;
  readonly subjects: ReadonlyMap<string, HomeRows>;
  readonly nameSchemes: readonly string[] | undefined;
}

/** What the store finds by SQL, row by row: codes on other names, names on other codes. */
export function findContradictions(
  fresh: readonly StagedRow[],
  register: FakeRegister,
): readonly IdentityFinding[] {
  const named = fresh.flatMap((row) => {
    const [first] = row.names;
    const stated = row.statedName ?? (first && { name: first.name, folded: first.keys.folded });
    return stated === undefined ? [] : [{ row, stated, home: register.homeOf(row.identifier) }];
  });
  const isNew = named.filter(({ home }) => home === undefined);
  return named.flatMap(({ row, stated, home }): IdentityFinding[] => {
    const { name, folded } = stated;
    const own = home === undefined ? [] : (register.subjects.get(home)?.names ?? []);
    const strange = own.length > 0 && own.every((other) => other.folded !== folded);
    const found: IdentityFinding[] = [];
    if (home !== undefined && strange) {
      const otherNames = own.map((other) => other.name);
      found.push({ row: row.row, about: 'code', name, otherHome: home, otherNames });
    }
    const { scheme, value } = row.identifier;
    const sameCode = isNew.find(
      (other) =>
        home === undefined &&
        other.row.identifier.scheme === scheme &&
        other.row.identifier.value === value &&
        other.stated.folded !== folded,
    );
    if (sameCode !== undefined) found.push(inFile(row, 'code', name, sameCode));
    if (register.nameSchemes?.includes(scheme) === false) return found;
    for (const [otherHome, { names, identifiers }] of register.subjects) {
      if (otherHome === home || !names.some((other) => other.folded === folded)) continue;
      if (own.some((other) => other.folded === folded)) continue;
      if (!identifiers.some((one) => one.scheme === scheme && one.value !== value)) continue;
      const otherNames = names.filter((other) => other.folded === folded).map((one) => one.name);
      found.push({ row: row.row, about: 'name', name, otherHome, otherNames });
    }
    const sameName = isNew.find(
      (other) =>
        home === undefined &&
        other.row.identifier.scheme === scheme &&
        other.row.identifier.value !== value &&
        other.stated.folded === folded,
    );
    if (sameName !== undefined) found.push(inFile(row, 'name', name, sameName));
    return found;
  });
}

function inFile(
  { row }: StagedRow,
  about: IdentityFinding['about'],
  name: string,
  other: { readonly row: StagedRow; readonly stated: { readonly name: string } },
): IdentityFinding {
  return { row, about, name, otherNames: [other.stated.name], otherRow: other.row.row };
}
