import { isObject, type CardData, type CorpusItem } from './corpus.test-support.ts';

/** One card of a lawful rule, and the cards it may lean on. */
export interface Target {
  /** `national/lists/national.plain.yaml`. */
  readonly path: string;
  readonly folder: 'lists' | 'measures' | 'items';
  readonly edition: string;
  readonly card: CardData;
  /** Finds a card of the rule or of the base by its folder and id. */
  find(folder: string, id: string): CardData | undefined;
}

/** Cards that a mutant lays over the rule. */
export type Overlay = ReadonlyMap<string, CardData>;

/** One way to make a lawful rule unlawful (guards, section 7). */
export interface Operator {
  readonly number: number;
  readonly name: string;
  /** One of these has to refuse it. */
  readonly guards: readonly string[];
  /** Undefined where the card has nothing that the operator changes. */
  readonly mutate: (target: Target) => Overlay | undefined;
}

/** The adverse cards of a lawful rule. */
export function targetsOf(item: CorpusItem, base: ReadonlyMap<string, CardData>): Target[] {
  return [...item.cards].flatMap(([path, card]) => {
    const [edition = '', folder = ''] = path.split('/');
    if (folder !== 'lists' && folder !== 'measures' && folder !== 'items') return [];
    if (folder === 'items' && card['effect'] !== 'adverse') return [];
    if (folder === 'measures' && card['class'] === 'III') return [];
    const find = (wanted: string, id: string): CardData | undefined => {
      const places = [edition, 'national'].map((each) => `${each}/${wanted}/${id}.yaml`);
      return places.map((each) => item.cards.get(each) ?? base.get(each)).find(isObject);
    };
    return [{ path, folder, edition, card, find }];
  });
}

type Path = readonly (string | number)[];

/** The card with another value at a path. */
function put(target: Target, path: Path, value: CardData[string]): Overlay {
  return new Map([[target.path, withValue(target.card, path, value)]]);
}

function withValue(card: CardData, path: Path, value: CardData[string]): CardData {
  const [step, ...rest] = path;
  if (step === undefined) throw new RangeError('No path.');
  const inner = card[String(step)];
  const next = rest.length === 0 ? value : withValue(isObject(inner) ? inner : {}, rest, value);
  return { ...card, [String(step)]: next };
}

function has(target: Target, ...path: readonly string[]): boolean {
  let value: CardData[string] | undefined = target.card;
  for (const step of path) value = isObject(value) ? value[step] : undefined;
  return value !== undefined;
}

function textAt(card: CardData, ...path: readonly string[]): string | undefined {
  let value: CardData[string] | undefined = card;
  for (const step of path) value = isObject(value) ? value[step] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function listAt(card: CardData, ...path: readonly string[]): readonly CardData[string][] {
  let value: CardData[string] | undefined = card;
  for (const step of path) value = isObject(value) ? value[step] : undefined;
  return isList(value) ? value : [];
}

function isList(value: CardData[string] | undefined): value is readonly CardData[string][] {
  return Array.isArray(value);
}

/** The item whose records start the rule: the card itself, or the one its trigger names. */
function itemOf(target: Target): { readonly path: string; readonly card: CardData } | undefined {
  if (target.folder === 'items') return target;
  const at = target.folder === 'lists' ? 'trigger' : 'follows';
  const id = textAt(target.card, at, 'item');
  const card = id === undefined ? undefined : target.find('items', id);
  return id === undefined || card === undefined
    ? undefined
    : { path: `${target.edition}/items/${id}.yaml`, card };
}

/** A measure the rule brings: the card itself, or the first its list names. */
function measureOf(target: Target): { readonly path: string; readonly card: CardData } | undefined {
  if (target.folder === 'measures') return target;
  const [id] = listAt(target.card, 'effect', 'measures');
  if (typeof id !== 'string') return undefined;
  const card = target.find('measures', id);
  return card && { path: `${target.edition}/measures/${id}.yaml`, card };
}

/** The rule itself, and beside it the card it leans on with other values. */
function beside(
  target: Target,
  other: { readonly path: string; readonly card: CardData } | undefined,
  ...values: readonly (readonly [Path, CardData[string]])[]
): Overlay | undefined {
  if (other === undefined) return undefined;
  const changed = values.reduce((card, [path, value]) => withValue(card, path, value), other.card);
  return new Map([
    [target.path, target.card],
    [other.path, changed],
  ]);
}

const timeless: Operator['mutate'] = (target) => {
  if (target.folder === 'items') return put(target, ['term'], 'standing');
  if (target.folder === 'measures') return put(target, ['term'], 'none');
  const ends = listAt(target.card, 'ends');
  return put(
    target,
    ['ends'],
    ends.filter((end) => !isObject(end) || end['by'] !== 'time'),
  );
};

const stretched: Operator['mutate'] = (target) => {
  if (target.folder !== 'lists') return undefined;
  const ends = listAt(target.card, 'ends').map((end) =>
    isObject(end) && end['by'] === 'time' ? { ...end, after: 'P10Y' } : end,
  );
  return put(target, ['ends'], ends);
};

const memo: CardData = {
  source: 'memo',
  work: 'corpus/office/memo/2025/1',
  title: { zh: '内部通知', en: 'A memo' },
  rank: 'normative_document',
  'in-force': { from: '2025-01-01', until: 'none' },
  confidence: 'verified',
  articles: { 'point-1': { says: { zh: '一', en: 'One' } } },
};

const lowered: Operator['mutate'] = (target) => {
  const overlay = put(target, ['basis'], [{ source: 'memo', at: 'point-1' }]);
  return new Map([...overlay, [`${target.edition}/sources/memo.yaml`, memo]]);
};

const graded: Operator['mutate'] = (target) => {
  const id = `${target.edition}.people`;
  const evaluation = target.find('evaluations', 'ordinary');
  if (evaluation === undefined) throw new RangeError('The base has no ordinary evaluation.');
  return new Map([
    ...put(target, ['subjects'], ['natural_person']),
    [
      `${target.edition}/evaluations/${id}.yaml`,
      { ...evaluation, evaluation: id, subjects: ['natural_person'] },
    ],
  ]);
};

const elsewhere: Operator['mutate'] = (target) => {
  if (measureOf(target) === undefined) return undefined;
  if (target.folder === 'lists') return put(target, ['trigger', 'domains'], ['traffic']);
  return has(target, 'follows') ? put(target, ['domain'], 'traffic') : undefined;
};

/** Sets a field of whatever has it; the operator does not apply to what has not. */
function setting(
  value: CardData[string],
  ...paths: readonly (readonly string[])[]
): Operator['mutate'] {
  return (target) => {
    const path = paths.find((each) => has(target, ...each));
    return path === undefined ? undefined : put(target, path, value);
  };
}

function adding(value: string, ...paths: readonly (readonly string[])[]): Operator['mutate'] {
  return (target) => {
    const path = paths.find((each) => has(target, ...each));
    if (path === undefined) return undefined;
    return put(target, path, [...listAt(target.card, ...path), value]);
  };
}

function operator(
  number: number,
  name: string,
  guards: readonly string[],
  mutate: Operator['mutate'],
): Operator {
  return { number, name, guards, mutate };
}

/** The operators of the reference; where it joins two by "or", both are here. */
export const operators: readonly Operator[] = [
  operator(1, 'drop the end', ['G31'], timeless),
  operator(1, 'stretch the end', ['G31'], stretched),
  operator(2, 'drop the basis', ['G12'], setting([], ['basis'])),
  operator(2, 'lower the basis', ['G12', 'G05'], lowered),
  operator(3, 'drop the notice', ['G24'], (target) =>
    target.folder === 'items'
      ? put(
          { ...target, card: withoutKey(target.card, 'service-basis') },
          ['service'],
          'not_needed',
        )
      : setting('none', ['procedure', 'notice'])(target),
  ),
  operator(4, 'effect before notice', ['G24'], setting('before_notice', ['effect', 'begins'])),
  operator(5, 'decider automatic', ['G26'], setting('automatic', ['procedure', 'decides'])),
  operator(6, 'reviewer = decider', ['G42'], (target) => {
    const decides = textAt(target.card, 'procedure', 'decides');
    return decides === undefined ? undefined : put(target, ['procedure', 'reviews'], decides);
  }),
  operator(6, 'the decider reviews', ['G29'], (target) => {
    const decides = textAt(target.card, 'procedure', 'decides');
    return decides === undefined ? undefined : put(target, ['remedies', 'review', 'by'], decides);
  }),
  operator(7, 'organisation -> person with grade', ['G01'], graded),
  operator(8, 'add a relative to the spread', ['G02'], (target) =>
    has(target, 'spread')
      ? put(target, ['spread'], { to: ['relatives'], ground: 'none' })
      : undefined,
  ),
  operator(9, 'document -> suspicion', ['G09'], (target) =>
    beside(target, itemOf(target), [['document', 'must-be'], 'suspicion']),
  ),
  operator(10, 'unverified input', ['G08'], (target) =>
    beside(target, itemOf(target), [['verified'], false], [['source-type'], 'complaint']),
  ),
  operator(11, 'essential service', ['G20'], (target) =>
    beside(target, measureOf(target), [['touches'], ['schooling']]),
  ),
  operator(12, 'other domain', ['G18'], elsewhere),
  operator(13, 'fee', ['G46'], setting('CNY 100', ['remedies', 'fee'])),
  operator(
    14,
    'older conduct date',
    ['G15'],
    setting('2020-01-01', ['trigger', 'conduct', 'from'], ['follows', 'conduct', 'from']),
  ),
  operator(
    15,
    'no dispute mark',
    ['G30'],
    setting('none', ['remedies', 'dispute-mark'], ['dispute-mark']),
  ),
  operator(16, 'home address published', ['G21'], adding('home_address', ['publicity', 'fields'])),
  operator(
    17,
    'extra purpose',
    ['G35'],
    adding('employment_screening', ['use', 'purposes'], ['purposes']),
  ),
  operator(18, 'no Lab report', ['G45'], setting('none', ['impact'])),
];

function withoutKey(card: CardData, key: string): CardData {
  return Object.fromEntries(Object.entries(card).filter(([each]) => each !== key));
}
