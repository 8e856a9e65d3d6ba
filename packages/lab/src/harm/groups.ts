import type { Localised } from '@credence/domain';

import type { RegimeOutcome } from '../experiment/comparison.ts';
import { shareOf } from '../experiment/statistic/fairness.ts';
import type { SubjectColumns } from './world-figures.ts';

export type Group = RegimeOutcome['groups'][number];
export type Trait = Group['trait'];

/** The groups of one trait among subjects of one kind, in the order of their numbers. */
export interface GroupTable {
  /** 0 organisations, 1 natural persons. */
  readonly kind: number;
  readonly trait: Exclude<Trait, 'kind'>;
  readonly groups: readonly { readonly id: string; readonly title: Localised }[];
}

/** Who is in a group, and how they fared. */
interface Tally {
  readonly trait: Trait;
  readonly group: string;
  readonly title: Localised;
  members: number;
  hurt: number;
  wrongly: number;
  loss: number;
}

/**
 * Who is hurt: every group of every trait of a society. A group that bears the same title among
 * organisations and persons is one; groups without members are left out.
 */
export function groupsOf(columns: SubjectColumns, tables: readonly GroupTable[]): readonly Group[] {
  const kinds = [organisations, persons].map((title, kind) =>
    emptyTally('kind', String(kind), title),
  );
  const tallies = new Map<string, Tally>();
  const sortings = tables.map(({ kind, trait, groups }) => ({
    ...{ kind, number: numberBy(columns, trait) },
    tallies: groups.map(({ id, title }) => {
      const key = `${trait}/${id}/${title.en ?? ''}`;
      const known = tallies.get(key) ?? emptyTally(trait, id, title);
      tallies.set(key, known);
      return known;
    }),
  }));
  for (let i = 0; i < columns.kind.length; i += 1) {
    const kind = columns.kind[i] ?? 0;
    add(kinds[kind], columns, i);
    for (const sorting of sortings) {
      if (sorting.kind === kind) add(sorting.tallies[sorting.number(i)], columns, i);
    }
  }
  return [...kinds, ...tallies.values()]
    .filter(({ members }) => members > 0)
    .map((tally): Group => ({
      ...{ trait: tally.trait, group: tally.group, title: tally.title, members: tally.members },
      hurt: shareOf(tally.hurt, tally.members),
      loss: shareOf(tally.loss, tally.members),
      wrongly: shareOf(tally.wrongly, tally.members),
    }));
}

/** Share of each group that has at least one adverse month; of those kinds that have the trait. */
export function hurtBy(columns: SubjectColumns, trait: GroupTable['trait']): number[] {
  const number = numberBy(columns, trait);
  const only = {
    size: 0,
    sector: 0,
    wealth: 1,
    region: undefined,
    age: undefined,
    connection: undefined,
    office: 1,
  };
  const [members, hurt]: [number[], number[]] = [[], []];
  for (let i = 0; i < columns.kind.length; i += 1) {
    if (only[trait] !== undefined && columns.kind[i] !== only[trait]) continue;
    const group = number(i);
    members[group] = (members[group] ?? 0) + 1;
    hurt[group] = (hurt[group] ?? 0) + ((columns.excluded[i] ?? 0) > 0 ? 1 : 0);
  }
  // Holes are groups without members.
  return members.flatMap((count, group) => [(hurt[group] ?? 0) / count]);
}

const organisations: Localised = { zh: '组织', en: 'Organisations' };
const persons: Localised = { zh: '个人', en: 'Persons' };

function numberBy(columns: SubjectColumns, trait: GroupTable['trait']): (index: number) => number {
  if (trait === 'connection') return (i) => columns.connected.get(i);
  if (trait === 'office') return (i) => columns.official.get(i);
  const { sizeClass, ageClass, sector, region, wealth } = columns;
  const column = { size: sizeClass, age: ageClass, sector, region, wealth }[trait];
  return (i) => column[i] ?? 0;
}

function emptyTally(trait: Trait, group: string, title: Localised): Tally {
  return { trait, group, title, members: 0, hurt: 0, wrongly: 0, loss: 0 };
}

function add(tally: Tally | undefined, columns: SubjectColumns, i: number): void {
  if (tally === undefined) return;
  tally.members += 1;
  if ((columns.excluded[i] ?? 0) > 0) tally.hurt += 1;
  if ((columns.excludedWrong[i] ?? 0) > 0) tally.wrongly += 1;
  tally.loss += columns.loss[i] ?? 0;
}
