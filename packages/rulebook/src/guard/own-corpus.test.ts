import { describe, expect, it } from 'vitest';

import { formatFinding } from '../load/finding.ts';
import { findingsOf, guardsOf, readCorpus, type CorpusItem } from './corpus.test-support.ts';

const evasive = readCorpus('own/evasive');
const lawful = readCorpus('own/lawful');

function named(item: CorpusItem): readonly [string, CorpusItem] {
  return [`${item.id}: ${item.says}`, item];
}

/** Errors of a rule as it is written; warnings are read by people. */
function errorsOf({ cards }: CorpusItem) {
  return findingsOf(cards).filter(({ severity }) => severity !== 'warning');
}

describe('evasions of our own', { timeout: 120_000 }, () => {
  it('are thirty and more, each with a lawful card beside it of the same look', () => {
    expect(evasive.length).toBeGreaterThanOrEqual(30);
    expect(lawful.length).toBeGreaterThanOrEqual(15);
    const near = new Set(lawful.map(({ near: guard }) => guard));
    const broken = new Set(evasive.flatMap(({ breaks }) => breaks));
    expect([...near].filter((guard) => guard === undefined || !broken.has(guard))).toEqual([]);
  });

  it.each(evasive.map(named))('refuses %s', (_, item) => {
    const errors = errorsOf(item);
    expect(item.breaks.filter((guard) => !guardsOf(errors).includes(guard))).toEqual([]);
    expect(errors.filter(({ guard }) => guard === undefined).map(formatFinding)).toEqual([]);
  });

  it.each(lawful.map(named))('accepts %s', (_, item) => {
    expect(errorsOf(item).map(formatFinding)).toEqual([]);
  });
});
