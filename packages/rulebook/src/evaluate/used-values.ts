import { partsOf } from '../language/parts-of.ts';
import type { Program } from '../language/program.ts';
import type { Expression } from '../language/tree.ts';

/** The named values of the edition that the rules of a program speak of, in the order of the edition. */
export function usedValues({ rules, world }: Program): readonly string[] {
  const used = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.op === 'value') used.add(node.name);
    if ((node.op === 'within' || node.op === 'age') && node.period.op === 'value') {
      used.add(node.period.name);
    }
    for (const part of partsOf(node)) visit(part);
  };
  for (const { value, exceptions } of rules) {
    visit(value);
    for (const exception of exceptions) {
      visit(exception.when);
      visit(exception.value);
    }
  }
  return [...world.values.keys()].filter((name) => used.has(name));
}
