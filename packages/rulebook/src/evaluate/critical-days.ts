import { dayNumber, formatPeriod, type Period } from '@credence/domain';

import type { Program, Rule } from '../language/program.ts';
import type { Expression, PeriodNode } from '../language/tree.ts';
import { addToDay } from './add-to-day.ts';
import { valueNamed } from './compiler.ts';
import { partsOf } from '../language/parts-of.ts';

/**
 * A day on which an answer may change: one that is fixed, or one that lies a period, and perhaps a
 * day more, after the day in a field of the subject or of each record of a collection.
 */
export type CriticalDay =
  | { readonly kind: 'fixed'; readonly day: number }
  | {
      readonly kind: 'field';
      readonly of: 'subject' | { readonly collection: string };
      readonly field: string;
      readonly period: Period | undefined;
      readonly extra: 0 | 1;
    };

/**
 * Every day on which the program can change its answer while nothing new becomes known, each once.
 * Between two of them nothing does; on some of them nothing does either.
 */
export function criticalDays(program: Program): readonly CriticalDay[] {
  const found = new Map<string, CriticalDay>();
  const collector = createCollector(program, (day) => found.set(keyOf(day), day));
  for (const rule of program.rules) collector.rule(rule);
  return [...found.values()];
}

function keyOf(day: CriticalDay): string {
  if (day.kind === 'fixed') return String(day.day);
  const { of, field, period, extra } = day;
  const place = of === 'subject' ? 'subject' : `in ${of.collection}`;
  return `${place} ${field} ${period === undefined ? '' : formatPeriod(period)} ${extra}`;
}

interface Lapse {
  readonly period: Period | undefined;
  readonly extra: 0 | 1;
}

type Add = (day: CriticalDay) => void;

function createCollector(program: Program, add: Add): { readonly rule: (rule: Rule) => void } {
  const addDate = createDateCollector(program, add);

  const addWindow = (
    node: Extract<Expression, { readonly op: 'within' | 'age' }>,
    collection: string | undefined,
  ): void => {
    const extra = node.op === 'age' && (node.how === '>' || node.how === '<=') ? 1 : 0;
    if (node.op === 'within') addDate(node.date, collection, { period: undefined, extra: 0 });
    for (const period of addPeriods(program, node.period, add)) {
      addDate(node.date, collection, { period, extra });
    }
  };

  const visit = (node: Expression, collection: string | undefined): void => {
    if (node.op === 'within' || node.op === 'age') addWindow(node, collection);
    if (node.op === 'active') addActive(program, collection, add);
    if (node.op === 'value') addRows(program, node.name, add);
    const inner = 'records' in node ? node.records.collection : collection;
    // The answer for no record speaks of the record around, if any; its days are the same fields.
    for (const part of partsOf(node)) visit(part, inner);
  };

  return {
    rule: (rule) => {
      if (rule.value.type.kind !== 'code') addInForce(rule, add);
      visit(rule.value, undefined);
      for (const { when, value } of rule.exceptions) {
        visit(when, undefined);
        visit(value, undefined);
      }
    },
  };
}

type AddDate = (date: Expression, collection: string | undefined, lapse: Lapse) => void;

/** Adds every day a date may be, a lapse later; the collection is of the record at hand. */
function createDateCollector(program: Program, add: Add): AddDate {
  const addDate: AddDate = (date, collection, lapse) => {
    const fixed = (day: number): void => {
      const moved = lapse.period === undefined ? day : addToDay(day, lapse.period, program.round);
      add({ kind: 'fixed', day: moved + lapse.extra });
    };
    switch (date.op) {
      case 'literal':
        if (typeof date.value === 'number') fixed(date.value);
        return;
      case 'value':
        for (const { value } of valueNamed(program.world, date.name).rows) {
          if (typeof value === 'number') fixed(value);
        }
        return;
      case 'field':
        add({ kind: 'field', of: placeOf(date.of, collection), field: date.name, ...lapse });
        return;
      case 'choose':
        addDate(date.yes, collection, lapse);
        addDate(date.no, collection, lapse);
        return;
      case 'table':
        for (const { then } of date.rows) addDate(then, collection, lapse);
        return;
      case 'least':
      case 'most':
        addDate(date.body, date.records.collection, lapse);
        addDate(date.otherwise, collection, lapse);
        return;
      case 'rule': {
        const rule = program.rules.find(({ name }) => name === date.name);
        if (rule === undefined) throw new RangeError(`No rule is named "${date.name}".`);
        fixed(0);
        for (const { value } of [rule, ...rule.exceptions]) addDate(value, undefined, lapse);
        return;
      }
      default:
        throw new RangeError(`No date is made by "${date.op}".`);
    }
  };
  return addDate;
}

function placeOf(
  of: 'subject' | 'record',
  collection: string | undefined,
): 'subject' | { readonly collection: string } {
  if (of === 'subject') return 'subject';
  if (collection === undefined) throw new RangeError('There is no record at hand.');
  return { collection };
}

function addInForce({ inForce: { from, until } }: Rule, add: Add): void {
  add({ kind: 'fixed', day: dayNumber(from) });
  if (until !== 'none') add({ kind: 'fixed', day: dayNumber(until) });
}

/** Adds the days on which a named value changes; its first row holds before its day, too. */
function addRows(program: Program, name: string, add: Add): void {
  const { rows } = valueNamed(program.world, name);
  for (const { from } of rows.slice(1)) add({ kind: 'fixed', day: from });
}

function addPeriods(program: Program, node: PeriodNode, add: Add): readonly Period[] {
  if (node.op === 'period') return [node.period];
  addRows(program, node.name, add);
  return valueNamed(program.world, node.name).rows.flatMap(({ value }) =>
    typeof value === 'object' ? [value] : [],
  );
}

function addActive(program: Program, collection: string | undefined, add: Add): void {
  const name = collection ?? '';
  const fields = program.world.collections.get(name)?.active;
  if (fields === undefined) throw new RangeError(`Records of "${name}" have no days of their own.`);
  for (const field of [fields.from, fields.until]) {
    add({ kind: 'field', of: { collection: name }, field, period: undefined, extra: 0 });
  }
}
