import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { JsonValue } from '@credence/domain';
import { parse } from 'yaml';

import { allCardKinds, byKind, cardFolders, type CardKind } from '../card/card-kinds.ts';
import { editionCard } from '../card/edition-card.ts';
import type { Draft } from '../check/draft.ts';
import { addCard, noCards, type Cards } from '../edition/cards.ts';
import type { Edition } from '../edition/edition.ts';
import { checkEdition } from '../load/check-edition.ts';
import { formatFinding, type Finding } from '../load/finding.ts';
import { ownCards } from '../load/layering.ts';
import { judgeGuards } from './judge-guards.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..', 'tests', 'corpus');

/** A JSON object: a card as its file says it. */
export type CardData = { readonly [key: string]: JsonValue };

/** The editions of the corpus: a small country, and a city in it. */
export const realms = ['national', 'city'] as const;

/** @see {@link realms} */
export type CorpusEdition = (typeof realms)[number];

/** One rule of the corpus: its sentence, and the cards that say what the sentence says. */
export interface CorpusItem {
  readonly id: string;
  readonly says: string;
  /** Every guard that has to refuse it; none for a lawful one. */
  readonly breaks: readonly string[];
  /** The guard a lawful one comes near to. */
  readonly near?: string;
  /** By path: edition, folder of the kind, file. */
  readonly cards: ReadonlyMap<string, CardData>;
}

/** The groups of the corpus. */
export type CorpusGroup = 'abusive' | 'evasive' | 'lawful' | 'own/evasive' | 'own/lawful';

/** Reads every rule of a group, its cards filled up from the ordinary card of their kind. */
export function readCorpus(group: CorpusGroup): readonly CorpusItem[] {
  return readdirSync(join(root, group))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => itemOf(readYaml(join(root, group, name))));
}

function itemOf(data: CardData): CorpusItem {
  const cards = objectOf(data['cards']);
  return {
    id: textOf(data['corpus']),
    says: textOf(data['says']),
    breaks: Array.isArray(data['breaks']) ? data['breaks'].map(textOf) : [],
    ...(data['near'] === undefined ? {} : { near: textOf(data['near']) }),
    cards: new Map(
      Object.entries(cards).map(([path, card]) => [path, filledCard(path, objectOf(card))]),
    ),
  };
}

/** What the sentence says laid over the ordinary card of its kind; `null` takes a field away. */
function filledCard(path: string, card: CardData): CardData {
  const [, folder = '', file = ''] = path.split('/');
  const { like, ...said } = card;
  const ordinary = like === undefined ? {} : readYaml(join(root, 'kinds', `${textOf(like)}.yaml`));
  const kind = kindOf(folder);
  return merged(ordinary, { [kind]: file.replace(/\.yaml$/, ''), ...said });
}

/** The key that names a card's id, from its folder. */
function kindOf(folder: string): CardKind {
  const kind = allCardKinds.find((each) => cardFolders[each] === folder);
  if (kind === undefined) throw new RangeError(`${folder} is no folder of cards.`);
  return kind;
}

/** One object laid over another: objects are joined, everything else is replaced. */
function merged(under: CardData, over: CardData): CardData {
  const result = new Map(Object.entries(under));
  for (const [key, value] of Object.entries(over)) {
    const before = result.get(key);
    if (value === null) result.delete(key);
    else result.set(key, isObject(value) && isObject(before) ? merged(before, value) : value);
  }
  return Object.fromEntries(result);
}

/** What the checker says of the corpus's editions with some cards laid over them. */
export function findingsOf(cards: ReadonlyMap<string, CardData>): readonly Finding[] {
  return realms
    .filter((edition) => [...cards.keys()].some((path) => path.startsWith(`${edition}/`)))
    .flatMap((edition) => {
      const outcome = checkEdition(filesOf(edition, cards), optionsOf(edition));
      return outcome.kind === 'refused' ? outcome.findings : [];
    });
}

/** Cards of the base, and the ordinary evaluation of the corpus, by path. */
export function baseCards(): ReadonlyMap<string, CardData> {
  const cards = new Map<string, CardData>();
  for (const edition of realms) {
    const prefix = `corpus-${edition}/`;
    for (const [path, text] of baseFiles(edition)) {
      cards.set(`${edition}/${path.slice(prefix.length)}`, objectOf(parse(text)));
    }
  }
  const evaluation = readYaml(join(root, 'kinds', 'evaluation.yaml'));
  return cards.set('national/evaluations/ordinary.yaml', evaluation);
}

/**
 * What the guards alone say of cards laid over the base, without reading its files again: for tests
 * that judge many. A card that its schema refuses says nothing a guard could judge, and throws.
 */
export function guardsAgainst(laid: ReadonlyMap<string, CardData>): readonly string[] {
  return [...new Set(breachesOf(laid).map(({ guard }) => guard))].sort();
}

/** @see {@link guardsAgainst}; with the card and the field of each breach. */
export function breachesOf(
  laid: ReadonlyMap<string, CardData>,
): readonly { readonly guard: string; readonly card: string; readonly field: string }[] {
  const found: { guard: string; card: string; field: string }[] = [];
  for (const edition of realms) {
    const own = [...laid].filter(([path]) => path.startsWith(`${edition}/`));
    if (own.length === 0) continue;
    judgeGuards(draftOf(edition, new Map(own)), (_, complaint) => {
      const { guard, card = '', field = '', severity } = complaint;
      if (guard !== undefined && severity !== 'warning') found.push({ guard, card, field });
    });
  }
  return found;
}

/** The ordinary card of a kind under a path, with some fields said otherwise. */
export function ordinaryCard(path: string, like: string, said: CardData): CardData {
  return filledCard(path, { like, ...said });
}

function draftOf(edition: CorpusEdition, laid: ReadonlyMap<string, CardData>): Draft {
  const { document } = loaded(edition);
  const cards: Cards = { ...parsedBase(edition) };
  const all = byKind((kind) => ({ ...document.cards[kind] }));
  for (const kind of allCardKinds)
    Object.assign(cards, { [kind]: new Map<string, unknown>(cards[kind]) });
  for (const [path, data] of laid) {
    const [, folder = '', file = ''] = path.split('/');
    const kind = kindOf(folder);
    const id = file.replace(/\.yaml$/, '');
    all[kind][id] = data;
    const issues = addCard(cards, { kind, id, data });
    if (issues.length > 0) throw new RangeError(`${path}: ${JSON.stringify(issues)}`);
  }
  const parent = edition === 'city' ? loaded('national') : undefined;
  return {
    edition: editionCard.parse(document.edition),
    cards,
    document: { ...document, cards: all },
    has: (kind, id) => cards[kind].has(id),
    layer: parent === undefined ? undefined : { parent, own: ownCards(all, parent.document) },
    today: undefined,
  };
}

const parsed = new Map<CorpusEdition, Cards>();

function parsedBase(edition: CorpusEdition): Cards {
  const known = parsed.get(edition);
  if (known !== undefined) return known;
  const cards = noCards();
  const { document } = loaded(edition);
  for (const kind of allCardKinds) {
    for (const [id, data] of Object.entries(document.cards[kind]))
      addCard(cards, { kind, id, data });
  }
  parsed.set(edition, cards);
  return cards;
}

/** The guards among findings, each once. */
export function guardsOf(findings: readonly Finding[]): readonly string[] {
  const errors = findings.filter(({ severity }) => severity !== 'warning');
  return [...new Set(errors.flatMap(({ guard }) => guard ?? []))].sort();
}

function filesOf(
  edition: CorpusEdition,
  cards: ReadonlyMap<string, CardData>,
): ReadonlyMap<string, string> {
  const files = new Map(baseFiles(edition));
  for (const [path, card] of cards) {
    if (path.startsWith(`${edition}/`)) files.set(`corpus-${path}`, JSON.stringify(card));
  }
  return files;
}

function optionsOf(edition: CorpusEdition): { readonly parent?: Edition } {
  return edition === 'national' ? {} : { parent: loaded('national') };
}

const editions = new Map<CorpusEdition, Edition>();

/** An edition of the base; a base with an error is a fault of the corpus. */
function loaded(edition: CorpusEdition): Edition {
  const known = editions.get(edition);
  if (known !== undefined) return known;
  const outcome = checkEdition(baseFiles(edition), optionsOf(edition));
  if (outcome.kind === 'refused') {
    throw new RangeError(outcome.findings.map(formatFinding).join('\n'));
  }
  editions.set(edition, outcome.edition);
  return outcome.edition;
}

const bases = new Map<CorpusEdition, ReadonlyMap<string, string>>();

/** The files of one edition of the base, by their path. */
export function baseFiles(edition: CorpusEdition): ReadonlyMap<string, string> {
  const known = bases.get(edition);
  if (known !== undefined) return known;
  const folder = join(root, 'base', `corpus-${edition}`);
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = `corpus-${edition}${path.slice(folder.length)}`;
        return [name, readFileSync(path, 'utf8')] as const;
      }),
  );
  bases.set(edition, files);
  return files;
}

/** One YAML file whose root is an object. */
function readYaml(path: string): CardData {
  if (!existsSync(path)) throw new RangeError(`${path} does not exist.`);
  return objectOf(parse(readFileSync(path, 'utf8')));
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new RangeError(`Not a text: ${JSON.stringify(value)}`);
}

function objectOf(value: unknown): CardData {
  if (isObject(value)) return value;
  throw new RangeError(`Not an object: ${JSON.stringify(value)}`);
}

/** Whether a value is an object and no list. */
export function isObject(value: unknown): value is CardData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
