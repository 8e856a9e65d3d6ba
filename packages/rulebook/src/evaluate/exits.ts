import type { Fact, SubjectFacts } from '../language/facts.ts';
import type { Closures } from './compile-closures.ts';
import type { Change } from './next-change.ts';
import type { Value } from './value.ts';

/** Something the subject can lawfully do, or ask for, and what is then known. */
export interface Action {
  /** What it is, by a code the words know: `repair`, `objection`, `annual_report` ... */
  readonly code: string;
  /** Collection and id of the record it changes; undefined for facts of the subject itself. */
  readonly record: { readonly collection: string; readonly id: string } | undefined;
  /** The first day on which it can be done (days since 1970-01-01). */
  readonly earliest: number;
  readonly changes: Readonly<Record<string, Fact>>;
}

/** Which of two results is better for the subject. */
export type Better =
  | { readonly kind: 'lower' | 'higher' }
  /** Codes from the best to the worst. */
  | { readonly kind: 'order'; readonly best: readonly string[] };

/** A set of actions that makes the answer better, and from when. */
export interface Exit {
  readonly actions: readonly Action[];
  readonly day: number;
  readonly result: Value;
}

/** What was found, and whether everything was tried. */
export interface Exits {
  /** The first day on which time alone makes the answer better. */
  readonly byTime: { readonly day: number; readonly result: Value } | undefined;
  readonly byAction: readonly Exit[];
  readonly searched: { readonly size: number; readonly complete: boolean };
}

/** What to look for, and how far. */
export interface ExitSearch {
  readonly actions: readonly Action[];
  readonly better: Better;
  /** The last day that is looked at. */
  readonly horizon: number;
  /** So many sets of actions at most; the answer says when they did not suffice. */
  readonly setsMax?: number;
  /**
   * Whether no action ever makes the answer worse, as it is for a repair where the examination of the
   * program found no breach. Then doing everything is the best that can be done, and no set is tried
   * that cannot come to more than is found already.
   */
  readonly actionsNeverWorsen?: boolean;
}

/** Sets of up to three of a dozen actions, and more of fewer. */
const setsMaxUsual = 300;

/** About whom, and what time alone will bring. */
export interface ExitQuestion {
  readonly facts: SubjectFacts;
  readonly asOf: number;
  /** Changes of the answer until the horizon, see `Forecast.changesFrom`. */
  readonly changes: Iterable<Change>;
}

/**
 * The smallest sets of actions that make the answer better than time alone would by then, and the
 * day on which time alone does. A set that contains a found one with the same or a better result is
 * left out.
 */
export function findExits(
  { evaluate }: Pick<Closures, 'evaluate'>,
  { facts, asOf, changes }: ExitQuestion,
  search: ExitSearch,
): Exits {
  const isBetter = betterBy(search.better);
  const now = evaluate(facts, asOf).result;
  const actions = search.actions.filter(({ earliest }) => earliest <= search.horizon);
  const { byAction, searched } = findSets({ ...search, actions }, (set) => {
    const day = Math.max(asOf, ...set.map(({ earliest }) => earliest));
    const result = evaluate(applyActions(facts, set), day).result;
    const without = day === asOf ? now : evaluate(facts, day).result;
    const helps = isBetter(result, now) && isBetter(result, without);
    return { actions: set, day, result, helps };
  });
  for (const { day, values } of changes) {
    if (!isBetter(values.result, now)) continue;
    return { byTime: { day, result: values.result }, byAction, searched };
  }
  return { byTime: undefined, byAction, searched };
}

type Tried = Exit & { readonly helps: boolean };

function findSets(
  { actions, better, setsMax = setsMaxUsual, actionsNeverWorsen = false }: ExitSearch,
  attempt: (set: readonly Action[]) => Tried,
): Pick<Exits, 'byAction' | 'searched'> {
  const isBetter = betterBy(better);
  const byAction: Exit[] = [];
  const complete = { byAction, searched: { size: actions.length, complete: true } };
  if (actions.length === 0) return complete;
  const best = actionsNeverWorsen ? attempt(actions) : undefined;
  if (best?.helps === false) return complete;
  let left = setsMax;
  for (let size = 1; size <= actions.length; size += 1) {
    for (const set of setsOf(actions, size)) {
      const within = byAction.filter((exit) => exit.actions.every((each) => set.includes(each)));
      if (best !== undefined && within.some(({ result }) => result === best.result)) continue;
      if (left === 0) return { byAction, searched: { size: size - 1, complete: false } };
      left -= 1;
      const { helps, day, result } = attempt(set);
      const needless = within.some((exit) => !isBetter(result, exit.result));
      if (helps && !needless) byAction.push({ actions: set, day, result });
    }
  }
  return complete;
}

/** The facts as they are once the actions are done. */
export function applyActions(facts: SubjectFacts, actions: readonly Action[]): SubjectFacts {
  return actions.reduce(applyAction, facts);
}

function applyAction(facts: SubjectFacts, { record, changes }: Action): SubjectFacts {
  if (record === undefined) return { ...facts, facts: { ...facts.facts, ...changes } };
  const list = facts.records[record.collection] ?? [];
  const changed = list.map((each) =>
    each.id === record.id ? { ...each, facts: { ...each.facts, ...changes } } : each,
  );
  return { ...facts, records: { ...facts.records, [record.collection]: changed } };
}

/** Whether one result is better than another for the subject. */
export function betterBy(better: Better): (a: Value, b: Value) => boolean {
  if (better.kind === 'order') {
    const places = new Map(better.best.map((code, place) => [code, place]));
    const placeOf = (value: Value): number => {
      const place = places.get(String(value));
      if (place === undefined)
        throw new RangeError(`"${String(value)}" has no place in the order.`);
      return place;
    };
    return (a, b) => placeOf(a) < placeOf(b);
  }
  const sign = better.kind === 'lower' ? 1 : -1;
  return (a, b) => (Number(b) - Number(a)) * sign > 0;
}

/** Every set of so many items, in the order in which they stand. */
function* setsOf<Item>(
  items: readonly Item[],
  size: number,
  from = 0,
): Generator<readonly Item[], void> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= items.length - size; place += 1) {
    const item = items[place];
    if (item === undefined) return;
    for (const rest of setsOf(items, size - 1, place + 1)) yield [item, ...rest];
  }
}
