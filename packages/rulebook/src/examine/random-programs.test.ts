import { createRandom } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { randomProgram } from '../compile/random-program.test-support.ts';
import { randomDay } from '../compile/random-world.test-support.ts';
import { randomSubjects } from '../compile/random-subjects.test-support.ts';
import { findUnforeseen } from './boundary-cases.ts';
import { createEvaluator } from '../evaluate/explain-fully.ts';
import { writeTraceJson } from '../evaluate/trace-json.ts';

const isLong = process.env['CREDENCE_LONG'] === '1';
const [programs, days] = isLong ? [300, 2_200] : [25, 250];

describe('any program', () => {
  const made = Array.from({ length: programs }, (_, seed) => {
    const random = createRandom(seed, 'evaluate');
    const program = randomProgram(random);
    const subjects = randomSubjects(random, program.world, 8);
    return { evaluator: createEvaluator(program), subjects, asOf: randomDay(random) };
  });

  it('is traced to the very results it evaluates to, in canonical JSON', () => {
    for (const { evaluator, subjects, asOf } of made) {
      for (const facts of subjects) {
        const { rules } = evaluator.evaluate(facts, asOf);
        const trace = evaluator.explain(facts, asOf, { knownAt: '2026-01-01' });
        const dates = trace.steps.map(({ value }, place) =>
          evaluator.rules[place]?.rule.value.type.kind === 'date' ? rules[place] : value,
        );
        expect(dates).toEqual(rules);
        expect(() => JSON.parse(writeTraceJson(trace)) as unknown).not.toThrow();
      }
    }
  });

  it('changes on no day that was not foreseen', () => {
    for (const { evaluator, subjects, asOf } of made) {
      const found = subjects.flatMap((facts) =>
        findUnforeseen(evaluator, facts, [asOf, asOf + days]),
      );
      expect(found).toEqual([]);
    }
  });
});
