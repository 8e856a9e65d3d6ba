import { DataTable } from '@credence/pages';

import { Figure, type FigureTexts } from './figure.tsx';
import { Legend, Mark, SeriesLine } from './marks.tsx';
import { heightOf, Plot, type PlotAxis } from './plot.tsx';
import { scaleOf } from './scale.ts';

/** The share that is still open after so many months, and how many were watched so long. */
export interface SurvivalStep {
  readonly month: number;
  readonly open: number;
  readonly atRisk: number;
}

export interface SurvivalCurve {
  readonly name: string;
  readonly steps: readonly SurvivalStep[];
}

/** The first month in which at most half is open; undefined where more than half stays open. */
export function medianOf(steps: readonly SurvivalStep[]): number | undefined {
  return steps.find(({ open }) => open <= 0.5)?.month;
}

const height = 240;

/**
 * How long mistakes last: for each regime the share not yet put right, as steps, after Kaplan and Meier;
 * what was open at the end of the run counts for as long as it was watched.
 */
export function RepairSurvival(props: {
  readonly texts: FigureTexts;
  readonly curves: readonly SurvivalCurve[];
  readonly months: string;
  readonly share: string;
  readonly watched: string;
  readonly half: string;
  /** Said where more than half is still open at the end. */
  readonly never: string;
  readonly percent: (ratio: number) => string;
  readonly number: (value: number) => string;
}) {
  const { texts, curves, percent } = props;
  const drawn = curves.filter(({ steps }) => steps.length > 0);
  const last = Math.max(1, ...drawn.flatMap(({ steps }) => steps.map(({ month }) => month)));
  const x: PlotAxis = {
    scale: scaleOf([0, last], { exact: true }),
    title: props.months,
    write: (value) => props.number(value),
  };
  const y: PlotAxis = { scale: scaleOf([0, 1], { ticks: 4 }), title: props.share, write: percent };
  return (
    <Figure texts={texts} empty={drawn.length === 0} table={<Steps {...props} />}>
      <Legend
        lines
        names={curves.map(({ name, steps }) => {
          const median = medianOf(steps);
          const said = median === undefined ? props.never : `${props.half} ${props.number(median)}`;
          return steps.length === 0 ? `${name} (${texts.nothing})` : `${name} (${said})`;
        })}
      />
      <Plot id={texts.id} title={texts.title} says={texts.says} {...{ x, y, height }}>
        <line
          class="lab-half"
          x1="0%"
          x2="100%"
          y1={`${heightOf(y, 0.5)}%`}
          y2={`${heightOf(y, 0.5)}%`}
        />
        {curves.map(({ steps }, series) => {
          const median = medianOf(steps);
          return (
            <>
              <SeriesLine series={series} points={stairsOf(steps, x, y)} />
              {median === undefined ? null : (
                <Mark series={series} x={x.scale.at(median)} y={heightOf(y, 0.5)} />
              )}
            </>
          );
        })}
      </Plot>
    </Figure>
  );
}

/** A share holds until the month of the next one. */
function stairsOf(
  steps: readonly SurvivalStep[],
  x: PlotAxis,
  y: PlotAxis,
): readonly (readonly [number, number])[] {
  let height = heightOf(y, 1);
  const points: (readonly [number, number])[] = steps.length === 0 ? [] : [[x.scale.at(0), height]];
  for (const { month, open } of steps) {
    const place = x.scale.at(month);
    points.push([place, height]);
    height = heightOf(y, open);
    points.push([place, height]);
  }
  return points;
}

/** Every month in which something changes for one of them. */
function Steps(props: Parameters<typeof RepairSurvival>[0]) {
  const { curves } = props;
  const months = [...new Set(curves.flatMap(({ steps }) => steps.map(({ month }) => month)))];
  return (
    <DataTable
      caption={props.texts.title}
      captionHidden
      columns={[
        { key: 'month', label: props.months, heads: true },
        ...curves.map(({ name }, at) => ({
          ...{ key: `c${at}`, label: `${name} (${props.watched})` },
          align: 'end' as const,
        })),
      ]}
      rows={months
        .toSorted((a, b) => a - b)
        .map((month) => ({
          month: props.number(month),
          ...Object.fromEntries(
            curves.map(({ steps }, at) => {
              const step = steps.findLast((each) => each.month <= month);
              const said =
                step === undefined
                  ? '—'
                  : `${props.percent(step.open)} (${props.number(step.atRisk)})`;
              return [`c${at}`, said];
            }),
          ),
        }))}
    />
  );
}
