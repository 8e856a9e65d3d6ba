import type { Expression } from '../language/tree.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './value.ts';

type Choice = Extract<Expression, { readonly op: 'choose' | 'table' }>;

/** The branch or row that fits, whatever it yields. */
export function chosen<Result>(
  compiler: Compiler,
  expression: Choice,
  compile: (part: Expression) => (frame: Frame) => Result,
): (frame: Frame) => Result {
  const node = compiler.nodeOf(expression);
  if (expression.op === 'choose') {
    const test = compiler.truth(expression.test);
    const [yes, no] = [compile(expression.yes), compile(expression.no)];
    return (frame) => {
      const row = test(frame) ? 0 : 1;
      if (frame.notes !== undefined && node !== undefined) {
        frame.notes.push({ kind: 'test', node, row });
      }
      return row === 0 ? yes(frame) : no(frame);
    };
  }
  const rows = expression.rows.map((row) => ({
    fits: compiler.truth(row.when),
    then: compile(row.then),
  }));
  return (frame) => {
    for (const [row, { fits, then }] of rows.entries()) {
      if (!fits(frame)) continue;
      if (frame.notes !== undefined && node !== undefined) {
        frame.notes.push({ kind: 'test', node, row });
      }
      return then(frame);
    }
    throw new RangeError('No row of a table fits, which the checker rules out.');
  };
}
