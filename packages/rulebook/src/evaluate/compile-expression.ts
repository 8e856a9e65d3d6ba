import type { MonthRounding } from '@credence/domain';

import type { Fact } from '../language/facts.ts';
import type { Expression } from '../language/tree.ts';
import type { World } from '../language/world.ts';
import type { Compiler } from './compiler.ts';
import { compileCoded, compileCodes, compileNumeric } from './numeric.ts';
import { compileTruth } from './truth.ts';
import type { Frame, Value } from './value.ts';

/** What a compiler is made for. */
export interface CompileScope {
  readonly world: World;
  readonly round: MonthRounding;
  /** Names of the rules an expression may speak of, in the order of their results. */
  readonly rules: readonly string[];
  /** Number under which what happens at a node is noted in traces. */
  readonly nodeOf?: (expression: Expression) => number | undefined;
}

/** The compiler of a program or of a single expression. */
export function createCompiler(scope: CompileScope): Compiler {
  const places = new Map(scope.rules.map((name, place) => [name, place]));
  const ruleAt = (name: string): number => {
    const place = places.get(name);
    if (place === undefined) throw new RangeError(`No rule is named "${name}".`);
    return place;
  };
  const nodeOf = scope.nodeOf ?? (() => undefined);

  const about = (collection: string | undefined): Compiler => {
    const compiler: Compiler = {
      world: scope.world,
      round: scope.round,
      collection,
      ruleAt,
      // Choices within a condition about records are part of the condition.
      nodeOf: collection === undefined ? nodeOf : () => undefined,
      truth: (expression) => compileTruth(compiler, expression),
      numeric: (expression) => compileNumeric(compiler, expression),
      coded: (expression) => compileCoded(compiler, expression),
      codes: (expression) => compileCodes(compiler, expression),
      about,
    };
    return compiler;
  };
  return about(undefined);
}

/** An empty frame, to be filled before a closure runs. */
export function createFrame(): Frame {
  return {
    asOf: 0,
    subject: {},
    records: {},
    record: {},
    member: '',
    rules: [],
    notes: undefined,
  };
}

/** An expression of one value as a closure, by its type. */
export function compileValue(compiler: Compiler, expression: Expression): (frame: Frame) => Value {
  switch (expression.type.kind) {
    case 'bool':
      return compiler.truth(expression);
    case 'code':
      return compiler.coded(expression);
    case 'codes':
      throw new RangeError('Several codes are no result.');
    default:
      return compiler.numeric(expression);
  }
}

/** Facts that one expression is asked about. */
export interface ExpressionFacts {
  readonly subject?: Readonly<Record<string, Fact>>;
  /** Of the record at hand, where the world has one. */
  readonly record?: Readonly<Record<string, Fact>>;
  /** Days since 1970-01-01. */
  readonly asOf: number;
}

/**
 * A single expression that names no rule and no collection, such as a row of a catalogue item's
 * severity, as a function of the facts.
 */
export function compileExpression(
  scope: { readonly world: World; readonly round: MonthRounding },
  expression: Expression,
): (facts: ExpressionFacts) => Value {
  const run = compileValue(createCompiler({ ...scope, rules: [] }), expression);
  const frame = createFrame();
  return ({ subject = {}, record = {}, asOf }) => {
    frame.asOf = asOf;
    frame.subject = subject;
    frame.record = record;
    return run(frame);
  };
}
