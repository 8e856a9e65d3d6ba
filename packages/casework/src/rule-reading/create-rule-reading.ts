import type { Edition } from '@credence/rulebook';

import type { CaseworkParts } from '../casework.ts';
import { startAnswer, type Answering, type TimeParts } from '../view/answer-clock.ts';
import { compareRules } from './compare-rules.ts';
import type { RuleReadingCasework } from './rule-reading.ts';
import { tryRule } from './try-rule.ts';
import { viewArticle } from './view-article.ts';
import { viewRule } from './view-rule.ts';

/** Reads of the rulebook beyond its cards, over the parts of casework. */
export function createRuleReading(
  parts: TimeParts & Pick<CaseworkParts, 'register' | 'otherEditions'>,
): RuleReadingCasework {
  const others = (): readonly Edition[] => parts.otherEditions?.() ?? [];
  return {
    viewRule: async (place) => {
      const answering = await startAnswer(parts);
      return viewRule(answering, editionsFor(answering, place.edition, others), place);
    },
    viewArticle: async (place) => {
      const answering = await startAnswer(parts);
      const editions = editionsFor(answering, place.edition, others);
      return viewArticle(parts, answering, { ...place, editions });
    },
    tryRule: async (place, trial) => {
      const answering = await startAnswer(parts);
      const editions = editionsFor(answering, place.edition, others);
      return tryRule(answering, editions, { place, trial });
    },
    compareRules: async (asOf) => compareRules(await startAnswer(parts, asOf), others()),
  };
}

/** The register's own editions; those of other territories only where one of them is asked for. */
export function editionsFor(
  { rulebook }: Answering,
  code: string,
  others: () => readonly Edition[],
): readonly Edition[] {
  const { editions } = rulebook;
  return editions.some((each) => each.code === code) ? editions : [...editions, ...others()];
}
