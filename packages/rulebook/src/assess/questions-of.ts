import type { Expression } from '../language/tree.ts';

/**
 * The questions that a condition asks one after the other, as a person would ask them: whether a field
 * is there, or has any code at all, is part of the question what it says.
 */
export function questionsOf(condition: Expression): readonly Expression[] {
  if (condition.op !== 'and') return [condition];
  const questions: Expression[] = [];
  let waiting: Expression[] = [];
  for (const [index, part] of condition.parts.entries()) {
    const next = condition.parts[index + 1];
    if (next !== undefined && belongsTo(part, next)) {
      waiting.push(part);
      continue;
    }
    const { span } = part;
    const parts = [...waiting, part];
    questions.push(
      waiting.length === 0 ? part : { op: 'and', parts, type: { kind: 'bool' }, span },
    );
    waiting = [];
  }
  return questions;
}

/** Whether a part only says that there is something for the next one to ask about. */
function belongsTo(part: Expression, next: Expression): boolean {
  const asked = presentField(part);
  if (asked === undefined) return false;
  const ofNext = presentField(next) ?? fieldAsked(next);
  return ofNext === asked;
}

/** The field that a part says is there: `has(r.a)`, `r.a.size() > 0`. */
function presentField(part: Expression): string | undefined {
  if (part.op === 'has') return part.name;
  if (part.op !== 'compare' || part.left.op !== 'codes-size') return undefined;
  const { of } = part.left;
  const bound = part.right.op === 'literal' ? part.right.value : undefined;
  const isAny = (part.how === '>' && bound === 0) || (part.how === '>=' && bound === 1);
  return isAny && of.op === 'field' ? of.name : undefined;
}

/** The one field that a question is about. */
export function fieldAsked(question: Expression): string | undefined {
  switch (question.op) {
    case 'compare':
      return question.left.op === 'field' ? question.left.name : undefined;
    case 'in':
    case 'codes-some':
    case 'codes-every':
      return question.of.op === 'field' ? question.of.name : undefined;
    default:
      return undefined;
  }
}
