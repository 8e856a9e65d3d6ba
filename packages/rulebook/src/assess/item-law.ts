import {
  dayNumber,
  parseCivilDate,
  type FactValue,
  type PublicCreditRecord,
} from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import { compileExpression } from '../evaluate/compile-expression.ts';
import { checkExpression } from '../language/check-expression.ts';
import type { Fact } from '../language/facts.ts';
import { partsOf } from '../language/parts-of.ts';
import type { Expression } from '../language/tree.ts';
import type { Field, World } from '../language/world.ts';
import { readItemConditions, type ItemConditions } from '../world/item-conditions.ts';
import { itemWorld } from '../world/item-world.ts';
import { worldOf } from '../world/world-of.ts';
import { questionsOf } from './questions-of.ts';

/** One question that a row asks, as one would ask it, and its answer for a record. */
export interface AskedQuestion {
  readonly asked: Expression;
  readonly holds: (record: PublicCreditRecord) => boolean;
}

/** A row of the severity table; without questions it takes what is left. */
export interface LawRow {
  readonly row: ItemConditions['severity'][number]['row'];
  readonly questions: readonly AskedQuestion[];
}

/** The conditions of an item's card as functions of a record. */
export interface ItemLaw {
  /** What the conditions speak of. */
  readonly world: World;
  readonly severity: readonly LawRow[];
  readonly neverPublic: readonly {
    readonly row: ItemConditions['neverPublic'][number]['row'];
    readonly holds: (record: PublicCreditRecord) => boolean;
  }[];
  /** Fields that any of them reads: records that agree in these are treated alike. */
  readonly fields: readonly string[];
}

/** Editions are immutable, so their conditions are read once. */
const known = new WeakMap<Edition, Map<string, ItemLaw>>();

/**
 * The conditions of an item, ready to be asked.
 *
 * @throws RangeError for an edition that did not pass `checkEdition` or `openEdition`
 */
export function itemLawOf(edition: Edition, item: ItemCard): ItemLaw {
  const ofEdition = known.get(edition) ?? new Map<string, ItemLaw>();
  known.set(edition, ofEdition);
  const before = ofEdition.get(item.item);
  if (before !== undefined) return before;
  const made = makeLaw(edition, item);
  ofEdition.set(item.item, made);
  return made;
}

/**
 * A condition that another card sets on records of an item, as a function of a record. Numbers of the
 * law are those of the day on which the record was decided.
 *
 * @throws RangeError for an edition that did not pass `checkEdition` or `openEdition`
 */
export function conditionOn(
  edition: Edition,
  item: ItemCard,
  text: string,
): (record: PublicCreditRecord) => boolean {
  const schema = edition.schemas.get(item.fields);
  if (schema === undefined) throw new RangeError(`${item.item} has no schema ${item.fields}.`);
  const world = { ...itemWorld(item.item, schema, edition), values: valuesOf(edition) };
  const checked = checkExpression(text, { world, expected: { kind: 'bool' } });
  if (checked.kind === 'refused') throw new RangeError(`${text}: ${checked.faults[0].message}`);
  return compile(edition, world, checked.expression);
}

const knownValues = new WeakMap<Edition, World['values']>();

function valuesOf(edition: Edition): World['values'] {
  const values = knownValues.get(edition) ?? worldOf(edition).values;
  knownValues.set(edition, values);
  return values;
}

/** Of an item that asks for nothing. */
const noWorld: World = {
  codeLists: new Map(),
  subject: new Map(),
  collections: new Map(),
  record: undefined,
  values: new Map(),
  currency: '',
};

function makeLaw(edition: Edition, item: ItemCard): ItemLaw {
  if (item.severity === undefined && item.neverPublic === undefined) {
    return { world: noWorld, severity: [], neverPublic: [], fields: [] };
  }
  const schema = edition.schemas.get(item.fields);
  if (schema === undefined) throw new RangeError(`${item.item} has no schema ${item.fields}.`);
  const { world, severity, neverPublic, faults } = readItemConditions(item, schema, edition);
  const [fault] = faults;
  if (fault !== undefined) throw new RangeError(`${item.item}: ${fault.fault.message}`);
  const ask = (asked: Expression): AskedQuestion => ({
    asked,
    holds: compile(edition, world, asked),
  });
  const whens = [...severity, ...neverPublic].flatMap(({ when }) => when ?? []);
  return {
    world,
    severity: severity.map(({ row, when }) => ({
      row,
      questions: when === undefined ? [] : questionsOf(when).map(ask),
    })),
    neverPublic: neverPublic.map(({ row, when }) => ({ row, holds: ask(when).holds })),
    fields: [...new Set(whens.flatMap((when) => [...fieldsIn(when).keys()]))],
  };
}

/** Fields of the record that an expression names, and whether it reads what they say. */
function fieldsIn(expression: Expression): ReadonlyMap<string, 'read' | 'asked'> {
  const found = new Map<string, 'read' | 'asked'>();
  if (expression.op === 'field') found.set(expression.name, 'read');
  if (expression.op === 'has') found.set(expression.name, 'asked');
  for (const part of partsOf(expression)) {
    for (const [name, how] of fieldsIn(part)) {
      if (found.get(name) !== 'read') found.set(name, how);
    }
  }
  return found;
}

function compile(
  edition: Edition,
  world: World,
  condition: Expression,
): (record: PublicCreditRecord) => boolean {
  const run = compileExpression({ world, round: edition.months.round }, condition);
  const fields = world.collections.get(world.record ?? '')?.fields;
  const read = [...fieldsIn(condition)].flatMap(([name, how]) => {
    const field = fields?.get(name);
    return field === undefined ? [] : [{ name, field, how }];
  });
  return ({ facts, decidedOn }) => {
    const record: Record<string, Fact> = {};
    for (const { name, field, how } of read) {
      const fact = factOf(facts[name], field);
      // A record from before its field was required lacks it; what asks for it does not fit.
      if (fact === undefined && how === 'read' && !field.optional) return false;
      record[name] = fact;
    }
    return run({ record, asOf: dayNumber(decidedOn) }) === true;
  };
}

/** A fact as a record states it, in the form that expressions read. */
function factOf(value: FactValue | undefined, { type }: Field): Fact {
  switch (type.kind) {
    case 'codes':
      return typeof value === 'string' ? [value] : isList(value) ? value : [];
    case 'code':
      return typeof value === 'string' ? value : undefined;
    case 'bool':
      return typeof value === 'boolean' ? value : undefined;
    case 'int':
      return typeof value === 'number' ? value : undefined;
    case 'money':
      return typeof value === 'object' && 'amount' in value ? value.amount : undefined;
    case 'date': {
      const day = typeof value === 'string' ? parseCivilDate(value) : undefined;
      return day === undefined ? undefined : dayNumber(day);
    }
  }
}

function isList(value: FactValue | undefined): value is readonly string[] {
  return Array.isArray(value);
}
