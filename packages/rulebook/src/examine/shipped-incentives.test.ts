import { describe, expect, it } from 'vitest';

import { createEvaluator } from '../evaluate/explain-fully.ts';
import { incentivesOfEdition } from '../program-of/incentives-of-edition.ts';
import { runCases, writeFailure } from './run-cases.ts';
import { runMutants } from './run-mutants.ts';
import { shippedEdition } from './shipped-editions.test-support.ts';

const incentives = ['cn-2023', 'cn-2026'].flatMap((code) =>
  incentivesOfEdition(shippedEdition(code)).map((each) => [`${code} ${each.id}`, each] as const),
);

it('ships the green lane in both national editions', () => {
  expect(incentives.map(([name]) => name)).toEqual([
    'cn-2023 cn.green-lane',
    'cn-2026 cn.green-lane',
  ]);
});

describe.each(incentives)('%s', (_, { card, program }) => {
  it('does what the cases beside it say', () => {
    const failures = runCases(createEvaluator(program), card.cases ?? []);
    expect(failures.map(writeFailure)).toEqual([]);
  });

  it('has a case against every small mistake', () => {
    expect(runMutants(program, card.cases ?? [], []).survived).toEqual([]);
  });

  it('adds nothing up and orders nobody: conditions, and whether all of them hold', () => {
    const kinds = program.rules.map(({ value }) => value.type.kind);
    expect(kinds).toEqual([...card.terms.eligibility.map(() => 'bool'), 'code']);
  });
});
