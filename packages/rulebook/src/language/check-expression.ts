import { checkCall } from './check-calls.ts';
import { checkMember, checkName } from './check-names.ts';
import { checkBinary, checkChoose, checkUnary } from './check-operators.ts';
import { costOf } from './cost.ts';
import type { Fault, Faults } from './fault.ts';
import { parse } from './parse.ts';
import { fault, want, type Expected, type Scope } from './scope.ts';
import type { Syntax } from './syntax.ts';
import type { Expression } from './tree.ts';
import type { Type } from './type.ts';
import type { World } from './world.ts';

/** What an expression may speak of and what it has to give. */
export interface CheckOptions {
  readonly world: World;
  readonly expected: Expected;
  /** Rules that stand earlier in the program, by name. */
  readonly rules?: ReadonlyMap<string, Type>;
}

/** An expression that cannot fail, or everything that is wrong with its text. */
export type ExpressionCheck =
  | {
      readonly kind: 'checked';
      readonly expression: Expression;
      /** Records that are looked at, at most, for one answer. */
      readonly cost: number;
    }
  | { readonly kind: 'refused'; readonly faults: Faults };

/**
 * Reads an expression and holds it against what its edition declares. What passes gives an answer of
 * the type asked for, whatever the facts: no name is unknown, no code outside its list, no field read
 * that may be absent, no divisor nought, no amount beyond the safe integers.
 */
export function checkExpression(text: string, options: CheckOptions): ExpressionCheck {
  const parsing = parse(text);
  if (parsing.kind === 'refused') return parsing;
  const scope = scopeOf(options);
  const expression = want(parsing.syntax, scope, options.expected);
  const [first, ...others] = scope.faults;
  if (first !== undefined) return { kind: 'refused', faults: inOrder([first, ...others]) };
  if (expression === undefined) throw new RangeError(`No fault was found in ${text}.`);
  return { kind: 'checked', expression, cost: costOf(expression, options.world) };
}

/** What the names of an expression mean before it has said anything. */
export function scopeOf({ world, rules }: CheckOptions): Scope {
  return {
    world,
    rules: rules ?? new Map(),
    faults: [],
    record:
      world.record === undefined ? undefined : { collection: world.record, name: 'r', of: 'card' },
    member: undefined,
    known: new Set(),
    check,
  };
}

function check(syntax: Syntax, scope: Scope, expected: Expected): Expression | undefined {
  const { span } = syntax;
  switch (syntax.form) {
    case 'number': {
      const { value } = syntax;
      return { op: 'literal', value, type: { kind: 'int', least: value, most: value }, span };
    }
    case 'truth':
      return { op: 'literal', value: syntax.value, type: { kind: 'bool' }, span };
    case 'text':
      return misplaced(syntax, scope, {
        message: 'There are no free texts; codes stand without quotes.',
        accepted: 'a code, or money("..."), date("..."), value("...")',
      });
    case 'list':
      return misplaced(syntax, scope, {
        message: 'A list stands to the right of in.',
        accepted: 'x in [a, b]',
      });
    case 'name':
      return checkName(syntax, scope, expected);
    case 'member':
      return checkMember(syntax, scope);
    case 'call':
      return checkCall(syntax, scope);
    case 'unary':
      return checkUnary(syntax, scope);
    case 'binary':
      return checkBinary(syntax, scope);
    case 'choose':
      return checkChoose(syntax, scope, expected);
  }
}

function misplaced(
  { span }: Syntax,
  scope: Scope,
  says: { readonly message: string; readonly accepted: string },
): Expression | undefined {
  return fault(scope, { code: 'expression-type', span, ...says });
}

function inOrder(faults: readonly [Fault, ...Fault[]]): Faults {
  const [first, ...others] = [...faults].sort((a, b) => a.span.start - b.span.start);
  return first === undefined ? faults : [first, ...others];
}
