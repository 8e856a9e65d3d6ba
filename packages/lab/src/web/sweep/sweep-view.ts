import type { Estimate, Measure } from '../../experiment/comparison.ts';
import type { Sweep, SweepPoint } from '../../experiment/sweep.ts';

/** A factor with the settings it was tried at, ascending. */
export interface TriedFactor {
  readonly id: string;
  readonly levels: readonly number[];
}

/** The factors of a sweep; one that stood still is none. */
export function triedFactors({ factors, points }: Pick<Sweep, 'factors' | 'points'>) {
  return factors.flatMap((id): TriedFactor[] => {
    const found = [...new Set(points.map(({ at }) => at[id] ?? Number.NaN))];
    const levels = found.filter(Number.isFinite).toSorted((a, b) => a - b);
    return levels.length > 1 ? [{ id, levels }] : [];
  });
}

/** Whether every combination of the levels was tried, each once: only then has a line or a field its points. */
export function isGrid(sweep: Pick<Sweep, 'factors' | 'points'>): boolean {
  const fields = triedFactors(sweep).reduce((all, { levels }) => all * levels.length, 1);
  return fields === sweep.points.length;
}

/** What was measured at a setting of some factors; undefined where nobody was asked there. */
export function estimateAt(
  points: readonly SweepPoint[],
  at: SweepPoint['at'],
  asked: { readonly regime: string; readonly measure: string },
): Estimate | undefined {
  const point = points.find((each) =>
    Object.entries(at).every(([id, value]) => each.at[id] === value),
  );
  return point?.outcomes.find(({ regime }) => regime === asked.regime)?.estimates[asked.measure];
}

/** Whether a measure differs anywhere: by setting, by regime or by luck. */
export function isVaried({ points }: Pick<Sweep, 'points'>, measure: string): boolean {
  const all = points.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ estimates }) => estimates[measure] ?? []),
  );
  const [first] = all;
  return all.some(({ value, low, high }) => low !== high || value !== first?.value);
}

/** Whether what was varied moves a measure at all, under any regime. */
export function isMoved({ points, regimes }: Pick<Sweep, 'points' | 'regimes'>, measure: string) {
  return regimes.some(({ id }) => {
    const values = points.map(({ outcomes }) => {
      return outcomes.find(({ regime }) => regime === id)?.estimates[measure]?.value;
    });
    return values.some((value) => value !== values[0]);
  });
}

/** Harms with a limit and harms asked for, then benefits, then plain figures: never the one alone. */
export function shownMeasures({ measures, limits, asked }: Sweep): readonly Measure[] {
  const isLimited = (id: string): boolean => limits.some(({ measure }) => measure === id);
  const isShown = ({ id }: Measure): boolean => asked.includes(id);
  const harms = measures.filter(({ side, id }) => side === 'harm' && isLimited(id));
  const open = measures.filter(
    (each) => each.side === 'harm' && !isLimited(each.id) && isShown(each),
  );
  const benefits = measures.filter(({ side }) => side === 'benefit');
  const chosen = benefits.filter(isShown);
  const figures = measures.filter((each) => each.side === 'figure' && isShown(each));
  return [...harms, ...open, ...(chosen.length > 0 ? chosen : benefits.slice(0, 3)), ...figures];
}

/** A figure with a factor at its least and at its most, the others as they were tried: means of settings. */
export interface MainEffect {
  readonly id: string;
  readonly least: { readonly setting: number; readonly value: number };
  readonly most: { readonly setting: number; readonly value: number };
}

/** More settings than this of one factor are no levels but a sample of its range. */
const MOST_LEVELS = 16;

/**
 * What each factor does alone, on average over the settings of the others. In a sample, where hardly a
 * setting lies at an end, the lowest and the highest quarter of the range stand for the ends.
 */
export function mainEffects(
  sweep: Pick<Sweep, 'factors' | 'points'>,
  asked: { readonly regime: string; readonly measure: string },
): readonly MainEffect[] {
  const { points } = sweep;
  return triedFactors(sweep).flatMap(({ id, levels }): MainEffect[] => {
    const [least = 0, most = 0] = [levels[0], levels.at(-1)];
    const edge = levels.length > MOST_LEVELS ? (most - least) / 4 : 0;
    const meanWhere = (isIn: (value: number) => boolean): number | undefined =>
      meanOf(points.filter(({ at }) => isIn(at[id] ?? Number.NaN)).map((each) => found(each)));
    const found = ({ outcomes }: SweepPoint): number =>
      outcomes.find(({ regime }) => regime === asked.regime)?.estimates[asked.measure]?.value ??
      Number.NaN;
    const low = meanWhere((value) => value <= least + edge);
    const high = meanWhere((value) => value >= most - edge);
    if (low === undefined || high === undefined) return [];
    return [{ id, least: { setting: least, value: low }, most: { setting: most, value: high } }];
  });
}

/** The mean of a figure over all settings under one regime: what main effects are around. */
export function meanOverAll(
  { points }: Pick<Sweep, 'points'>,
  asked: { readonly regime: string; readonly measure: string },
): number {
  const values = points.map(
    ({ outcomes }) =>
      outcomes.find(({ regime }) => regime === asked.regime)?.estimates[asked.measure]?.value ??
      Number.NaN,
  );
  return meanOf(values) ?? Number.NaN;
}

function meanOf(values: readonly number[]): number | undefined {
  const held = values.filter(Number.isFinite);
  if (held.length === 0) return undefined;
  return held.reduce((sum, value) => sum + value, 0) / held.length;
}
