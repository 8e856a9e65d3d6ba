import { DataTable } from '@credence/pages';

import type { Estimate } from '../experiment/comparison.ts';
import { Figure, type FigureTexts } from './figure.tsx';
import { Legend, Mark, SeriesLine } from './marks.tsx';
import { placeLabels } from './place-labels.ts';
import { heightOf, Plot, type PlotAxis } from './plot.tsx';
import { isDrawn, mirrored, scaleOf } from './scale.ts';

/** A regime between its harm and its benefit. */
export interface FrontierPoint {
  readonly name: string;
  /** Short enough to stand at the point. */
  readonly short: string;
  readonly harm: Estimate;
  readonly benefit: Estimate;
}

interface Side {
  readonly title: string;
  readonly write: (value: number) => string;
}

const height = 300;

/** The regimes that no other one beats: less harm and no less benefit, or more benefit and no more harm. */
export function unbeaten<P extends Pick<FrontierPoint, 'harm' | 'benefit'>>(
  points: readonly P[],
  better: 'less' | 'more' = 'more',
): readonly P[] {
  const gain = ({ benefit }: P) => (better === 'more' ? benefit.value : -benefit.value);
  const beats = (a: P, b: P): boolean =>
    a.harm.value <= b.harm.value &&
    gain(a) >= gain(b) &&
    (a.harm.value < b.harm.value || gain(a) > gain(b));
  return points
    .filter((point) => !points.some((other) => beats(other, point)))
    .toSorted((a, b) => a.harm.value - b.harm.value);
}

/**
 * Harm to the right, what is better upwards, with both intervals. What lies beyond the limit of the harm is
 * hatched; a line joins the regimes that no other one beats.
 */
export function HarmBenefitFrontier(props: {
  readonly texts: FigureTexts;
  readonly harm: Side;
  readonly benefit: Side;
  readonly limit?: { readonly at: number; readonly text: string };
  readonly points: readonly FrontierPoint[];
  readonly regime: string;
  /** Of a benefit that is a loss avoided, less is better, and the axis runs downwards. */
  readonly benefitBetter?: 'less' | 'more';
}) {
  const { texts, limit, points } = props;
  const drawn = points.filter(({ harm, benefit }) => isDrawn(harm.value) && isDrawn(benefit.value));
  const ends = (side: 'harm' | 'benefit') =>
    drawn.flatMap((point) => [point[side].value, point[side].low, point[side].high]);
  const bound = limit === undefined ? [] : [limit.at];
  const x: PlotAxis = {
    ...props.harm,
    scale: scaleOf([...ends('harm'), ...bound], { with: [0], ticks: 4 }),
  };
  const upwards = scaleOf(ends('benefit'));
  const isLess = props.benefitBetter === 'less';
  const y: PlotAxis = { ...props.benefit, scale: isLess ? mirrored(upwards) : upwards };
  return (
    <Figure
      texts={texts}
      empty={drawn.length === 0}
      table={
        <DataTable
          caption={texts.title}
          captionHidden
          columns={[
            { key: 'regime', label: props.regime, heads: true },
            { key: 'harm', label: props.harm.title, align: 'end' },
            { key: 'benefit', label: props.benefit.title, align: 'end' },
          ]}
          rows={points.map(({ name, harm, benefit }) => ({
            regime: name,
            harm: props.harm.write(harm.value),
            benefit: props.benefit.write(benefit.value),
          }))}
        />
      }
    >
      <Legend names={points.map(({ name }) => name)} />
      <Plot id={texts.id} title={texts.title} says={texts.says} {...{ x, y, height }}>
        {limit === undefined ? null : <Forbidden at={x.scale.at(limit.at)} text={limit.text} />}
        <SeriesLine
          series={0}
          plain="lab-front"
          points={unbeaten(drawn, props.benefitBetter).map((point) => placeOf(point, x, y))}
        />
        <Points all={points} drawn={drawn} x={x} y={y} />
      </Plot>
    </Figure>
  );
}

function Forbidden({ at, text }: { readonly at: number; readonly text: string }) {
  const inside = at < 55;
  return (
    <>
      <rect
        class="lab-forbidden"
        fill="url(#lab-forbidden)"
        x={`${at}%`}
        y="0"
        width={`${Math.round((100 - at) * 100) / 100}%`}
        height="100%"
      />
      <line class="lab-limit" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
      <text
        class="lab-limit-text"
        x={`${at}%`}
        y="100%"
        dx={inside ? 6 : -6}
        dy="-8"
        text-anchor={inside ? 'start' : 'end'}
      >
        {text}
      </text>
    </>
  );
}

function Points(props: {
  readonly all: readonly FrontierPoint[];
  readonly drawn: readonly FrontierPoint[];
  readonly x: PlotAxis;
  readonly y: PlotAxis;
}) {
  const { all, drawn, x, y } = props;
  const spots = drawn.map((point) => ({ point, place: placeOf(point, x, y) }));
  const labels = placeLabels(
    spots.map(({ point, place }) => ({ x: place[0], y: place[1], text: point.short })),
    height,
  );
  return (
    <>
      {spots.map(({ point: { short, harm, benefit, ...point }, place }, at) => (
        <>
          <line
            class="lab-error"
            x1={`${x.scale.at(endOf(harm, 'low'))}%`}
            x2={`${x.scale.at(endOf(harm, 'high'))}%`}
            y1={`${place[1]}%`}
            y2={`${place[1]}%`}
          />
          <line
            class="lab-error"
            x1={`${place[0]}%`}
            x2={`${place[0]}%`}
            y1={`${heightOf(y, endOf(benefit, 'low'))}%`}
            y2={`${heightOf(y, endOf(benefit, 'high'))}%`}
          />
          <Mark
            series={all.findIndex(({ name }) => name === point.name)}
            x={place[0]}
            y={place[1]}
          />
          <text
            class="lab-point-name"
            x={`${place[0]}%`}
            y={`${place[1]}%`}
            dx={labels[at]?.dx}
            dy={labels[at]?.dy}
            text-anchor={labels[at]?.anchor}
          >
            {short}
          </text>
        </>
      ))}
    </>
  );
}

function placeOf(point: FrontierPoint, x: PlotAxis, y: PlotAxis): readonly [number, number] {
  return [x.scale.at(point.harm.value), heightOf(y, point.benefit.value)];
}

/** An interval without an end is drawn as its value alone. */
function endOf(estimate: Estimate, end: 'low' | 'high'): number {
  return isDrawn(estimate[end]) ? estimate[end] : estimate.value;
}
