import type { Value } from '../../evaluate/value.ts';
import type { Program, Rule } from '../../language/program.ts';
import type { Parameter } from '../parameters.ts';
import { factOf } from '../read-population.ts';
import { typeOfRule } from '../type-of-rule.ts';
import { storageOf, type NumberArray } from '../storage.ts';

/** The result of one rule for every subject of a population. */
export interface ResultColumn {
  readonly rule: string;
  /** Truth values as 0 and 1, codes as the index in their list. */
  readonly values: NumberArray;
  /** The result for one subject as evaluation of a single subject gives it. */
  at(index: number): Value;
}

/** Which subjects of a population: from the one to before the other. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A program ready to run over one population, many times. */
export interface BoundProgram {
  /** Parameters of a day, in the order in which `runWith` reads them. */
  parametersOn(asOf: number): readonly number[];
  readonly parameters: readonly Parameter[];
  /** Arrays for results, one for each rule kept. */
  createResults(): readonly ResultColumn[];
  /** Fills the results of a stretch with those of the day whose parameters begin at `base`. */
  runWith(
    results: readonly NumberArray[],
    parameters: Float64Array,
    base: number,
    stretch: Stretch,
  ): void;
}

/** Empty columns for the results of some rules. */
export function createResults(
  { world }: Program,
  kept: readonly Rule[],
  size: number,
): readonly ResultColumn[] {
  return kept.map((rule) => {
    const { name } = rule;
    const type = typeOfRule(rule);
    const storage = storageOf(type, world);
    if (storage.kind !== 'numbers') throw new RangeError(`Rule "${name}" yields several codes.`);
    const values = storage.create(size);
    return {
      rule: name,
      values,
      at(index) {
        const fact = factOf(world, type, [values[index] ?? 0]);
        if (fact === undefined || typeof fact === 'object') throw new RangeError(name);
        return fact;
      },
    };
  });
}
