import type { RandomKey } from '../../random/random.ts';
import { fromDayNumber, type CivilDate } from '../../time/civil-date.ts';
import type { Example } from './choose.ts';
import { judgeFigures, type PowerVerdict } from './judge-power.ts';
import { figuresOf, gainOf, sampleFigures, type FigureInterval, type Figures } from './measure.ts';
import { at, everyDayOnce, layOut, type Ordering } from './ordering.ts';
import { evesOf } from './past.ts';
import { scheduleOf } from './schedule.ts';
import type { Visit } from './visit.ts';

/** A stretch of visits, foreseen from the days before it. */
export interface Period {
  readonly earlier: readonly Example[];
  readonly later: readonly Example[];
  /** What the model held of each later visit. */
  readonly values: readonly number[];
}

/** The orderings that every report shows beside each other. */
export const orderingNames = [
  'model',
  'as-it-was',
  'random',
  'inspector-only',
  'past-mean',
] as const;

export type OrderingName = (typeof orderingNames)[number];

/** What an ordering would have changed for one part of the visits. */
export interface PartFigure {
  readonly by: 'inspector-group' | 'district' | 'kind' | 'tier';
  readonly part: string;
  readonly found: number;
  readonly daysEarlier: number;
}

/** How well a model foresaw, always beside what needs no model. */
export interface Evaluation {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly periods: number;
  readonly visits: number;
  readonly found: number;
  readonly orderings: Readonly<Partial<Record<OrderingName, Figures>>>;
  /** AUC of the model less that of another ordering, on the same visits and drawn days. */
  readonly gains: Readonly<Partial<Record<OrderingName, FigureInterval>>>;
  /** Days earlier by the model's schedule for each part; a minus means later. */
  readonly parts: readonly PartFigure[];
  readonly power: PowerVerdict;
}

/** Measures the model and the baselines over the same periods. */
export function evaluate(
  periods: readonly Period[],
  options: { readonly visits: readonly Visit[]; readonly seed: RandomKey; readonly draws?: number },
): Evaluation {
  const later = periods.flatMap((period) => period.later);
  const days = later.map(({ day }) => day).sort((a, b) => a - b);
  const valued = valuesOf(periods, options.visits);
  const samples = new Map(
    [...valued].map(([name, values]) => {
      const laidOut = periods.map((period, index) => order(period, values[index] ?? []));
      return [name, sampleFigures(laidOut, options)];
    }),
  );
  const orderings: Partial<Record<OrderingName, Figures>> = {};
  const gains: Partial<Record<OrderingName, FigureInterval>> = {};
  const ofModel = samples.get('model');
  for (const [name, ofOther] of samples) {
    orderings[name] = figuresOf(ofOther);
    const gain = ofModel && name !== 'model' ? gainOf(ofModel, ofOther, 'auc') : undefined;
    if (gain !== undefined) gains[name] = gain;
  }
  const found = later.filter(({ visit }) => visit.result.found).length;
  const { auc, aucWithinInspectors: withinInspectors } = orderings.model ?? {};
  return {
    from: fromDayNumber(days.at(0) ?? 0),
    until: fromDayNumber(days.at(-1) ?? 0),
    ...{ periods: periods.length, visits: later.length, found, orderings, gains },
    parts: partsOf(periods),
    power: judgeFigures(
      { visits: later.length, found },
      { ...(auc && { auc }), ...(withinInspectors && { withinInspectors }) },
    ),
  };
}

type Values = readonly (readonly number[])[];

function valuesOf(
  periods: readonly Period[],
  visits: readonly Visit[],
): ReadonlyMap<OrderingName, Values> {
  const values = new Map<OrderingName, Values>([
    ['model', periods.map((period) => period.values)],
    ['as-it-was', periods.map(({ later }) => later.map(({ day }) => -day))],
    ['random', periods.map(({ later }) => later.map(() => 0))],
  ]);
  const groupsKnown = periods.some(({ later }) =>
    later.some(({ visit }) => visit.inspectorGroup !== undefined),
  );
  if (groupsKnown) values.set('inspector-only', periods.map(inspectorRates));
  const means = pastMeans(visits);
  values.set(
    'past-mean',
    periods.map(({ earlier, later }) => {
      const known = earlier.flatMap(({ visit }) => means.get(visit.id) ?? []);
      const usual = known.reduce((sum, each) => sum + each, 0) / Math.max(known.length, 1);
      return later.map(({ visit }) => means.get(visit.id) ?? usual);
    }),
  );
  return values;
}

/** How often each group of inspectors found something in the days before; the mean for others. */
function inspectorRates({ earlier, later }: Period): readonly number[] {
  const rates = new Map<string | undefined, { visits: number; found: number }>();
  const all = { visits: 0, found: 0 };
  for (const { visit } of earlier) {
    const of = rates.get(visit.inspectorGroup) ?? { visits: 0, found: 0 };
    rates.set(visit.inspectorGroup, of);
    for (const count of [of, all]) {
      count.visits += 1;
      count.found += visit.result.found ? 1 : 0;
    }
  }
  return later.map(({ visit: { inspectorGroup } }) => {
    const { visits, found } = (inspectorGroup && rates.get(inspectorGroup)) || all;
    return found / visits;
  });
}

/** For each visit the plain mean of the place's past points (turned round), or of past findings. */
function pastMeans(visits: readonly Visit[]): ReadonlyMap<string, number> {
  return new Map(
    evesOf(visits).flatMap(({ visit, past }) => {
      if (past.length === 0) return [];
      const amounts = past.map(({ mark, found }) => (mark === undefined ? Number(found) : -mark));
      return [[visit.id, amounts.reduce((sum, each) => sum + each, 0) / past.length]];
    }),
  );
}

function order({ later }: Period, values: readonly number[]): Ordering {
  return layOut(
    later.map(({ visit: { day, result, inspectorGroup } }, index) => ({
      ...{ day, value: at(values, index), found: result.found },
      ...(inspectorGroup !== undefined && { inspectorGroup }),
    })),
  );
}

function partsOf(periods: readonly Period[]): readonly PartFigure[] {
  const parts: readonly (readonly [PartFigure['by'], (visit: Visit) => string | undefined])[] = [
    ['inspector-group', ({ inspectorGroup }) => inspectorGroup],
    ['district', ({ district }) => district],
    ['kind', ({ place }) => place.kind],
    ['tier', ({ place }) => place.tier],
  ];
  return parts.flatMap(([by, of]) => {
    const sums = new Map<string, { found: number; daysEarlier: number }>();
    for (const { later, values } of periods) {
      const ordering = layOut(
        later.map(({ visit }, index) => {
          const part = of(visit);
          return {
            ...{ day: visit.day, value: at(values, index), found: visit.result.found },
            ...(part !== undefined && { inspectorGroup: part }),
          };
        }),
      );
      scheduleOf(ordering, everyDayOnce(ordering)).byGroup.forEach((tally, index) => {
        const part = ordering.groups[index] ?? '';
        const sum = sums.get(part) ?? { found: 0, daysEarlier: 0 };
        sum.found += tally.found;
        sum.daysEarlier += tally.daysEarlier;
        sums.set(part, sum);
      });
    }
    return [...sums]
      .sort()
      .flatMap(([part, { found, daysEarlier }]) =>
        found === 0 ? [] : [{ by, part, found, daysEarlier: daysEarlier / found }],
      );
  });
}
