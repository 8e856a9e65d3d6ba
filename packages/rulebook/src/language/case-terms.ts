import type { Comparison, Expression } from './tree.ts';

/** What an expression always gives, where it is written out or cannot give anything else. */
export function constantOf(expression: Expression): number | string | undefined {
  if (expression.op === 'literal') {
    return typeof expression.value === 'boolean' ? undefined : expression.value;
  }
  const { type, op } = expression;
  if ((type.kind !== 'int' && type.kind !== 'money') || op === 'value') return undefined;
  return type.least === type.most ? type.least : undefined;
}

/** Whether a comparison holds between two numbers, or for `==` and `!=` two codes. */
export function amountHolds(how: Comparison, a: number | string, b: number | string): boolean {
  switch (how) {
    case '==':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/** The same comparison seen from the other side. */
export function turned(how: Comparison): Comparison {
  const sides = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' } as const;
  return sides[how];
}

/** The codes of a list for which a condition on the code at hand holds; undefined where it asks more. */
export function codesThatFit(
  body: Expression,
  list: readonly string[],
): ReadonlySet<string> | undefined {
  const fit = new Set<string>();
  for (const code of list) {
    const holds = holdsFor(body, code);
    if (holds === undefined) return undefined;
    if (holds) fit.add(code);
  }
  return fit;
}

function holdsFor(body: Expression, code: string): boolean | undefined {
  switch (body.op) {
    case 'literal':
      return body.value === true;
    case 'not': {
      const of = holdsFor(body.of, code);
      return of === undefined ? undefined : !of;
    }
    case 'and':
    case 'or': {
      const parts = body.parts.map((part) => holdsFor(part, code));
      if (parts.includes(undefined)) return undefined;
      return body.op === 'and' ? !parts.includes(false) : parts.includes(true);
    }
    case 'in':
      return body.of.op === 'member' ? body.members.includes(code) : undefined;
    case 'compare': {
      const [a, b] = [codeOf(body.left, code), codeOf(body.right, code)];
      if (a === undefined || b === undefined) return undefined;
      return (a === b) === (body.how === '==');
    }
    default:
      return undefined;
  }
}

function codeOf(side: Expression, code: string): string | undefined {
  if (side.op === 'member') return code;
  return side.op === 'literal' && typeof side.value === 'string' ? side.value : undefined;
}
