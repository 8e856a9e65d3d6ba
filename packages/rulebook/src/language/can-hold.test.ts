import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compileClosures } from '../evaluate/compile-closures.ts';
import { canHold } from './can-hold.ts';
import { checkExpression } from './check-expression.ts';
import type { Fact } from './facts.ts';
import { programOfExpression } from './program-of-expression.test-support.ts';
import { randomFacts, sharedTexts } from './random-texts.test-support.ts';
import type { World } from './world.ts';
import { bool, code, maybe, always, int, world } from './worlds.test-support.ts';
import { write } from './write.ts';

const runs = process.env['CREDENCE_LONG'] === '1' ? 20_000 : 150;
const timeout = runs > 1_000 ? 900_000 : 30_000;

/** A world small enough to try everything that can be so. */
const tiny: World = {
  codeLists: new Map([
    ['few', ['a', 'b', 'c']],
    ['kind', ['x', 'y']],
  ]),
  subject: new Map([
    ['one', maybe(code('few'))],
    ['kinds', always({ kind: 'codes', list: 'kind' })],
    ['number', maybe(int(0, 3))],
    ['flag', always(bool)],
  ]),
  collections: new Map(),
  record: undefined,
  values: new Map(),
  currency: 'CNY',
};

const everything: readonly Readonly<Record<string, Fact>>[] = [undefined, 'a', 'b', 'c'].flatMap(
  (one) =>
    [undefined, 0, 1, 2, 3].flatMap((number) =>
      [[], ['x'], ['y'], ['x', 'y']].flatMap((kinds) =>
        [true, false].map((flag) => ({ one, number, kinds, flag })),
      ),
    ),
);

const comparison = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');
const bound = fc.integer({ min: -1, max: 4 });

/** Conditions on the tiny world, each field asked in any number of ways. */
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('org.flag', 'has(org.one)', 'has(org.number)'),
    fc
      .subarray(['a', 'b', 'c'], { minLength: 1 })
      .map((list) => `has(org.one) && org.one in [${list.join(', ')}]`),
    fc
      .tuple(comparison, bound)
      .map(([how, n]) => `has(org.number) && org.number ${how} ${String(n)}`),
    fc.tuple(comparison, bound).map(([how, n]) => `org.kinds.size() ${how} ${String(n)}`),
    fc
      .tuple(
        fc.constantFrom('exists', 'all'),
        fc.constantFrom('x', 'y'),
        fc.constantFrom('==', '!='),
      )
      .map(([word, of, how]) => `org.kinds.${word}(k, k ${how} ${of})`),
    tie('condition').map((of) => `!(${of})`),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) && (${b})`),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `(${a}) || (${b})`),
    fc
      .tuple(tie('condition'), tie('condition'), tie('condition'))
      .map(([a, b, c]) => `((${a}) ? (${b}) : (${c}))`),
  ),
}));

describe('canHold', () => {
  it(
    'says exactly what trying everything says, where fields are asked and nothing else',
    { timeout },
    () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(condition, (text) => {
          const outcome = checkExpression(text, { world: tiny, expected: { kind: 'bool' } });
          if (outcome.kind === 'refused') throw new Error(outcome.faults[0].message);
          const closures = compileClosures(programOfExpression(outcome.expression, tiny));
          const holds = everything.some(
            (facts) => closures.evaluate({ id: 'x', facts, records: {} }, 0).result === true,
          );
          const answer = canHold(outcome.expression, tiny);
          seen.add(answer);
          expect(answer, write(outcome.expression, tiny)).toBe(holds ? 'yes' : 'no');
        }),
        { numRuns: runs },
      );
      expect([...seen].sort()).toEqual(['no', 'yes']);
    },
  );

  it('never calls impossible what some facts make hold', { timeout }, () => {
    fc.assert(
      fc.property(
        sharedTexts(),
        fc.array(randomFacts(), { minLength: 5, maxLength: 5 }),
        (text, all) => {
          const outcome = checkExpression(text, { world, expected: { kind: 'bool' } });
          if (outcome.kind === 'refused' || canHold(outcome.expression, world) !== 'no') return;
          const closures = compileClosures(programOfExpression(outcome.expression, world));
          for (const facts of all) expect(closures.evaluate(facts, 19_050).result).toBe(false);
        },
      ),
      { numRuns: runs },
    );
  });
});
