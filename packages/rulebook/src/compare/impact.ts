import { compileColumns } from '../compile/columns/compile-columns.ts';
import type { ResultColumn } from '../compile/columns/bound-program.ts';
import { toPopulation } from '../compile/build-population.ts';
import { askedFields } from '../evaluate/asked-fields.ts';
import type { SubjectFacts } from '../language/facts.ts';
import type { Program } from '../language/program.ts';
import type { Field, World } from '../language/world.ts';

/** One of two programs that are compared. */
export interface ImpactSide {
  readonly program: Program;
  /** Codes of the classes, best first. */
  readonly classes: readonly string[];
}

/** Facts of the same subjects in the same order, as either law takes them. */
export interface ComparedSubjects {
  readonly baseline: readonly SubjectFacts[];
  readonly draft: readonly SubjectFacts[];
}

/** What becomes of one subject. */
export interface Outcome {
  readonly from: string;
  readonly to: string;
  /** Places of both classes in the order of their own program, best first. */
  readonly direction: 'worse' | 'better' | 'same';
  /** The rule whose value differs most; `bands` where only the limits of the classes differ. */
  readonly cause?: string;
}

/** Both programs over the same subjects on a day (days since 1970-01-01). */
export type Comparison = (subjects: ComparedSubjects, asOf: number) => readonly Outcome[];

/**
 * Makes two programs ready to be run over the same subjects, and to say for each what would change
 * and which rule makes it change: the difference of the values rule by rule. A register is compared
 * in slices; what is compiled here serves all of them.
 */
export function createComparison(baseline: ImpactSide, draft: ImpactSide): Comparison {
  const [runBaseline, runDraft] = [prepareSide(baseline), prepareSide(draft)];
  const names = ownRules(draft);
  return (subjects, asOf) => {
    const before = runBaseline(subjects.baseline, asOf);
    const after = runDraft(subjects.draft, asOf);
    return subjects.baseline.map((_, index) => {
      const [from, to] = [resultAt(before, baseline, index), resultAt(after, draft, index)];
      const step = draft.classes.indexOf(to) - baseline.classes.indexOf(from);
      if (step === 0 && from === to) return { from, to, direction: 'same' };
      const direction = step > 0 ? 'worse' : step < 0 ? 'better' : 'same';
      return { from, to, direction, cause: findCause(before, after, { index, names }) };
    });
  };
}

type Results = ReadonlyMap<string, ResultColumn>;

function prepareSide({
  program,
}: ImpactSide): (subjects: readonly SubjectFacts[], asOf: number) => Results {
  const world = narrow(program.world, askedFields(program));
  const columns = compileColumns(program, { keep: 'every-rule' });
  return (subjects, asOf) => {
    const results = columns.run(toPopulation(world, subjects), asOf);
    return new Map(results.map((column) => [column.rule, column]));
  };
}

/** Facts that no rule asks for need not be known of anyone. */
function narrow(world: World, asked: ReadonlySet<string>): World {
  const only = (of: string, fields: ReadonlyMap<string, Field>) =>
    new Map([...fields].filter(([name]) => asked.has(`${of}.${name}`)));
  return {
    ...world,
    subject: only('org', world.subject),
    collections: new Map(
      [...world.collections].map(([name, collection]) => [
        name,
        { ...collection, fields: only(name, collection.fields) },
      ]),
    ),
  };
}

function resultAt(results: Results, { program }: ImpactSide, index: number): string {
  return String(results.get(program.result)?.at(index));
}

/** Rules that are the program's own, in its order: not their sum, and not the class made of it. */
function ownRules({ program }: ImpactSide): readonly string[] {
  return program.rules.map(({ name }) => name).filter((name) => !made.has(name));
}

const made: ReadonlySet<string> = new Set(['total', 'likelihood', 'sector_severity', 'result']);

function findCause(
  before: Results,
  after: Results,
  { index, names }: { readonly index: number; readonly names: readonly string[] },
): string {
  const all = new Set([...names, ...[...before.keys()].filter((name) => !made.has(name))]);
  let [cause, most] = ['bands', 0];
  for (const name of all) {
    // A rule that one side lacks yields nothing there.
    const difference = Math.abs(numberAt(after, name, index) - numberAt(before, name, index));
    if (difference > most) [cause, most] = [name, difference];
  }
  return cause;
}

function numberAt(results: Results, name: string, index: number): number {
  return results.get(name)?.values[index] ?? 0;
}
