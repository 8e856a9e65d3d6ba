import { DataTable } from '@credence/pages';

import { Figure, type FigureTexts } from './figure.tsx';
import { Legend, SeriesLine } from './marks.tsx';
import { heightOf, Plot, type PlotAxis } from './plot.tsx';
import { scaleOf } from './scale.ts';

/** Shares of a burden, people in ascending order of it; each is a part of the whole. */
export interface LorenzShares {
  readonly name: string;
  readonly shares: readonly number[];
}

const height = 260;

/** The share that the least burdened part of the people carries together. */
export function carriedBy(shares: readonly number[], part: number): number {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  if (shares.length === 0 || whole === 0) return 0;
  const until = part * shares.length;
  const carried = shares.reduce(
    (sum, share, at) => sum + share * Math.min(1, Math.max(0, until - at)),
    0,
  );
  return carried / whole;
}

/** How unevenly a burden falls: the farther below the diagonal, the fewer carry most of it. */
export function LorenzCurve(props: {
  readonly texts: FigureTexts;
  readonly curves: readonly LorenzShares[];
  readonly people: string;
  readonly burden: string;
  /** What the diagonal says. */
  readonly even: string;
  readonly percent: (ratio: number) => string;
}) {
  const { texts, curves, percent } = props;
  const isBorne = ({ shares }: LorenzShares) => shares.some((share) => share > 0);
  const x: PlotAxis = { scale: scaleOf([0, 1], { ticks: 4 }), title: props.people, write: percent };
  const y: PlotAxis = { scale: scaleOf([0, 1], { ticks: 4 }), title: props.burden, write: percent };
  const parts = Array.from({ length: 11 }, (_, at) => at / 10);
  return (
    <Figure
      texts={texts}
      empty={!curves.some(isBorne)}
      table={
        <DataTable
          caption={texts.title}
          captionHidden
          columns={[
            { key: 'part', label: props.people, heads: true },
            ...curves.map(({ name }, at) => ({
              ...{ key: `c${at}`, label: name },
              align: 'end' as const,
            })),
          ]}
          rows={parts.map((part) => ({
            part: percent(part),
            ...Object.fromEntries(
              curves.map((curve, at) => [
                `c${at}`,
                isBorne(curve) ? percent(carriedBy(curve.shares, part)) : '—',
              ]),
            ),
          }))}
        />
      }
    >
      <Legend lines names={curves.map(({ name }) => name)} />
      <Plot id={texts.id} title={texts.title} says={texts.says} {...{ x, y, height }}>
        <SeriesLine
          series={0}
          plain="lab-even"
          points={[
            [0, 100],
            [100, 0],
          ]}
        />
        <text class="lab-tick" x="3%" y="14">
          {props.even}
        </text>
        {curves.map((curve, series) =>
          isBorne(curve) ? (
            <SeriesLine
              series={series}
              points={lorenzParts(curve.shares).map((part) => [
                x.scale.at(part),
                heightOf(y, carriedBy(curve.shares, part)),
              ])}
            />
          ) : null,
        )}
      </Plot>
    </Figure>
  );
}

/** As many places as the drawing can show. */
function lorenzParts(shares: readonly number[]): readonly number[] {
  const places = Math.min(100, shares.length);
  return Array.from({ length: places + 1 }, (_, at) => at / places);
}
