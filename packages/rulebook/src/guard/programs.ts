import type { CardOf } from '../card/card-kinds.ts';
import type { Category } from '../card/guard-words.ts';
import type { Draft } from '../check/draft.ts';
import { worldOfDraft } from '../check/world-of-draft.ts';
import { partsOf } from '../language/parts-of.ts';
import type { Expression } from '../language/tree.ts';
import type { Path } from '../load/place.ts';
import { eligibilityOf, placeInTerms } from '../world/eligibility.ts';
import { readProgram, type ProgramReading, type ProgramSource } from '../world/read-program.ts';

/** Kinds of cards that compute something about a subject. */
export type ProgramKind = 'risk-class' | 'evaluation' | 'scale';

/** Something a program reads: records of an item, or a column of them or of the subject. */
export interface Input {
  /** Undefined for lists the subject stands on and for facts the register itself knows. */
  readonly item: CardOf<'item'> | undefined;
  readonly field: string | undefined;
  readonly category: Category;
  /** Where the card reads it. */
  readonly path: Path;
}

interface Read {
  readonly id: string;
  /** Its expressions, checked. */
  readonly reading: ProgramReading;
  /** Everything it reads, directly or through rules of its own. */
  readonly inputs: readonly Input[];
}

/** A card that computes something about a subject. */
export type ProgramCard = {
  readonly [Kind in ProgramKind]: Read & { readonly kind: Kind; readonly card: CardOf<Kind> };
}[ProgramKind];

/** An incentive, as far as guards ask what decides it. */
export interface EligibilityCard extends Pick<Read, 'id' | 'inputs'> {
  readonly kind: 'incentive';
}

/** All cards that compute something about a subject, with what they read. */
export function programsOf(draft: Draft): readonly ProgramCard[] {
  const { cards } = draft;
  const read = readerOf(draft);
  return [
    ...[...cards['risk-class']].map(([id, card]) => {
      return { kind: 'risk-class' as const, id, card, ...read(card) };
    }),
    ...[...cards.evaluation].map(([id, card]) => {
      return { kind: 'evaluation' as const, id, card, ...read(card) };
    }),
    ...[...cards.scale].map(([id, card]) => {
      return { kind: 'scale' as const, id, card, ...read(card) };
    }),
  ];
}

/** Incentives that say to whom they are given, with what their conditions read. */
export function eligibilitiesOf(draft: Draft): readonly EligibilityCard[] {
  const read = readerOf(draft);
  return [...draft.cards.incentive].flatMap(([id, card]) => {
    const source = eligibilityOf(card);
    if (source === undefined) return [];
    const inputs = read(source).inputs.map((each) => ({ ...each, path: placeInTerms(each.path) }));
    return [{ kind: 'incentive' as const, id, inputs }];
  });
}

function readerOf(draft: Draft): (card: ProgramSource) => Omit<Read, 'id'> {
  const { cards } = draft;
  const world = worldOfDraft(draft);
  return (card) => {
    const reading = readProgram(card, world);
    const inputs = reading.rules.flatMap(({ value, exceptions, path }) =>
      [value, ...exceptions.flatMap((exception) => [exception.when, exception.value])].flatMap(
        (expression) => inputsOf(expression, undefined, path, cards),
      ),
    );
    return { reading, inputs };
  };
}

type Cards = Draft['cards'];

function inputsOf(
  expression: Expression,
  collection: string | undefined,
  path: Path,
  cards: Cards,
): readonly Input[] {
  const read = (of: string | undefined, field: string | undefined) => [
    input(cards, of, field, path),
  ];
  const own =
    expression.op === 'field' || expression.op === 'has'
      ? read(expression.of === 'record' ? collection : undefined, expression.name)
      : 'records' in expression
        ? read(expression.records.collection, undefined)
        : [];
  const below = 'records' in expression ? expression.records.collection : collection;
  return [...own, ...partsOf(expression).flatMap((part) => inputsOf(part, below, path, cards))];
}

function input(
  cards: Cards,
  collection: string | undefined,
  field: string | undefined,
  path: Path,
): Input {
  const items = [...cards.item.values()].filter((item) =>
    collection === undefined ? item.term === 'standing' : item.collection === collection,
  );
  const found = items
    .map((item) => ({
      item,
      column: field === undefined ? undefined : columnOf(cards, item, field),
    }))
    .find(({ column }) => field === undefined || column !== undefined);
  const item = found?.item ?? items[0];
  const category = found?.column?.category ?? item?.category ?? 'registration';
  return { item, field, category, path };
}

function columnOf(
  cards: Cards,
  item: CardOf<'item'>,
  field: string,
): CardOf<'schema'>['columns'][number] | undefined {
  return cards.schema.get(item.fields)?.columns.find((column) => column.field === field);
}
