import { compareAnswers, comparedQuestions, type Edition } from '@credence/rulebook';

import type { Answering } from '../view/answer-clock.ts';
import { toSummary } from '../view/view-rulebook.ts';
import type { ComparisonView } from './rule-reading.ts';

/** Local editions beside each other, question by question; in the order of their codes, unranked. */
export function compareRules(
  { clock }: Pick<Answering, 'clock'>,
  editions: readonly Edition[],
): ComparisonView {
  const local = editions
    .filter(({ parent }) => parent !== 'none')
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return {
    clock,
    editions: local.map(toSummary),
    rows: comparedQuestions.map((question) => ({
      question,
      answers: compareAnswers(question, local),
    })),
  };
}
