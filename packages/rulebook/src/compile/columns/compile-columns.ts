import type { Program, Rule } from '../../language/program.ts';
import { parametersOn } from '../parameters.ts';
import type { Population } from '../population.ts';
import type { NumberArray } from '../storage.ts';
import { createResults, type BoundProgram, type ResultColumn } from './bound-program.ts';
import { bindArrays, createCode } from './code.ts';
import { runClosuresOver } from './run-closures.ts';
import { writeProgram } from './write-program.ts';

/** How a program is made ready for populations. */
export interface ColumnOptions {
  /** Results that are kept: of the program, or of every rule. The program's alone unless said. */
  readonly keep?: 'result' | 'every-rule';
  /**
   * `generated` makes JavaScript of the checked program, with `new Function`; `closures` runs the
   * closures of single subjects, for hosts that forbid code made at run time. Generated unless said.
   */
  readonly engine?: 'generated' | 'closures';
  /** From how many aggregates or rules on work is divided into functions, and how many each has. */
  readonly limits?: { readonly fused: number; readonly part: number };
}

/** A program ready for populations of its world. */
export interface ColumnProgram {
  readonly program: Program;
  /** Rules whose results are kept, the program's own result last. */
  readonly kept: readonly Rule[];
  /** What was generated; undefined where closures run. */
  readonly source: string | undefined;
  bind(population: Population): BoundProgram;
  /** Results for every subject on a day (days since 1970-01-01). */
  run(population: Population, asOf: number): readonly ResultColumn[];
}

type Kernel = (
  arrays: readonly NumberArray[],
  sets: readonly ReadonlySet<number>[],
  parameters: Float64Array,
  base: number,
  handedOn: readonly Float64Array[],
  out: readonly NumberArray[],
  from: number,
  to: number,
) => void;

/** Subjects whose numbers are handed on at a time: few, so that the arrays stay in the fastest memory. */
const block = 128;

/** Compiles a program for whole populations; the results are those of `compileClosures`. */
export function compileColumns(program: Program, options: ColumnOptions = {}): ColumnProgram {
  const kept = keptRules(program, options);
  const bind =
    options.engine === 'closures'
      ? { source: undefined, bind: runClosuresOver(program, kept) }
      : bindGenerated(program, kept, options);
  return {
    program,
    kept,
    source: bind.source,
    bind: bind.bind,
    run(population, asOf) {
      const bound = bind.bind(population);
      const results = bound.createResults();
      bound.runWith(
        results.map(({ values }) => values),
        Float64Array.from(bound.parametersOn(asOf)),
        0,
        { from: 0, to: population.size },
      );
      return results;
    },
  };
}

function bindGenerated(
  program: Program,
  kept: readonly Rule[],
  { limits }: ColumnOptions,
): Pick<ColumnProgram, 'source' | 'bind'> {
  const code = createCode(program);
  const { text, handedOn } = writeProgram(code, kept, limits);
  const kernels = toKernels(text);
  const parameters = code.parameters.list;
  return {
    source: text,
    bind(population) {
      const arrays = bindArrays(population, code.arrays);
      const between = Array.from({ length: handedOn }, () => new Float64Array(block));
      const step = kernels.length > 1 ? block : Math.max(population.size, 1);
      return {
        parameters,
        parametersOn: (asOf) => parametersOn(program, parameters, asOf),
        createResults: () => createResults(program, kept, population.size),
        runWith(results, values, base, { from, to }) {
          for (let at = from; at < to; at += step) {
            const end = Math.min(at + step, to);
            for (const kernel of kernels) {
              kernel(arrays, code.sets, values, base, between, results, at, end);
            }
          }
        },
      };
    },
  };
}

/** The only place where text becomes code: it was written from a checked tree, names by number. */
function toKernels(text: string): readonly Kernel[] {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const kernels: unknown = Reflect.apply(new Function(text), undefined, []);
  if (!Array.isArray(kernels) || !kernels.every(isKernel)) {
    throw new TypeError('A compiled program is no list of functions.');
  }
  return kernels;
}

function isKernel(value: unknown): value is Kernel {
  return typeof value === 'function';
}

function keptRules(program: Program, { keep = 'result' }: ColumnOptions): readonly Rule[] {
  const result = program.rules.filter(({ name }) => name === program.result);
  if (result.length !== 1) throw new RangeError(`No rule is named "${program.result}".`);
  if (keep === 'result') return result;
  return [...program.rules.filter(({ name }) => name !== program.result), ...result];
}
