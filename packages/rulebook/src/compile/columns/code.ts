import type { Program } from '../../language/program.ts';
import type { Field } from '../../language/world.ts';
import { createParameters, type Parameter, type Parameters } from '../parameters.ts';
import type { Column, Population } from '../population.ts';
import { planProgram, type Plan } from '../plan.ts';
import type { NumberArray } from '../storage.ts';

/** One array that generated code reads. */
export interface ArrayUse {
  /** Undefined for facts of the subject itself. */
  readonly collection: string | undefined;
  /** Undefined for the offsets of the collection's records. */
  readonly field: string | undefined;
  readonly part: 'values' | 'present' | 'offsets';
}

/**
 * What generated code speaks of. It knows numbered names only: `c3` an array of facts, `p2` a
 * parameter of the day, `s1` a set of numbers, `a4` an aggregate, `r5` a rule. No name or text of a
 * card ever becomes code.
 */
export interface Code {
  readonly program: Program;
  readonly plan: Plan;
  readonly parameters: Parameters;
  readonly arrays: readonly ArrayUse[];
  readonly sets: readonly ReadonlySet<number>[];
  arrayName(use: ArrayUse): string;
  parameterName(parameter: Parameter): string;
  setName(members: readonly number[]): string;
  ruleName(rule: string): string;
}

/** Names for the code of one program. */
export function createCode(program: Program): Code {
  const arrays: ArrayUse[] = [];
  const sets: ReadonlySet<number>[] = [];
  const places = new Map<string, number>();
  const parameters = createParameters();
  const ruleNames = new Map(program.rules.map(({ name }, index) => [name, `r${index}`]));
  const placeOf = <T>(list: T[], key: string, item: T): number => {
    const place = places.get(key) ?? list.push(item) - 1;
    places.set(key, place);
    return place;
  };
  return {
    program,
    plan: planProgram(program),
    parameters,
    arrays,
    sets,
    arrayName: (use) =>
      `c${placeOf(arrays, JSON.stringify([use.collection, use.field, use.part]), use)}`,
    parameterName: (parameter) => `p${parameters.place(parameter)}`,
    setName: (members) => `s${placeOf(sets, `set ${members.join()}`, new Set(members))}`,
    ruleName(rule) {
      const name = ruleNames.get(rule);
      if (name === undefined) throw new RangeError(`The program has no rule "${rule}".`);
      return name;
    },
  };
}

/** The declaration of a field, of the subject or of records of a collection. */
export function fieldOf({ world }: Program, collection: string | undefined, name: string): Field {
  const fields =
    collection === undefined ? world.subject : world.collections.get(collection)?.fields;
  const field = fields?.get(name);
  if (field === undefined) throw new RangeError(`The world has no field "${name}".`);
  return field;
}

/** The arrays of a population in the order in which code names them. */
export function bindArrays(
  population: Population,
  uses: readonly ArrayUse[],
): readonly NumberArray[] {
  return uses.map((use) => {
    const { collection, field, part } = use;
    const records = collection === undefined ? undefined : population.collections.get(collection);
    if (field === undefined) return records?.offsets ?? missing(use);
    const columns = collection === undefined ? population.subjects.columns : records?.columns;
    const column = columns?.get(field);
    if (column === undefined) return missing(use);
    return arrayOf(column, part) ?? missing(use);
  });
}

function arrayOf(column: Column, part: ArrayUse['part']): NumberArray | undefined {
  if (part === 'present') return column.present;
  if (part === 'values') return column.values;
  return column.kind === 'members' ? column.offsets : undefined;
}

function missing({ collection = 'subject', field = '', part }: ArrayUse): never {
  throw new RangeError(`The population has no ${part} of "${collection}.${field}".`);
}
