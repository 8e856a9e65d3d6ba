import type { NameComparison } from '@credence/casework';

import {
  branchRelation,
  conclude,
  finding,
  formRelation,
  formText,
  regionRelation,
  type Relation,
} from './component-relation.ts';
import type { NameParts } from './parse-name.ts';

/** Words that many firms have beside what distinguishes them. */
const GENERIC = new Set(['the', 'and', 'of', 'de', 'la', 'le', 'at', 'in']);

/** Two Latin names: equal words in their order are equal, in another order or number compatible. */
export function compareLatin(a: NameParts, b: NameParts): NameComparison {
  return conclude([
    finding('branch', branchRelation(a, b), a.branch, b.branch),
    finding('legal-form', formRelation(a, b), formText(a), formText(b)),
    finding('region', regionRelation(a.region, b.region), a.region?.text, b.region?.text),
    finding('trade-name', wordsRelation(a, b), a.trade, b.trade),
    finding('industry', 'absent', undefined, undefined),
  ]);
}

function wordsRelation(a: NameParts, b: NameParts): Relation {
  if (a.trade === b.trade || a.core === b.core) return 'equal';
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const [fewer, more] = left.size <= right.size ? [left, right] : [right, left];
  if (fewer.size === 0) return 'contradictory';
  return [...fewer].every((word) => more.has(word)) ? 'compatible' : 'contradictory';
}

function wordsOf({ trade }: NameParts): ReadonlySet<string> {
  return new Set(trade.split(' ').filter((word) => word !== '' && !GENERIC.has(word)));
}
