import { compileClosures } from '../../evaluate/compile-closures.ts';
import type { Value } from '../../evaluate/value.ts';
import type { Program, Rule } from '../../language/program.ts';
import type { Population } from '../population.ts';
import { subjectFactsAt } from '../read-population.ts';
import { membersOf } from '../storage.ts';
import { createResults, type BoundProgram } from './bound-program.ts';

/** Runs the closures of single subjects over a population: slower, and without code made on the way. */
export function runClosuresOver(
  program: Program,
  kept: readonly Rule[],
): (population: Population) => BoundProgram {
  const closures = compileClosures(program);
  const places = kept.map((rule) => program.rules.indexOf(rule));
  const numberOf = kept.map(({ value: { type } }) => {
    const codes = type.kind === 'code' ? membersOf(type.list, program.world) : [];
    return (value: Value | undefined): number =>
      typeof value === 'string' ? codes.indexOf(value) : Number(value);
  });
  return (population) => ({
    parameters: [{ kind: 'as-of' }],
    parametersOn: (asOf) => [asOf],
    createResults: () => createResults(program, kept, population.size),
    runWith(results, parameters, base, { from, to }) {
      for (let index = from; index < to; index += 1) {
        const facts = subjectFactsAt(population, index);
        const { rules } = closures.evaluate(facts, parameters[base] ?? 0);
        results.forEach((values, place) => {
          values[index] = numberOf[place]?.(rules[places[place] ?? -1]) ?? 0;
        });
      }
    },
  });
}
