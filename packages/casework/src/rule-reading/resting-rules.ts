import { suppressSmallCells, type JsonValue } from '@credence/domain';
import { rulesOf, type Citation, type Edition } from '@credence/rulebook';

import type { Register } from '../port/register.ts';
import { smallestCell } from '../reading/reading.ts';
import type { Answering } from '../view/answer-clock.ts';
import type { CardReference } from '../view/card-references.ts';
import type { CardKind, CardLine } from '../view/view.ts';
import { namesOf, toCardLine } from '../view/view-rulebook.ts';
import type { RestingRule } from './rule-reading.ts';

/** Where subjects are counted by the cards that touch them. */
export interface TouchCounts {
  readonly register: Pick<Register, 'countEffects'> & {
    readonly lines: Pick<Register['lines'], 'countByItem'>;
  };
}

/** How many subjects each card touches today; null where the count is withheld. */
export type Touched = ReadonlyMap<string, number | null>;

/**
 * The rules of an edition that rest on any of some articles: those that cite one, then those that
 * name such a rule, step by step, each once and by the shortest way.
 */
export function restingRules(
  edition: Edition,
  cited: readonly Citation[],
  touched: Touched,
): readonly RestingRule[] {
  const found = citingRules(edition, cited);
  const reached = new Map<string, RestingRule>(found.map((rule) => [nameOf(rule.card), rule]));
  const names = rulesWithNames(edition);
  for (let step = found.map(({ card }) => card); step.length > 0;) {
    const next: CardLine[] = [];
    for (const through of step) {
      for (const { card, of } of names) {
        if (reached.has(nameOf(card)) || !of.has(nameOf(through))) continue;
        const line = toCardLine(edition, card);
        reached.set(nameOf(card), { card: line, paths: [], through });
        next.push(line);
      }
    }
    step = next;
  }
  return [...reached.values()].map((rule): RestingRule => {
    const subjects = touched.get(nameOf(rule.card));
    return subjects === undefined ? rule : { ...rule, subjects };
  });
}

/** Kinds that say nothing about a subject of their own: what names their cards is no rule of them. */
const inventory: ReadonlySet<CardKind> = new Set([
  'source',
  'schema',
  'mapping',
  'agency',
  'scheme',
  'calendar',
  'competence',
  'limits',
]);

/** Kinds whose effects a lost basis suspends the same day (guards N7). */
const suspended: ReadonlySet<CardKind> = new Set(['item', 'value', 'list', 'measure']);

function citingRules(edition: Edition, cited: readonly Citation[]): readonly RestingRule[] {
  const rules = new Map<string, { readonly card: CardReference; readonly paths: string[] }>();
  for (const article of cited) {
    for (const { kind, id, path } of rulesOf(edition, article)) {
      const known = rules.get(nameOf({ kind, id }));
      if (known === undefined) {
        rules.set(nameOf({ kind, id }), { card: { kind, id }, paths: [path] });
      } else known.paths.push(path);
    }
  }
  return [...rules.values()].map(({ card, paths }): RestingRule => {
    const rule = { card: toCardLine(edition, card), paths };
    if (!suspended.has(card.kind) || isNeutral(edition, card)) return rule;
    const isAlone = basesOf(edition.document.cards[card.kind][card.id] ?? null).some(
      (basis) => basis.length > 0 && basis.every((each) => isOneOf(each, cited)),
    );
    return { ...rule, ifEnded: isAlone ? 'suspended' : 'goes-on' };
  });
}

/** Licences and the like burden nobody, so nothing of them is suspended. */
function isNeutral({ items }: Edition, { kind, id }: CardReference): boolean {
  return kind === 'item' && items.get(id)?.effect !== 'adverse';
}

/**
 * What a card and each row of its value rest on: all of one such list has to end before anything is
 * suspended.
 */
function basesOf(document: JsonValue): readonly (readonly JsonValue[])[] {
  if (!isObject(document)) return [];
  const rows = document['values'];
  const places = [document, ...(rows !== undefined && isList(rows) ? rows : [])];
  return places.flatMap((place) => {
    const basis = isObject(place) ? place['basis'] : undefined;
    return basis !== undefined && isList(basis) ? [basis] : [];
  });
}

function isOneOf(basis: JsonValue, cited: readonly Citation[]): boolean {
  return (
    isObject(basis) &&
    cited.some(({ source, at }) => basis['source'] === source && basis['at'] === at)
  );
}

function rulesWithNames(edition: Edition) {
  return namesOf(edition)
    .filter(({ card }) => !inventory.has(card.kind))
    .map(({ card, names }) => ({ card, of: new Set(names.map(nameOf)) }));
}

function nameOf({ kind, id }: CardReference): string {
  return `${kind}:${id}`;
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/**
 * Subjects with a record on show, an entry or a measure today, of the edition in force alone. Which
 * counts are withheld is settled for all cards of a kind at once, so that two pages never tell
 * together what each of them keeps (guards N8).
 */
export async function countTouched(
  { register }: TouchCounts,
  { clock: { today }, edition }: Answering,
): Promise<Touched> {
  const [records, effects] = await Promise.all([
    register.lines.countByItem({ day: today, today }),
    register.countEffects(today),
  ]);
  const counts = new Map<string, number>([
    ...records.map(({ item, subjects }) => [`item:${item}`, subjects] as const),
    ...effects.map(({ kind, card, subjects }) => [`${kind}:${card}`, subjects] as const),
  ]);
  const kinds = { item: edition.items, list: edition.lists, measure: edition.measures };
  return new Map(
    Object.entries(kinds).flatMap(([kind, cards]) => {
      const names = [...cards.keys()].map((id) => `${kind}:${id}`);
      if (names.length === 0) return [];
      const table = [names.map((name) => counts.get(name) ?? 0)];
      const rule = { smallest: smallestCell, nought: 'told' } as const;
      const [told = []] = suppressSmallCells(table, rule).cells;
      return names.map((name, place) => [name, told[place] ?? null] as const);
    }),
  );
}
