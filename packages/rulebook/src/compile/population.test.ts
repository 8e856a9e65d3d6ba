import { createRandom } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { compileClosures } from '../evaluate/compile-closures.ts';
import type { SubjectFacts } from '../language/facts.ts';
import { programOfTexts } from '../evaluate/program.test-support.ts';
import type { World } from '../language/world.ts';
import { toPopulation } from './build-population.ts';
import { compileColumns } from './columns/compile-columns.ts';
import { randomSubjects } from './random-subjects.test-support.ts';
import { randomWorld } from './random-world.test-support.ts';
import { subjectFactsAt } from './read-population.ts';

/** A world with one code list of the given length, for one code and for several. */
function worldOf(count: number): World {
  const codes = Array.from({ length: count }, (_, index) => `code_${index}`);
  return {
    codeLists: new Map([['kind', codes]]),
    subject: new Map(),
    collections: new Map([
      [
        'entries',
        {
          fields: new Map([
            ['kind', { type: { kind: 'code', list: 'kind' }, optional: false }],
            ['kinds', { type: { kind: 'codes', list: 'kind' }, optional: false }],
          ]),
          most: 10,
          active: undefined,
        },
      ],
    ]),
    record: undefined,
    values: new Map(),
    currency: 'CNY',
  };
}

function entry(kind: string, kinds: readonly string[]): SubjectFacts {
  return { id: kind, facts: {}, records: { entries: [{ id: '1', facts: { kind, kinds } }] } };
}

describe('a population', () => {
  it('gives back the facts it was made of', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const random = createRandom('population', seed);
      const world = randomWorld(random);
      const subjects = randomSubjects(random, world, 10);
      const population = toPopulation(world, subjects);
      expect(subjects.map((_, index) => subjectFactsAt(population, index))).toEqual(subjects);
    }
  });

  it('refuses facts that are missing, of another type or out of bounds', () => {
    const world = worldOf(3);
    expect(() => toPopulation(world, [entry('code_3', [])])).toThrow('"kind" is "code_3"');
    expect(() => toPopulation(world, [entry('code_1', ['code_9'])])).toThrow('"kinds"');
    const lacking = { id: 'a', facts: {}, records: { entries: [{ id: '1', facts: {} }] } };
    expect(() => toPopulation(world, [lacking])).toThrow('lacks "kind"');
  });

  it.each([2, 31, 32, 33, 255, 256, 257, 65_535, 65_536, 65_537, 70_000])(
    'tells every code of a list of %i from every other',
    (count) => {
      const world = worldOf(count);
      const all = world.codeLists.get('kind') ?? [];
      // Both ends, and codes that a column too narrow would take for another.
      const places = [0, 1, count - 1, count - 2, count - 256, count - 65_536].filter(
        (place) => place >= 0,
      );
      const codes = [...new Set(places)].map((place) => all[place] ?? '');
      const subjects = codes.map((code) => entry(code, [code]));
      const population = toPopulation(world, subjects);
      for (const code of codes) {
        const program = programOfTexts(
          {
            one: `entries.filter(r, r.kind == ${code}).size()`,
            many: `entries.filter(r, r.kinds.exists(k, k == ${code})).size()`,
            listed: `entries.filter(r, r.kind in [${code}]).size()`,
            result: 'one + many * 2 + listed * 4',
          },
          { world },
        );
        const [found] = compileColumns(program).run(population, 20_000);
        const { evaluate } = compileClosures(program);
        const expected = subjects.map((subject) => evaluate(subject, 20_000).result);
        expect(expected).toEqual(codes.map((each) => (each === code ? 7 : 0)));
        expect(subjects.map((_, index) => found?.at(index))).toEqual(expected);
      }
    },
  );
});
