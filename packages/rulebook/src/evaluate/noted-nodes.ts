import type { Expression } from '../language/tree.ts';
import type { Rule } from '../language/program.ts';
import { partsOf } from '../language/parts-of.ts';

/** Which text of a rule a node stands in: its value, or the condition or value of an exception. */
export type RulePart =
  { readonly of: 'value' } | { readonly of: 'when' | 'instead'; readonly exception: string };

/** A node of a rule at which a trace notes what happened. */
export interface NotedNode {
  readonly part: RulePart;
  readonly expression: Expression;
}

/**
 * The nodes of a rule at which traces note what happened, in the order in which they stand: the
 * exceptions, then the value. Notes name them by their place in this list.
 */
export function notedNodes(rule: Rule): readonly NotedNode[] {
  const found: NotedNode[] = [];
  const visit = (part: RulePart, expression: Expression): void => {
    switch (expression.op) {
      case 'count':
      case 'sum':
      case 'some':
      case 'every':
      case 'least':
      case 'most':
      case 'cap':
      case 'choose':
      case 'table':
        found.push({ part, expression });
        break;
      default:
    }
    for (const child of partsOf(expression, 'same-record')) visit(part, child);
  };
  for (const { name, when, value } of rule.exceptions) {
    visit({ of: 'when', exception: name }, when);
    visit({ of: 'instead', exception: name }, value);
  }
  visit({ of: 'value' }, rule.value);
  return found;
}
