import { Section } from '@credence/pages';

import {
  FactorCurves,
  type FactorLevels,
  type FactorPanel,
  type FactorPart,
} from '../../chart/factor-curves.tsx';
import { scaleOf } from '../../chart/scale.ts';
import type { Measure } from '../../experiment/comparison.ts';
import type { Sweep } from '../../experiment/sweep.ts';
import { closeGaps } from '../../report/close-gaps.ts';
import { figureWriter } from '../../report/write-figure.ts';
import { writeLevel, type SweptContext } from './swept-context.ts';
import {
  estimateAt,
  isGrid,
  isVaried,
  shownMeasures,
  triedFactors,
  type TriedFactor,
} from './sweep-view.ts';

/** As many levels of a second factor as have drawings of their own. */
const MOST_FIGURES = 4;

/** Every measure over the factor with the most levels; a second factor gives each of its levels a figure. */
export function CurvesSection({ swept }: { readonly swept: SweptContext }) {
  const { context, sweep } = swept;
  const { say, text, words } = context;
  const [first, second, third] = triedFactors(sweep).toSorted(
    (a, b) => b.levels.length - a.levels.length,
  );
  // Lines join settings of one factor, or of two where every pair was tried.
  if (first === undefined || third !== undefined || !isGrid(sweep)) return null;
  const levels = second === undefined ? [undefined] : second.levels.slice(0, MOST_FIGURES);
  const still = shownMeasures(sweep).filter(({ id }) => !isVaried(sweep, id));
  return (
    <Section id="curves" heading={say.sweepCurves}>
      {levels.map((level, at) => (
        <FactorCurves
          texts={{
            id: `curves-${at}`,
            title:
              second === undefined || level === undefined
                ? say.overFactor(swept.factor(first.id))
                : say.overFactorAt(
                    swept.factor(first.id),
                    `${swept.factor(second.id)} ${writeLevel(swept, second.id, level)}`,
                  ),
            says: say.sweepCurvesSays,
            ...{ numbers: say.numbersTable, nothing: say.nothingDrawn },
          }}
          names={swept.regimes.map(({ name }) => name)}
          parts={partsOf(swept, first, second === undefined ? {} : { [second.id]: level ?? 0 })}
          levels={levelsOf(swept, first)}
        />
      ))}
      {second !== undefined && second.levels.length > MOST_FIGURES ? (
        <p class="quiet">{say.moreLevels(words.number(second.levels.length))}</p>
      ) : null}
      {still.length === 0 ? null : (
        <p class="quiet">{say.notVaried(words.list(still.map(({ title }) => text(title))))}</p>
      )}
    </Section>
  );
}

function partsOf(
  swept: SweptContext,
  factor: TriedFactor,
  at: Readonly<Record<string, number>>,
): readonly FactorPart[] {
  const { sweep, context } = swept;
  const measures = shownMeasures(sweep).filter(({ id }) => isVaried(sweep, id));
  return (['harm', 'benefit', 'figure'] as const).map((side) => ({
    heading: context.say.sides[side],
    panels: measures
      .filter((measure) => measure.side === side)
      .map((measure) => panelOf(swept, measure, { factor, at })),
  }));
}

function panelOf(
  swept: SweptContext,
  measure: Measure,
  given: { readonly factor: TriedFactor; readonly at: Readonly<Record<string, number>> },
): FactorPanel {
  const { sweep, context } = swept;
  const { text, words, say, language } = context;
  const { factor, at } = given;
  const { id, unit, better } = measure;
  const writer = figureWriter(unit, words);
  const curves = swept.regimes.map(({ id: regime }) =>
    factor.levels.map((level) =>
      estimateAt(sweep.points, { ...at, [factor.id]: level }, { regime, measure: id }),
    ),
  );
  const limit = sweep.limits.find(({ measure: limited }) => limited === id)?.atMost;
  const notes = [
    ...(better === 'neither' ? [] : [say.betterWays[better]]),
    ...(limit === undefined ? [] : [closeGaps(say.limitIs(writer.value(limit)))]),
  ];
  const ends = curves.map((curve, series) => {
    const [from, to] = [curve[0]?.value, curve.at(-1)?.value].map((value) =>
      writer.tick(value ?? Number.NaN),
    );
    return `${swept.regimes[series]?.name ?? ''} ${from ?? ''} → ${to ?? ''}`;
  });
  return {
    title: writer.axis(text(measure.title)),
    ...(notes.length === 0 ? {} : { note: notes.join(language === 'zh' ? '，' : ', ') }),
    says: ends.join(language === 'zh' ? '；' : '; '),
    ...{ curves, reach: reachOf(sweep, id), tick: writer.tick, estimate: writer.estimate },
    ...(limit === undefined ? {} : { limit }),
  };
}

/** Every end of every interval of a measure: figures of the same measure then have one scale. */
function reachOf({ points }: Sweep, measure: string): readonly number[] {
  return points.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ estimates }) => {
      const found = estimates[measure];
      return found === undefined ? [] : [found.low, found.high];
    }),
  );
}

/** Steps that differ more than this would lie on one another: such levels stand evenly spaced. */
const MOST_UNEVEN = 10;
const MOST_TICKS = 7;

function levelsOf(swept: SweptContext, { id, levels }: TriedFactor): FactorLevels {
  const { say, language } = swept.context;
  const labels = levels.map((level) => writeLevel(swept, id, level));
  const steps = levels.slice(1).map((level, at) => level - (levels[at] ?? 0));
  const isEven = Math.max(...steps) > MOST_UNEVEN * Math.min(...steps);
  const places = isEven ? levels.map((_, at) => at) : levels;
  const scale = scaleOf(places, { exact: true });
  const ticks = places.length <= MOST_TICKS ? places : scale.ticks;
  const title = isEven
    ? `${swept.factor(id)}${language === 'zh' ? '，' : ', '}${say.evenly}`
    : swept.factor(id);
  return {
    ...{ title: swept.factor(id), labels, places },
    axis: {
      scale: { ...scale, ticks },
      title,
      write: (tick) => labels[places.indexOf(tick)] ?? writeLevel(swept, id, tick),
    },
  };
}
