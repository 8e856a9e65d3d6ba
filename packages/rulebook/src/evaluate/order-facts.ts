import type { RecordFacts, SubjectFacts } from '../language/facts.ts';

/** The same facts with the records of each collection in the order of their ids. */
export function orderFacts(facts: SubjectFacts): SubjectFacts {
  const lists = Object.values(facts.records);
  if (lists.every(isOrdered)) return facts;
  const records = Object.entries(facts.records).map(
    ([name, list]) => [name, isOrdered(list) ? list : list.toSorted(byId)] as const,
  );
  return { ...facts, records: Object.fromEntries(records) };
}

function isOrdered(list: readonly RecordFacts[]): boolean {
  let before = '';
  for (const { id } of list) {
    if (id < before) return false;
    before = id;
  }
  return true;
}

function byId(a: RecordFacts, b: RecordFacts): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
