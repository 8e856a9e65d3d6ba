import { dayNumber } from '@credence/domain';

import type { Rule, RuleException } from '../language/program.ts';
import type { Compiler } from './compiler.ts';
import { compileValue } from './compile-expression.ts';
import type { Frame, Truth, Value } from './value.ts';

/** A rule, ready to run. */
export interface CompiledRule {
  readonly rule: Rule;
  /** First day in force, and first day no longer, as days since 1970-01-01. */
  readonly from: number;
  readonly until: number;
  /** What the rule yields on days on which it is not in force; undefined for a code. */
  readonly neutral: Value | undefined;
  readonly exceptions: readonly CompiledException[];
  readonly value: (frame: Frame) => Value;
}

interface CompiledException {
  readonly exception: RuleException;
  readonly when: Truth;
  readonly value: (frame: Frame) => Value;
}

/** A rule with its exceptions as closures. */
export function compileRule(compiler: Compiler, rule: Rule): CompiledRule {
  const { from, until } = rule.inForce;
  return {
    rule,
    from: dayNumber(from),
    until: until === 'none' ? Number.POSITIVE_INFINITY : dayNumber(until),
    neutral: neutralOf(rule),
    exceptions: rule.exceptions.map((exception) => ({
      exception,
      when: compiler.truth(exception.when),
      value: compileValue(compiler, exception.value),
    })),
    value: compileValue(compiler, rule.value),
  };
}

function neutralOf(rule: Rule): Value | undefined {
  switch (rule.value.type.kind) {
    case 'bool':
      return false;
    case 'code':
      return undefined;
    default:
      return 0;
  }
}

/** Whether the rule counts on the day. A rule that yields a code always does: it has no neutral. */
export function isInForce({ from, until, neutral }: CompiledRule, asOf: number): boolean {
  return neutral === undefined || (asOf >= from && asOf < until);
}

/** What the rule yields for the frame; the results of the rules before it stand in the frame. */
export function runRule(rule: CompiledRule, frame: Frame): Value {
  if (rule.neutral !== undefined && (frame.asOf < rule.from || frame.asOf >= rule.until)) {
    return rule.neutral;
  }
  if (rule.exceptions.length === 0) return rule.value(frame);
  return findException(rule, frame)?.value(frame) ?? rule.value(frame);
}

/** The exception that holds, by priority. */
export function findException(
  { exceptions }: CompiledRule,
  frame: Frame,
): CompiledException | undefined {
  return exceptions.find(({ when }) => when(frame));
}
