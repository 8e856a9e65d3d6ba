import { fromDayNumber, type Random } from '@credence/domain';

import type { Program, Rule } from '../language/program.ts';
import { condition, sameKind, valueOf } from './random-expression.test-support.ts';
import type { Around } from './random-leaf.test-support.ts';
import { randomDay, randomWorld } from './random-world.test-support.ts';

/** A program over a world of its own, typed as the checker would type it. */
export function randomProgram(random: Random, ruleCount = random.between(3, 9)): Program {
  const world = randomWorld(random);
  const rules: Rule[] = [];
  while (rules.length < ruleCount) {
    const around: Around = {
      ...{ random, world, rules: [...rules], depth: random.between(1, 4) },
      ...{ collection: undefined, members: undefined },
    };
    const kind = random.pick(['bool', 'int', 'int', 'money', 'code', 'date'] as const);
    const value = valueOf(around, kind);
    rules.push({
      name: `rule_${rules.length}`,
      title: { zh: '规则', en: 'Rule' },
      basis: [],
      confidence: 'verified',
      inForce: inForceOf(random),
      reviewBy: fromDayNumber(30_000),
      text: '',
      value,
      exceptions: Array.from({ length: random.pick([0, 0, 0, 1, 2]) }, (_, place) => ({
        ...{ name: `exception_${place}`, title: { zh: '例外', en: 'Exception' }, basis: [] },
        confidence: 'verified' as const,
        when: condition(around),
        value: sameKind(around, value.type),
      })),
    });
  }
  return {
    ...{ card: 'test:random', edition: '', world, rules },
    round: random.pick(['up', 'down'] as const),
    result: rules.at(-1)?.name ?? '',
  };
}

function inForceOf(random: Random): Rule['inForce'] {
  if (random.chance(0.6)) return { from: fromDayNumber(0), until: 'none' };
  const [from, until] = [randomDay(random), randomDay(random)].sort((a, b) => a - b);
  return {
    from: fromDayNumber(from ?? 0),
    until: random.chance(0.4) ? 'none' : fromDayNumber((until ?? 0) + 1),
  };
}
