import type { ExplainCasework } from './explain.ts';
import { explainSubject } from './explain-subject.ts';
import type { ImpactCasework } from './impact.ts';
import { listMovers } from './list-movers.ts';
import { runImpact, type ImpactParts } from './run-impact.ts';
import { viewImpacts } from './view-impacts.ts';

/** What programs make of subjects, and what a change of them would do, over the parts of casework. */
export function createImpact(parts: ImpactParts): ExplainCasework & ImpactCasework {
  return {
    explainSubject: (principal, query) => explainSubject(parts, principal, query),
    runImpact: (principal, query) => runImpact(parts, principal, query),
    viewImpacts: (principal, query) => viewImpacts(parts, principal, query),
    listMovers: (principal, query) => listMovers(parts, principal, query),
  };
}
