import { compileColumns, createEvaluator } from '@credence/rulebook';
import { describe, expect, it } from 'vitest';

import { decide, measureEntries, objectsAt } from './decide.ts';
import { asOf, generateRegister } from './generate-register.ts';
import { runByHand } from './hand-written.ts';
import { printRules, programOf } from './print-language.ts';
import { benchRules, withLongerPeriods } from './rule-table.ts';
import { gradesOf } from './rulebook.ts';
import { populationOf, subjectsOf } from './to-population.ts';

const register = generateRegister(100_000);

function byHand(count: number, more = 0): number[] {
  const results = new Int32Array(count);
  runByHand(register, results, { from: 0, to: count, more });
  return [...results];
}

describe('the benchmark of rules', () => {
  it('is the one its results are known of', () => {
    expect(register.records).toBe(499_844);
    expect(gradesOf(register)).toEqual({ A: 70_082, B: 24_264, C: 1_669, D: 3_985 });
  });

  it('gets the same from columns, closures and a host that counts', () => {
    const program = programOf(printRules([benchRules], 'days'));
    const [columns] = compileColumns(program).run(populationOf(register), asOf);
    expect([...(columns?.values ?? [])]).toEqual(byHand(100_000));
    const { evaluate } = createEvaluator(program);
    const some = subjectsOf(register, 2_000);
    expect(some.map((subject) => evaluate(subject, asOf).result)).toEqual(byHand(2_000));
    const counted = some.map((_, index) => {
      const { organisation, entries } = objectsAt(register, index);
      return decide(benchRules, organisation, (measure) => measureEntries(measure, entries));
    });
    expect(counted).toEqual(byHand(2_000));
  });

  it('gets the same from many rules, divided into functions', () => {
    const more = Array.from({ length: 20 }, (_, place) => place * 11);
    const tables = more.map((days) => withLongerPeriods(benchRules, days));
    const [columns] = compileColumns(programOf(printRules(tables, 'days'))).run(
      populationOf(generateRegister(1_000)),
      asOf,
    );
    const sums = more
      .map((days) => byHand(1_000, days))
      .reduce((sum, each) => sum.map((value, index) => value + (each[index] ?? 0)));
    expect([...(columns?.values ?? [])]).toEqual(sums);
  });
});
