import { addDays, isBefore, type CivilDate } from '@credence/domain';
import { createRulebook, endsOfBasis, type Edition, type Rulebook } from '@credence/rulebook';

import type { Journal } from '../port/journal.ts';
import type { Register } from '../port/register.ts';

/**
 * Whether any day after `from` and not after `until` changes what the law makes of a record, other
 * than by letting time pass: an edition, a value or an item begins or ends, or a review falls due.
 * `of: 'all'` asks for the lists as well.
 */
export function lawChangesBetween(
  { editions }: Rulebook,
  range: { readonly from: CivilDate; readonly until: CivilDate; readonly of: 'records' | 'all' },
): boolean {
  const { from, until, of } = range;
  const within = (day: CivilDate): boolean => isBefore(from, day) && !isBefore(until, day);
  return editions.some(
    (edition) =>
      changeDays(edition).some(within) || (of === 'all' && listDays(edition).some(within)),
  );
}

/** Days on which a list says something else, or nothing any more. */
function listDays(edition: Edition): readonly CivilDate[] {
  return [...edition.lists.values()].flatMap(({ reviewBy, inForce, basis }) => [
    addDays(reviewBy, 1),
    inForce.from,
    ...(inForce.until === 'none' ? [] : [inForce.until]),
    ...endsOfBasis(edition, basis),
  ]);
}

const days = new WeakMap<Edition, readonly CivilDate[]>();

function changeDays(edition: Edition): readonly CivilDate[] {
  const known = days.get(edition);
  if (known !== undefined) return known;
  const items = [...edition.items.values()];
  const values = [...edition.values.values()];
  const reviews = [edition, ...items, ...values].map(({ reviewBy }) => addDays(reviewBy, 1));
  const ends = [edition.inForce, ...items.map(({ inForce }) => inForce)].flatMap(
    ({ from, until }) => (until === 'none' ? [from] : [from, until]),
  );
  const made = [
    ...reviews,
    ...ends,
    ...items.flatMap(({ neverPublic = [] }) => neverPublic.flatMap(({ from }) => from ?? [])),
    ...values.flatMap(({ values: rows }) =>
      rows.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])),
    ),
  ];
  days.set(edition, made);
  return made;
}

/** The rulebook as the journal held it at a position, out of the editions it holds now. */
export async function rulebookAt(
  parts: { readonly journal: Journal; readonly register: Register },
  rulebook: Rulebook,
  position: number,
): Promise<Rulebook> {
  const places = placesOf.get(rulebook) ?? findPlaces(parts);
  placesOf.set(rulebook, places);
  const known = await places;
  const held = rulebook.editions.filter(({ hash }) => (known.get(hash) ?? Infinity) <= position);
  return held.length === rulebook.editions.length ? rulebook : createRulebook(held);
}

/** The rulebook is made anew whenever an edition has come, so a place found once stays. */
const placesOf = new WeakMap<Rulebook, Promise<ReadonlyMap<string, number>>>();

async function findPlaces(parts: {
  readonly journal: Journal;
  readonly register: Register;
}): Promise<ReadonlyMap<string, number>> {
  const rows = await parts.register.editions();
  const entries = await parts.journal.entriesOfMany(rows.map(({ home }) => home));
  return new Map(
    rows.flatMap(({ home, hash }): [string, number][] => {
      const first = (entries.get(home) ?? []).find(({ kind }) => kind === 'edition@1');
      return first === undefined ? [] : [[hash, first.position]];
    }),
  );
}

/** The law of one day, taken to hold on every day: what time alone would have done. */
export function frozenOn(rulebook: Rulebook, day: CivilDate): Rulebook {
  const edition = rulebook.on(day);
  return { editions: rulebook.editions, on: () => edition };
}
