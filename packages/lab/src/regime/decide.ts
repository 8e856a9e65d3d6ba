import type { ListCard } from '@credence/rulebook';

import type { Preset } from './read-preset.ts';
import type { KnownConducts, RegimeLaw } from './regime-law.ts';
import { regimeList } from './regime-lists.ts';
import type { DecisionTable, RegimeList, RegimeMeasure } from './regime.ts';
import { isReached, tabulate, type Weighs } from './tabulate.ts';

/** A byte has a bit for each list. */
const MOST_LISTS = 8;

/** What the law decides, and the lists in the order of their bits. */
export interface Decided {
  readonly lists: readonly ListCard[];
  readonly table: DecisionTable;
}

/** Presets that differ in practice alone share what the law decides. */
const decidedBefore = new Map<string, Decided>();

/** The lists that anything the society does can lead to, and the table over them. */
export function decide(
  law: RegimeLaw,
  preset: Preset,
  given: { readonly months: number; readonly conducts: KnownConducts },
): Decided {
  const { edition, starts, rows, amounts } = law;
  const { conducts: mapping, lists: only, weighs = [] } = preset;
  const ids = given.conducts.conducts.map(({ id }) => id);
  const asked = { mapping, only, weighs, starts, amounts, ids, months: given.months };
  const key = JSON.stringify([edition?.hash, asked]);
  const known = decidedBefore.get(key);
  if (known !== undefined) return known;
  const items = new Set(rows.map(({ row }) => row.item));
  const weighed: Weighs = new Map(weighs.map((each) => [each.list, each['at-least']] as const));
  const lists = [...(edition?.lists.values() ?? [])].filter(
    (list) =>
      items.has(list.trigger.item) &&
      only?.includes(list.list) !== false &&
      isReached(law, list, given.months),
  );
  if (lists.length > MOST_LISTS) {
    throw new RangeError(`${String(lists.length)} lists; a table has ${String(MOST_LISTS)}.`);
  }
  const table = tabulate(law, {
    lists,
    weighs: weighed,
    months: given.months,
    conducts: ids.length,
  });
  const decided = { lists, table };
  decidedBefore.set(key, decided);
  return decided;
}

/** What the entries of a list are, with the measures that practice adds. */
export function termsOf(
  list: ListCard,
  given: {
    readonly law: RegimeLaw;
    readonly preset: Preset;
    readonly measures: readonly RegimeMeasure[];
  },
): RegimeList {
  const { law, preset, measures } = given;
  const { edition, rows, starts } = law;
  if (edition === undefined) throw new RangeError('A list without an edition.');
  const ids = [...list.effect.measures, ...(preset['list-measures']?.[list.list] ?? [])];
  const ground = rows.find(({ row }) => row.item === list.trigger.item)?.row.ground;
  const places = ids.flatMap((id) => {
    const at = measures.findIndex((each) => each.id === id);
    return at < 0 ? [] : [at];
  });
  return regimeList(edition, list, { starts, ground, measures: places });
}
