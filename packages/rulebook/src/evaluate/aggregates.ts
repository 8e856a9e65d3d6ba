import type { RecordFacts } from '../language/facts.ts';
import type { Expression, RecordsNode } from '../language/tree.ts';
import { allOf } from './all-of.ts';
import type { Compiler } from './compiler.ts';
import { compileConjuncts, noteRecords } from './note-records.ts';
import type { Frame, Numeric, Truth } from './value.ts';

type Node<Op extends Expression['op']> = Extract<Expression, { readonly op: Op }>;

const nothing: readonly RecordFacts[] = [];

/** How many records there are, as a closure. */
export function compileCount(compiler: Compiler, expression: Node<'count'>): Numeric {
  const { collection } = expression.records;
  const holds = filterOf(compiler, expression.records);
  const noted = notesOf(compiler, expression);
  return (frame) => {
    if (frame.notes !== undefined && noted !== undefined) return noted(frame, countOf);
    const outer = frame.record;
    let count = 0;
    for (const { facts } of frame.records[collection] ?? nothing) {
      frame.record = facts;
      if (holds(frame)) count += 1;
    }
    frame.record = outer;
    return count;
  };
}

/** The sum of something over records, as a closure. */
export function compileSum(compiler: Compiler, expression: Node<'sum'>): Numeric {
  const { collection } = expression.records;
  const holds = filterOf(compiler, expression.records);
  const part = compiler.about(collection).numeric(expression.body);
  const noted = notesOf(compiler, expression);
  return (frame) => {
    if (frame.notes !== undefined && noted !== undefined) {
      return noted(frame, (parts) => parts.reduce((sum, each) => sum + each, 0));
    }
    const outer = frame.record;
    let sum = 0;
    for (const { facts } of frame.records[collection] ?? nothing) {
      frame.record = facts;
      if (holds(frame)) sum += part(frame);
    }
    frame.record = outer;
    return sum;
  };
}

/** The least or the greatest of something over records, as a closure. */
export function compileExtreme(compiler: Compiler, expression: Node<'least' | 'most'>): Numeric {
  const { collection } = expression.records;
  const holds = filterOf(compiler, expression.records);
  const part = compiler.about(collection).numeric(expression.body);
  const otherwise = compiler.numeric(expression.otherwise);
  const noted = notesOf(compiler, expression);
  const sign = expression.op === 'most' ? 1 : -1;
  return (frame) => {
    if (frame.notes !== undefined && noted !== undefined) {
      return noted(frame, (parts) => {
        const [first, ...rest] = parts;
        if (first === undefined) return otherwise(frame);
        return rest.reduce((best, each) => ((each - best) * sign > 0 ? each : best), first);
      });
    }
    const outer = frame.record;
    let best: number | undefined;
    for (const { facts } of frame.records[collection] ?? nothing) {
      frame.record = facts;
      if (!holds(frame)) continue;
      const each = part(frame);
      if (best === undefined || (each - best) * sign > 0) best = each;
    }
    frame.record = outer;
    return best ?? otherwise(frame);
  };
}

/** Whether some record, or every one, is such; of no records every one is, and none. */
export function compileSome(compiler: Compiler, expression: Node<'some' | 'every'>): Truth {
  const { collection } = expression.records;
  const holds = filterOf(compiler, expression.records);
  const body = compiler.about(collection).truth(expression.body);
  const noted = notesOf(compiler, expression);
  const decides = expression.op === 'some';
  return (frame) => {
    if (frame.notes !== undefined && noted !== undefined) {
      const others = noted(frame, decides ? countOf : (_, missed) => missed);
      return decides ? others > 0 : others === 0;
    }
    const outer = frame.record;
    let found = false;
    for (const { facts } of frame.records[collection] ?? nothing) {
      frame.record = facts;
      if (holds(frame) && body(frame) === decides) {
        found = true;
        break;
      }
    }
    frame.record = outer;
    return found === decides;
  };
}

/** What the noted records come to: what each contributed, and how many missed the body alone. */
type Total = (parts: readonly number[], missed: number) => number;

function countOf(parts: readonly number[]): number {
  return parts.length;
}

function filterOf(compiler: Compiler, records: RecordsNode): Truth {
  const inner = compiler.about(records.collection);
  return allOf(records.where.map((condition) => inner.truth(condition)));
}

function notesOf(
  compiler: Compiler,
  expression: Node<'count' | 'sum' | 'least' | 'most' | 'some' | 'every'>,
): ((frame: Frame, total: Total) => number) | undefined {
  const node = compiler.nodeOf(expression);
  if (node === undefined) return undefined;
  const { records } = expression;
  const inner = compiler.about(records.collection);
  const conjuncts = compileConjuncts(inner, expression);
  const adds = expression.op === 'sum' || expression.op === 'least' || expression.op === 'most';
  const part = adds ? inner.numeric(expression.body) : undefined;
  const truth = expression.op === 'some' || expression.op === 'every';
  return (frame, total) => {
    const list = frame.records[records.collection] ?? nothing;
    const { counted, excluded, parts, missed } = noteRecords(frame, list, {
      conjuncts,
      filters: records.where.length,
      part,
    });
    const value = total(parts, missed);
    const answer = expression.op === 'some' ? value > 0 : value === 0;
    frame.notes?.push({ kind: 'records', node, value: truth ? answer : value, counted, excluded });
    return value;
  };
}
