import type { SubjectView } from '@credence/casework';
import type { Language } from '@credence/domain';

import { chineseSummary } from './chinese-summary.ts';
import { englishSummary } from './english-summary.ts';
import type { Sentence } from './sentence.ts';
import { summaryFacts } from './summary-facts.ts';

/**
 * The first thing a reader sees of an organisation: how many records are public, what they are,
 * until when at the latest, and what is in order. Made from the state alone; it weighs nothing.
 */
export function summariseSubject(view: SubjectView, language: Language): readonly Sentence[] {
  const facts = summaryFacts(view);
  const sentences = language === 'zh' ? chineseSummary(facts) : englishSummary(facts);
  return sentences.filter((each) => each.length > 0);
}
