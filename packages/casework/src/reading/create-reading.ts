import type { AccessParts } from '../access/access-parts.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { checkCopies } from './check-copy.ts';
import { listLists, viewList } from './list-lists.ts';
import type { ReadingCasework } from './reading.ts';
import { replaySubject } from './replay-subject.ts';
import { listAgencies, viewAgency } from './view-agency.ts';
import { viewRuleChanges } from './view-rule-changes.ts';
import { viewStatistics } from './view-statistics.ts';

/** Reads beyond one subject, over the parts of casework. */
export function createReading(parts: AccessParts): ReadingCasework {
  return {
    listLists: async (asOf) => listLists(parts, await startAnswer(parts, asOf)),
    viewList: async (id, query) => viewList(parts, await startAnswer(parts, query), { id, query }),
    listAgencies: async () => listAgencies(parts, await startAnswer(parts)),
    viewAgency: async (code) => viewAgency(parts, await startAnswer(parts), code),
    viewStatistics: async () => viewStatistics(parts, await startAnswer(parts)),
    viewRuleChanges: async () => viewRuleChanges(parts, await startAnswer(parts)),
    checkCopies: async (queries) => checkCopies(parts, await startAnswer(parts), queries),
    replaySubject: (principal, subject, times, purpose) =>
      replaySubject(parts, principal, { subject, times, purpose }),
  };
}
