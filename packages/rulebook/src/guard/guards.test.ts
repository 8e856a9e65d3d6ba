import { describe, expect, it } from 'vitest';

import { formatFinding } from '../load/finding.ts';
import { allGuards } from './all-guards.ts';
import { personCases } from './guard-cases-persons.test-support.ts';
import { ruleCases } from './guard-cases-rules.test-support.ts';
import { findingsIn } from './guard-cases.test-support.ts';

const cases = [...personCases, ...ruleCases];

describe('guards G01 to G23', () => {
  it('let the edition pass that every case changes', () => {
    expect(findingsIn([]).map((finding) => formatFinding(finding))).toEqual([]);
  });

  it.each(cases)('$guard refuses $faulty', ({ guard, edits, inFile, field }) => {
    const found = findingsIn(edits).filter((finding) => finding.guard === guard);
    const places = found.map((finding) => `${finding.file} ${finding.field ?? ''}`);
    expect(places).toContain(`${inFile ?? edits.at(-1)?.[0] ?? ''} ${field}`);
    expect(found.every(({ repair, why, title, source }) => repair && why && title && source)).toBe(
      true,
    );
  });

  it.each(cases)('$guard lets pass: $clean', ({ guard, lawful }) => {
    const found = findingsIn(lawful).filter((finding) => finding.guard === guard);
    const errors = found.filter(({ severity }) => severity !== 'warning');
    expect(errors.map((finding) => formatFinding(finding))).toEqual([]);
  });

  it('are all there, each with words in both languages, and each with a case', () => {
    const ids = allGuards.map(({ id }) => id);
    expect(ids).toEqual(
      Array.from({ length: 46 }, (_, at) => `G${String(at + 1).padStart(2, '0')}`),
    );
    for (const { title, why } of allGuards) {
      expect([title.zh, title.en, why.zh, why.en].every((text) => text !== undefined)).toBe(true);
    }
    const tried = new Set(cases.map(({ guard }) => guard));
    expect(ids.slice(0, 23).filter((id) => !tried.has(id))).toEqual([]);
  });
});
