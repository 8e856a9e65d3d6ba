import type { Language } from '../../language/language.ts';
import type { RandomKey } from '../../random/random.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { figuresOf, sampleFigures, type FigureInterval } from './measure.ts';
import { layOut } from './ordering.ts';

/** A visit that took place, with the class its place had before the day. */
export interface ClassedVisit {
  readonly day: CivilDate;
  /** One of the `classes`. */
  readonly class: string;
  /** Whether the visit found a breach. */
  readonly found: boolean;
  readonly inspectorGroup?: string;
  /** From above 0 to 1; absent: 1. Visits picked by hand have none and stay out. */
  readonly selectionProbability?: number;
}

/** Whether classes foresaw what visits found; only `clear` may weigh in a schedule. */
export type PowerVerdict =
  | {
      readonly kind: 'clear' | 'not-clear';
      readonly visits: number;
      readonly found: number;
      /** 0.5 is chance, 1 is every pair right. */
      readonly auc: FigureInterval;
      /** The same among visits of one inspector group; absent where no group is known. */
      readonly withinInspectors?: FigureInterval;
    }
  | { readonly kind: 'too-few'; readonly visits: number; readonly found: number };

/**
 * Fewest visits that found something, and fewest that did not, before power is judged at all. Our
 * own figure: below it the interval of the figure is wider than any power seen in published data.
 */
const POWER_OUTCOMES_MIN = 30;

/**
 * Whether classes have power clearly above chance. Chance is 0.5; clear means that the lower end
 * of the 95 % interval (days drawn anew, outcomes weighed by 1 / probability of selection) lies
 * above it, over all visits and, where inspectors are known, within them: a class that only knows
 * who inspects has none.
 *
 * @throws RangeError when a visit has a class that is not listed, or a probability outside (0, 1]
 */
export function judgePower(
  visits: readonly ClassedVisit[],
  options: {
    /** Lowest risk first. */
    readonly classes: readonly string[];
    readonly seed: RandomKey;
    readonly draws?: number;
  },
): PowerVerdict {
  const ordering = layOut(
    visits.map(({ class: risk, selectionProbability: probability = 1, ...visit }) => {
      const value = options.classes.indexOf(risk);
      if (value < 0) throw new RangeError(`${risk} is none of ${options.classes.join(', ')}.`);
      if (!(probability > 0 && probability <= 1)) {
        throw new RangeError(`${probability} is no probability of selection above 0, at most 1.`);
      }
      return { ...visit, value, weight: 1 / probability };
    }),
  );
  const counts = { visits: visits.length, found: visits.filter(({ found }) => found).length };
  const { auc, aucWithinInspectors: withinInspectors } = figuresOf(
    sampleFigures([ordering], options),
  );
  return judgeFigures(counts, {
    ...(auc && { auc }),
    ...(withinInspectors && { withinInspectors }),
  });
}

/** The same verdict over figures that were already measured. */
export function judgeFigures(
  counts: { readonly visits: number; readonly found: number },
  measured: { readonly auc?: FigureInterval; readonly withinInspectors?: FigureInterval },
): PowerVerdict {
  const { auc, withinInspectors } = measured;
  const fewest = Math.min(counts.found, counts.visits - counts.found);
  if (auc === undefined || fewest < POWER_OUTCOMES_MIN) return { kind: 'too-few', ...counts };
  const isClear = auc.lower > 0.5 && (withinInspectors?.lower ?? 1) > 0.5;
  return {
    ...{ kind: isClear ? 'clear' : 'not-clear', ...counts, auc },
    ...(withinInspectors && { withinInspectors }),
  };
}

/** One sentence: what was measured, and what may therefore be done. */
export function describePower(verdict: PowerVerdict, language: Language): string {
  return language === 'zh' ? inChinese(verdict) : inEnglish(verdict);
}

function inEnglish(verdict: PowerVerdict): string {
  const { visits, found } = verdict;
  if (verdict.kind === 'too-few') {
    return (
      `Not used for scheduling: of ${visits} visits ${found} found a breach, and power is judged ` +
      `from ${POWER_OUTCOMES_MIN} with and ${POWER_OUTCOMES_MIN} without one.`
    );
  }
  const within =
    verdict.withinInspectors && `, within inspectors ${range(verdict.withinInspectors, ' to ')}`;
  const figures = `AUC ${range(verdict.auc, ' to ')}${within ?? ''} (0.5 is chance; ${visits} visits)`;
  return verdict.kind === 'clear'
    ? `Power is clearly above chance: ${figures}.`
    : `Not used for scheduling: power is not clearly above chance: ${figures}.`;
}

function inChinese(verdict: PowerVerdict): string {
  const { visits, found } = verdict;
  if (verdict.kind === 'too-few') {
    return (
      `不用于安排检查：${visits} 次检查中有 ${found} 次发现问题；` +
      `发现与未发现问题的检查各满 ${POWER_OUTCOMES_MIN} 次，方可评判预测效力。`
    );
  }
  const within =
    verdict.withinInspectors && `，同组检查人员内部比较 ${range(verdict.withinInspectors, ' 至 ')}`;
  const figures = `AUC ${range(verdict.auc, ' 至 ')}${within ?? ''}（0.5 为随机水平，共 ${visits} 次检查）`;
  return verdict.kind === 'clear'
    ? `预测效力明显高于随机水平：${figures}。`
    : `不用于安排检查：预测效力未明显高于随机水平：${figures}。`;
}

function range({ value, lower, upper }: FigureInterval, to: string): string {
  return `${value.toFixed(3)} (${lower.toFixed(3)}${to}${upper.toFixed(3)})`;
}
