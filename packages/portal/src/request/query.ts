import { looksLikeResidentNumber, problem, type Problem } from '@credence/domain';

/** The longest query the search takes, in characters. */
export const longestQuery = 200;

/**
 * What is wrong with a search before it is made. A person's number is refused here, so that it
 * reaches neither the register nor any log.
 */
export function refusedQuery(query: string): Problem | undefined {
  if (query.length > longestQuery) {
    return problem('query-too-long', { length: query.length, max: longestQuery });
  }
  return looksLikeResidentNumber(query) ? problem('person-search-refused', {}) : undefined;
}
