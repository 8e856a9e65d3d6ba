import type { Localised } from '@credence/domain';

import type { SocietyFile } from './read-society.ts';
import { kindCodes, traitColumns, type Trait } from './traits.ts';

/** The groups of one trait of one kind: the n-th has the number n in its column. */
export interface TraitGroups {
  readonly trait: Trait;
  /** Code in the column `kind`. */
  readonly kind: number;
  readonly column: (typeof traitColumns)[Trait];
  readonly title: Localised;
  readonly groups: readonly { readonly id: string; readonly title: Localised }[];
}

/** What the numbers in the columns of a society stand for. */
export function societyGroups(society: SocietyFile): readonly TraitGroups[] {
  return society.kinds.flatMap(({ kind, tables }) =>
    tables.map(({ trait, title, groups }) => ({
      ...{ trait, title, kind: kindCodes[kind], column: traitColumns[trait] },
      groups: groups.map((group) => ({ id: group.id, title: group.title })),
    })),
  );
}
