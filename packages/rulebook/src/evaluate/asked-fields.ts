import { partsOf } from '../language/parts-of.ts';
import type { Program } from '../language/program.ts';
import type { Expression } from '../language/tree.ts';

/** The facts that a program asks for: `org.size`, `penalties.fine`. */
export function askedFields({ rules, world }: Program): ReadonlySet<string> {
  const asked = new Set<string>();
  const visit = (node: Expression, collection: string): void => {
    if (node.op === 'field' || node.op === 'has') {
      asked.add(`${node.of === 'subject' ? 'org' : collection}.${node.name}`);
    }
    if (node.op === 'active') {
      const days = world.collections.get(collection)?.active;
      if (days !== undefined) asked.add(`${collection}.${days.from}`);
      if (days !== undefined) asked.add(`${collection}.${days.until}`);
    }
    const inner = 'records' in node ? node.records.collection : collection;
    for (const part of partsOf(node)) visit(part, inner);
  };
  for (const { value, exceptions } of rules) {
    visit(value, '');
    for (const exception of exceptions) {
      visit(exception.when, '');
      visit(exception.value, '');
    }
  }
  return asked;
}
