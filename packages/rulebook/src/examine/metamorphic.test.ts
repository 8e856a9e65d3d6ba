import { describe, expect, it } from 'vitest';

import { createEvaluator } from '../evaluate/explain-fully.ts';
import { compileClosures, type Closures } from '../evaluate/compile-closures.ts';
import {
  day,
  penalty,
  programOfTexts,
  smallWorld,
  subject,
} from '../evaluate/program.test-support.ts';
import { makeSubjects } from '../evaluate/random-subjects.test-support.ts';
import { boundaryCases, capCases, findUnforeseen } from './boundary-cases.ts';
import { findBreaches, type Breach } from './metamorphic.ts';

const asOf = day('2026-03-01');

function breaches(closures: Closures): ReadonlySet<Breach['property']> {
  const order = { seed: 5, count: 60, from: asOf - 900, until: asOf + 30, recordsMax: 3 };
  const examination = {
    closures,
    better: { kind: 'lower' } as const,
    lifted: { penalties: [{ quashed: true }, { repaired: asOf }] },
    gravity: {
      penalties: { field: 'severity', order: smallWorld.codeLists.get('severity') ?? [] },
    },
  };
  const found = makeSubjects(smallWorld, order).flatMap((facts) =>
    findBreaches(examination, { facts, asOf }),
  );
  return new Set(found.map(({ property }) => property));
}

const sound =
  'penalties.filter(r, !r.quashed && !has(r.repaired) && within(r.decided, P24M)).sum(r, r.severity == serious ? 3 : 1)';

describe('what must hold of every program', () => {
  it('holds of a sound one', () => {
    expect(breaches(compileClosures(programOfTexts({ answer: sound })))).toEqual(new Set());
  });

  it.each([
    ['penalties.filter(r, r.quashed).size()', 'lifted-record-worsens'],
    ['penalties.filter(r, !r.quashed && r.severity != serious).size()', 'graver-record-helps'],
  ])('is missed by %s', (text, property) => {
    expect(breaches(compileClosures(programOfTexts({ answer: text })))).toContain(property);
  });

  it('is missed by an engine that minds the order of records, or remembers the last subject', () => {
    const closures = compileClosures(programOfTexts({ answer: sound }));
    const byOrder: Closures = {
      ...closures,
      evaluate: (facts) => {
        const first = facts.records['penalties']?.[0]?.id ?? '';
        return { result: first.length, rules: [first === 'penalties-0' ? 0 : 1] };
      },
    };
    let asked = 0;
    const forgetful: Closures = {
      ...closures,
      evaluate: ({ id }) => {
        if (id === 'another') asked += 1;
        return { result: asked, rules: [asked] };
      },
    };
    expect(breaches(byOrder)).toContain('order-of-records-matters');
    expect(breaches(forgetful)).toContain('record-of-another-matters');
  });
});

describe('generated boundary cases', () => {
  const evaluator = createEvaluator(
    programOfTexts({
      answer: 'cap(penalties.filter(r, within(r.decided, P12M)).size() * 40, 60)',
    }),
  );
  const facts = subject({ penalties: [penalty('p')] });

  it('stand on both sides of every day on which time changes the answer', () => {
    const cases = boundaryCases(evaluator, facts, [day('2025-01-01'), day('2027-01-01')]);
    expect(cases.map(({ on, result }) => [on, result])).toEqual([
      ['2025-03-30', 0],
      ['2025-03-31', 40],
      ['2025-04-01', 40],
      ['2026-03-30', 40],
      ['2026-03-31', 0],
      ['2026-04-01', 0],
    ]);
  });

  it('reach the edge of every cap', () => {
    const edges = capCases(evaluator, facts, day('2025-06-01'));
    expect(edges.map(({ records }) => records['penalties']?.length)).toEqual([2]);
  });

  it('tell when a day changes the answer that nobody foresaw', () => {
    const days = [day('2025-01-01'), day('2027-01-01')] as const;
    expect(findUnforeseen(evaluator, facts, days)).toEqual([]);
    const blind = { ...evaluator, daysBetween: () => [day('2025-03-31')] };
    expect(findUnforeseen(blind, facts, days)).toEqual([{ subject: 's-1', on: '2026-03-31' }]);
  });
});
