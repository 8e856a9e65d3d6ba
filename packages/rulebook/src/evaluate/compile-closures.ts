import type { SubjectFacts } from '../language/facts.ts';
import type { Expression } from '../language/tree.ts';
import type { Program, Rule } from '../language/program.ts';
import { createCompiler, createFrame } from './compile-expression.ts';
import { compileRule, runRule, type CompiledRule } from './compile-rule.ts';
import type { Compiler } from './compiler.ts';
import { notedNodes } from './noted-nodes.ts';
import type { Frame, Value, Values } from './value.ts';

/** A program as closures: the way to the answer about one subject. */
export interface Closures {
  readonly program: Program;
  /**
   * All results for a subject on a day (days since 1970-01-01). The facts must have been read with
   * `readFacts`; in whatever order records are kept, the results are the same.
   */
  readonly evaluate: (facts: SubjectFacts, asOf: number) => Values;
  readonly rules: readonly CompiledRule[];
  /** Place of the rule whose value is the answer. */
  readonly resultAt: number;
  readonly frame: Frame;
}

/** Compiles a program for single subjects. Not to be entered twice at a time: it has one frame. */
export function compileClosures(program: Program): Closures {
  const names = program.rules.map(({ name }) => name);
  const { world, round } = program;
  const rules = program.rules.map((rule) =>
    compileRule(createCompiler({ world, round, rules: names, nodeOf: nodesOf(rule) }), rule),
  );
  const resultAt = names.indexOf(program.result);
  if (resultAt === -1) throw new RangeError(`No rule is named "${program.result}".`);
  const frame = createFrame();

  const evaluate = (facts: SubjectFacts, asOf: number): Values => {
    openFrame(frame, facts, asOf);
    const values: Value[] = [];
    frame.rules = values;
    for (const rule of rules) values.push(runRule(rule, frame));
    return { result: valueAt(values, resultAt), rules: values };
  };
  return { program, evaluate, rules, resultAt, frame };
}

/** Puts a subject and a day into the frame. */
export function openFrame(frame: Frame, facts: SubjectFacts, asOf: number): void {
  frame.asOf = asOf;
  frame.subject = facts.facts;
  frame.records = facts.records;
  frame.notes = undefined;
}

/** The result of a rule that has been evaluated. */
export function valueAt(values: readonly Value[], place: number): Value {
  const value = values[place];
  if (value === undefined) throw new RangeError(`Rule ${place} has no result.`);
  return value;
}

function nodesOf(rule: Rule): Compiler['nodeOf'] {
  const places = new Map<Expression, number>(
    notedNodes(rule).map(({ expression }, place) => [expression, place]),
  );
  return (expression) => places.get(expression);
}
