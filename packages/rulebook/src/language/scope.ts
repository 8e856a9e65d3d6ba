import type { Fault } from './fault.ts';
import { findNearest } from '../load/nearest.ts';
import type { Syntax } from './syntax.ts';
import type { Expression, Span } from './tree.ts';
import type { Type } from './type.ts';
import type { World } from './world.ts';

/** What a place in a card asks an expression for. */
export type Expected =
  | { readonly kind: 'bool' | 'int' | 'money' | 'date' }
  | { readonly kind: 'code'; readonly list: string }
  | { readonly kind: 'any' };

/** What the names of an expression may mean, and where its faults go. */
export interface Scope {
  readonly world: World;
  /** Rules that stand earlier, by name. */
  readonly rules: ReadonlyMap<string, Type>;
  readonly faults: Fault[];
  /** The record at hand: its collection, the name it goes by, and whether a macro gave it. */
  readonly record:
    | { readonly collection: string; readonly name: string; readonly of: 'card' | 'macro' }
    | undefined;
  /** The code at hand inside a macro over codes. */
  readonly member: { readonly name: string; readonly list: string } | undefined;
  /**
   * Optional fields that `has()` has found here; `unsure` where a condition before could not be
   * read, so that one mistake is not reported twice.
   */
  readonly known: ReadonlySet<string> | 'unsure';
  /** Undefined where a fault was reported. */
  readonly check: (syntax: Syntax, scope: Scope, expected: Expected) => Expression | undefined;
}

/** Nothing is asked for. */
export const anything: Expected = { kind: 'any' };
/** A condition is asked for. */
export const truth: Expected = { kind: 'bool' };

/** Reports a fault; gives undefined, which is what a faulty expression is. */
export function fault(scope: Scope, found: Fault): Expression | undefined {
  scope.faults.push(found);
  return undefined;
}

/** Reports a name that does not exist, with the nearest that does. */
export function unknownName(
  scope: Scope,
  given: {
    readonly span: Span;
    readonly found: string;
    readonly what: string;
    readonly known: Iterable<string>;
    readonly code?: Fault['code'];
  },
): Expression | undefined {
  const known = [...given.known];
  const nearest = findNearest(given.found, known);
  return fault(scope, {
    code: given.code ?? 'name-unknown',
    span: given.span,
    message:
      `${given.found} is not ${given.what}.` +
      (nearest === undefined ? '' : ` Did you mean ${nearest}?`),
    found: given.found,
    ...(known.length === 0 ? {} : { accepted: some(known) }),
  });
}

/** Lists of names may be thousands long. */
const MOST_NAMED = 40;

function some(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  const shown = names.slice(0, MOST_NAMED).join(', ');
  return rest > 0 ? `${shown} and ${String(rest)} more` : shown;
}

/** Checks a part that has to be of a kind, and refuses it where it is of another. */
export function want(syntax: Syntax, scope: Scope, expected: Expected): Expression | undefined {
  const expression = scope.check(syntax, scope, expected);
  if (expression === undefined || isOf(expression.type, expected)) return expression;
  return fault(scope, {
    code: 'expression-type',
    span: syntax.span,
    message: `This is ${inWords(expression.type)}; ${inWords(expected)} is asked for here.`,
    found: inWords(expression.type),
    accepted: inWords(expected),
  });
}

/** Whether a type is the one asked for. */
export function isOf(type: Type, expected: Expected): boolean {
  if (expected.kind === 'any') return true;
  if (expected.kind === 'code') return type.kind === 'code' && type.list === expected.list;
  return type.kind === expected.kind;
}

/** A type as a sentence names it. */
export function inWords(type: Type | Expected): string {
  switch (type.kind) {
    case 'bool':
      return 'a truth value';
    case 'int':
      return 'a whole number';
    case 'money':
      return 'money';
    case 'date':
      return 'a date';
    case 'code':
      return `a code of ${type.list}`;
    case 'codes':
      return `several codes of ${type.list}`;
    case 'any':
      return 'a value';
  }
}
