import type { RandomKey } from '../../random/random.ts';
import {
  choose,
  examplesOf,
  fitChoice,
  foldsOf,
  type Choice,
  type Example,
  type ModelKind,
} from './choose.ts';
import { evaluate, type Evaluation, type Period } from './evaluate.ts';
import type { FeatureTable } from './feature.ts';
import { featuresOf } from './features.ts';
import type { Foresight, Model } from './model.ts';
import type { Visit } from './visit.ts';

export interface BacktestInput {
  /** Visits with a result; their days decide everything about the model. */
  readonly history: readonly Visit[];
  /** Visits to foresee, none before the last day of the history. */
  readonly test: readonly Visit[];
  readonly model: ModelKind;
  readonly seed: RandomKey;
  /** How often days are drawn anew for an interval. */
  readonly draws?: number;
}

/** One stretch to choose by and one to measure on. */
const FOLDS_MIN = 2;

/** A model, what it foresees, and how far that may be trusted. */
export interface Backtest {
  readonly kind: 'measured';
  readonly choice: Choice;
  readonly model: Model;
  /** In the order of the test visits. */
  readonly foresights: readonly Foresight[];
  /**
   * On the later half of the history's stretches, each foreseen from the days before it by what the
   * earlier half chose: what chose a model must not be what it is judged on.
   */
  readonly onHistory: Evaluation;
  /** On the test visits, where their results are known. */
  readonly onTest?: Evaluation;
}

/** Why a model cannot be tried on these visits at all. */
export type BacktestRefusal =
  | { readonly kind: 'history-too-short'; readonly visits: number; readonly found: number }
  | { readonly kind: 'test-before-history'; readonly id: string; readonly lastDay: string }
  | { readonly kind: 'visit-in-both'; readonly id: string }
  | { readonly kind: 'result-missing'; readonly id: string };

/**
 * Fits a model on the history alone and foresees the test visits from what was known on the eve of
 * each. Everything that is chosen is chosen by foreseeing later stretches of the history from
 * earlier ones; the results of test visits, where known, only measure, and inform later test visits
 * of the same place as they would in life.
 */
export function backtest(input: BacktestInput): Backtest | BacktestRefusal {
  const refusal = refusalOf(input);
  if (refusal !== undefined) return refusal;
  const { history, test, seed, draws } = input;
  const visits = [...history, ...test];
  const table = featuresOf(visits, history);
  const examples = examplesOf(history, table);
  const folds = foldsOf(examples);
  if (folds.length < FOLDS_MIN) {
    const found = examples.filter(({ visit }) => visit.result.found).length;
    return { kind: 'history-too-short', visits: history.length, found };
  }
  const choice = choose(table, folds, input.model);
  const half = Math.floor(folds.length / 2);
  const tried = choose(table, folds.slice(0, half), input.model);
  const measured = { visits, seed, ...(draws !== undefined && { draws }) };
  const model = fitChoice(table, examples, choice);
  const testTable = { ...table, rows: table.rows.slice(history.length) };
  const answered = examplesOf(test, testTable);
  return {
    ...{ kind: 'measured', choice, model },
    foresights: testTable.rows.map((row) => model.foresee(row)),
    onHistory: evaluate(
      folds.slice(half).map((fold) => periodOf(table, fold, tried)),
      measured,
    ),
    ...(answered.length > 0 &&
      answered.length === test.length && {
        onTest: evaluate(
          [periodOf(table, { earlier: examples, later: answered }, choice)],
          measured,
        ),
      }),
  };
}

function periodOf(
  table: FeatureTable,
  { earlier, later }: { readonly earlier: readonly Example[]; readonly later: readonly Example[] },
  choice: Choice,
): Period {
  const model = fitChoice(table, earlier, choice);
  const values = later.map(({ row }) => model.foresee(row).probability);
  return { earlier, later, values };
}

function refusalOf({ history, test }: BacktestInput): BacktestRefusal | undefined {
  const known = new Set(history.map(({ id }) => id));
  const both = test.find(({ id }) => known.has(id));
  if (both !== undefined) return { kind: 'visit-in-both', id: both.id };
  const open = history.find(({ result }) => result === undefined);
  if (open !== undefined) return { kind: 'result-missing', id: open.id };
  const last = history.reduce<string>((latest, { day }) => (day > latest ? day : latest), '');
  const early = test.find(({ day }) => day <= last);
  if (early !== undefined) return { kind: 'test-before-history', id: early.id, lastDay: last };
  return undefined;
}
