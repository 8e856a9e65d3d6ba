import { createRandom } from '@credence/domain';

import { pointAt, type Factor, type Point } from './factor.ts';

/** What a step of a factor over its whole range would change, as seen along the trajectories. */
export interface FactorEffect {
  readonly id: string;
  /** The mean effect, with its sign. */
  readonly mean: number;
  /** The mean size of the effect: large though signs cancel. */
  readonly size: number;
  /** How much it varies from place to place: crooked, or in company with others. */
  readonly spread: number;
}

/** A design of Morris: settings, trajectory by trajectory, D + 1 of each. */
export interface MorrisDesign {
  readonly points: readonly Point[];
  /** For each trajectory and each of its steps: the number of the factor that moved. */
  readonly moves: readonly (readonly number[])[];
}

const LEVELS = 4;
const STEP = LEVELS / (2 * (LEVELS - 1));

/** Trajectories on a grid of four levels, each moving one factor at a time by two thirds of its range. */
export function morrisDesign(
  factors: readonly Factor[],
  trajectories: number,
  seed: number,
): MorrisDesign {
  const random = createRandom(seed, 'morris');
  const points: Point[] = [];
  const moves = Array.from({ length: trajectories }, () => {
    const place = factors.map(() => random.below(LEVELS) / (LEVELS - 1));
    const order = factors.map((_, factor) => factor);
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = random.below(last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    points.push(pointAt(factors, place));
    return order.map((factor) => {
      const now = place[factor] ?? 0;
      const by = now + STEP <= 1 + 1e-9 ? STEP : -STEP;
      place[factor] = Math.min(1, Math.max(0, now + by));
      points.push(pointAt(factors, place));
      return factor;
    });
  });
  return { points, moves };
}

/** @throws RangeError when there are not as many outcomes as settings */
export function morrisEffects(
  factors: readonly Factor[],
  { points, moves }: MorrisDesign,
  outcomes: ArrayLike<number>,
): readonly FactorEffect[] {
  if (outcomes.length !== points.length) {
    throw new RangeError(`${outcomes.length} outcomes for ${points.length} settings.`);
  }
  const effects = factors.map((): number[] => []);
  let at = 0;
  for (const trajectory of moves) {
    for (const factor of trajectory) {
      const by = moved(factors[factor], points[at], points[at + 1]);
      // A whole number may stay where it is: of a step that was none nothing is learnt.
      if (by !== 0) effects[factor]?.push(((outcomes[at + 1] ?? 0) - (outcomes[at] ?? 0)) / by);
      at += 1;
    }
    at += 1;
  }
  return factors.map(({ id }, factor) => {
    const all = effects[factor] ?? [];
    const meanOf = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const mean = meanOf(all);
    const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const spread = Math.sqrt(squares / Math.max(1, all.length - 1));
    return { id, mean, size: meanOf(all.map(Math.abs)), spread };
  });
}

/** By which part of its range a factor really moved: whole numbers do not move by just two thirds. */
function moved(factor: Factor | undefined, from: Point = {}, to: Point = {}): number {
  if (factor === undefined) return 0;
  const { id, least, most } = factor;
  return ((to[id] ?? 0) - (from[id] ?? 0)) / (most - least);
}
