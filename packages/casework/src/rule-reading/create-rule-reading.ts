import type { Edition } from '@credence/rulebook';

import type { CaseworkParts } from '../casework-parts.ts';
import { draftsToRead } from '../rule-draft/drafts-to-read.ts';
import { startAnswer, type Answering, type TimeParts } from '../view/answer-clock.ts';
import { compareRules } from './compare-rules.ts';
import type { RuleReadingCasework } from './rule-reading.ts';
import { listSectors } from './list-sectors.ts';
import { tryRule } from './try-rule.ts';
import { viewAffected } from './view-affected.ts';
import { viewArticle } from './view-article.ts';
import { viewRule } from './view-rule.ts';

/** Reads of the rulebook beyond its cards, over the parts of casework. */
export function createRuleReading(
  parts: TimeParts & Pick<CaseworkParts, 'register' | 'otherEditions'>,
): RuleReadingCasework {
  const others = async (): Promise<readonly Edition[]> => (await parts.otherEditions?.()) ?? [];
  const readable = (code: string) => async (): Promise<readonly Edition[]> => [
    ...(await others()),
    ...(await draftsToRead(parts, code)),
  ];
  return {
    viewRule: async (place) => {
      const answering = await startAnswer(parts);
      return viewRule(
        answering,
        await editionsFor(answering, place.edition, readable(place.edition)),
        place,
      );
    },
    viewArticle: async (place) => {
      const answering = await startAnswer(parts);
      const editions = await editionsFor(answering, place.edition, readable(place.edition));
      return viewArticle(parts, answering, { ...place, editions });
    },
    viewAffected: async (cited) => viewAffected(parts, await startAnswer(parts), cited),
    tryRule: async (place, trial) => {
      const answering = await startAnswer(parts);
      const editions = await editionsFor(answering, place.edition, readable(place.edition));
      return tryRule(answering, editions, { place, trial });
    },
    compareRules: async (asOf) => compareRules(await startAnswer(parts, asOf), await others()),
    listSectors: async (asOf) => listSectors(await startAnswer(parts, asOf)),
  };
}

/** The register's own editions; those of other territories only where one of them is asked for. */
export async function editionsFor(
  { rulebook }: Answering,
  code: string,
  others: () => Promise<readonly Edition[]>,
): Promise<readonly Edition[]> {
  const { editions } = rulebook;
  return editions.some((each) => each.code === code)
    ? editions
    : [...editions, ...(await others())];
}
