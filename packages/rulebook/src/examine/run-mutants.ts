import { compileClosures } from '../evaluate/compile-closures.ts';
import type { Program } from '../language/program.ts';
import { mutateProgram } from './mutate-program.ts';
import { runCases, type RuleCase } from './run-cases.ts';

/** A mutant that no case can tell from the rule, and the reason. */
export interface Waiver {
  readonly mutant: string;
}

/** How many mistakes the cases of a card would notice. */
export interface MutationReport {
  readonly mutants: number;
  readonly killed: number;
  /** Mutants that no case notices and no waiver excuses. */
  readonly survived: readonly string[];
  readonly waived: readonly string[];
  /** Waivers of mutants that do not exist, or that a case does notice. */
  readonly needless: readonly string[];
}

/** Makes every small mistake in a program and looks whether a case notices. */
export function runMutants(
  program: Program,
  cases: readonly RuleCase[],
  waivers: readonly Waiver[] = [],
): MutationReport {
  const excused = new Set(waivers.map(({ mutant }) => mutant));
  const mutants = mutateProgram(program);
  const alive = mutants.filter((mutant) => !isNoticed(mutant.program, cases));
  const waived = alive.filter(({ name }) => excused.has(name)).map(({ name }) => name);
  return {
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    survived: alive.filter(({ name }) => !excused.has(name)).map(({ name }) => name),
    waived,
    needless: [...excused].filter((name) => !waived.includes(name)),
  };
}

function isNoticed(program: Program, cases: readonly RuleCase[]): boolean {
  try {
    const closures = compileClosures(program);
    return cases.some((each) => runCases(closures, [each]).length > 0);
  } catch (error) {
    // A mistake that lets a fact be read that is not there is noticed, too.
    if (error instanceof RangeError) return true;
    throw error;
  }
}
