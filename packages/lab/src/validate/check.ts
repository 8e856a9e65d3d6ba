import type { RunOptions, RunResult } from '../engine/run-model.ts';
import { runModel } from '../engine/run-model.ts';
import type { Kinds, Model } from '../engine/model.ts';
import type { Regime } from '../regime/regime.ts';

/** A text in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** How much work a check may do, and what is known where it runs. */
export interface Effort {
  /** `brief` for every change of the code, `full` for a release, `long` by flag. */
  readonly size: 'brief' | 'full' | 'long';
  readonly seed: number;
  /** Parameters to get wrong on purpose: a check that does not notice checks nothing. */
  readonly wrong?: Readonly<Record<string, number>>;
  /** Folder of reference data, where there is one. */
  readonly shared?: string;
  /** How the regimes of the world's relations are opened; the shipped ones unless said. */
  readonly openRegime?: (id: 'cn-2026' | 'none', options: { months: number }) => Promise<Regime>;
}

/** A figure beside its reference. */
export interface Figure {
  readonly name: string;
  readonly found: number;
  readonly reference: number;
  /** How far apart they may be; for a limit, 0. */
  readonly within: number;
  /** `told` has no reference: it is printed with its interval and judged by nobody. */
  readonly rule: 'near' | 'at-least' | 'above' | 'equal' | 'told';
}

export type CheckOutcome =
  | { readonly kind: 'ran'; readonly figures: readonly Figure[] }
  | { readonly kind: 'not-run'; readonly why: Said };

/** One of the checks V1 to V12. */
export interface Check {
  readonly id: string;
  readonly title: Said;
  readonly cannotTell: Said;
  readonly run: (effort: Effort) => Promise<CheckOutcome>;
}

export function hasPassed({ found, reference, within, rule }: Figure): boolean {
  switch (rule) {
    case 'near':
      return Math.abs(found - reference) <= within;
    case 'at-least':
      return found >= reference - within;
    case 'above':
      return found > reference;
    case 'equal':
      return found === reference;
    case 'told':
      return true;
  }
}

/** A share that was counted, to lie within three standard errors of what it should be. */
export function shareFigure(name: string, found: number, of: number, reference: number): Figure {
  const within = 3 * Math.sqrt((reference * (1 - reference)) / of);
  return { name, found: found / of, reference, within, rule: 'near' };
}

/** A mean of independent values, to lie within three of their standard errors of its reference. */
export function meanFigure(name: string, values: ArrayLike<number>, reference: number): Figure {
  const { mean, error } = meanOf(values);
  return { name, found: mean, reference, within: 3 * error, rule: 'near' };
}

export function meanOf(values: ArrayLike<number>): { mean: number; error: number } {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (all.length - 1) / all.length) };
}

/** Runs a model to its end, with the parameters that are wrong on purpose. */
export async function runFor<K extends Kinds>(
  model: Model<K>,
  { seed, wrong = {} }: Effort,
  options: Omit<RunOptions, 'seed'>,
): Promise<RunResult<K>> {
  const own = Object.entries(wrong).filter(([name]) => name in model.parameters);
  const parameters = { ...options.parameters, ...Object.fromEntries(own) };
  const result = await runModel(model, { seed, ...options, parameters });
  if (result.kind !== 'done') throw new Error('A run without a signal was cancelled.');
  return result;
}

/** The number for the size of the work. */
export function bySize<T>({ size }: Effort, brief: T, full: T, long: T = full): T {
  return { brief, full, long }[size];
}
