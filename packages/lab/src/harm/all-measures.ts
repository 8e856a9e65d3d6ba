import type { Measure } from '../experiment/comparison.ts';
import { measuresOfBenefit } from './measures-of-benefit.ts';
import { measuresOfError } from './measures-of-error.ts';
import { measuresOfRecord } from './measures-of-record.ts';
import { measuresOfSpread } from './measures-of-spread.ts';
import { measuresOfWeight } from './measures-of-weight.ts';
import type { PanelMeasure } from './panel-measure.ts';
import { readWorld, type WorldFigures } from './world-figures.ts';

const panel: readonly PanelMeasure[] = [
  ...measuresOfError,
  ...measuresOfRecord,
  ...measuresOfWeight,
  ...measuresOfSpread,
  ...measuresOfBenefit,
];

/** The only measure that is the regime's own, whatever comes of it. */
const breaches: Measure = {
  id: 'guard-breaches',
  title: { zh: '违反守则之处', en: 'Breaches of guards' },
  definition: {
    zh: '守则（一至四十六）及编辑检查认定的错误数；没有规则版本的为零。',
    en: 'Errors that the guards (G01-G46) and the check of the edition hold against it; 0 where there is no edition.',
  },
  ...{ unit: 'count', side: 'harm', better: 'less' },
};

/** Every measure that is taken of a run, harms first; there is no way to take a benefit alone. */
export const allMeasures: readonly Measure[] = [
  breaches,
  ...panel.map(({ id, title, definition, unit, side, better }) => ({
    ...{ id, title, definition, unit, side, better },
  })),
];

/** The figure of every measure, by its id. */
export function measureWorld(
  figures: WorldFigures,
  guardBreaches: number,
): Readonly<Record<string, number>> {
  const world = readWorld(figures);
  return Object.fromEntries([
    [breaches.id, guardBreaches],
    ...panel.map((measure) => [measure.id, measure.of(world)] as const),
  ]);
}

export function findMeasure(id: string): Measure | undefined {
  return allMeasures.find((measure) => measure.id === id);
}

/** Between which values a measure can lie at all; an interval needs to reach no further. */
export function boundsOf({ id, unit }: Measure): readonly [least: number, most: number] {
  if (signedMeasures.includes(id)) return [-1, 1];
  return [0, unit === 'share' ? 1 : Infinity];
}

/** Differences between two groups: below 0 where the second is worse off. */
const signedMeasures: readonly string[] = ['opportunity-by-connection', 'odds-by-connection'];
