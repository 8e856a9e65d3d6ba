import type { Child } from 'hono/jsx';

/**
 * How many series can be told from one another: each has a mark and a line of its own besides its
 * colour, so that paper without colour and eyes without red or green lose nothing.
 */
export const seriesStyles = 6;

const shapes: readonly Child[] = [
  <circle r="4.5" />,
  <path d="M0 -6 L5.5 4.5 L-5.5 4.5 Z" />,
  <rect x="-4.5" y="-4.5" width="9" height="9" />,
  <path d="M0 -6 L6 0 L0 6 L-6 0 Z" />,
  <circle r="4" />,
  <path d="M-4.5 -4.5 L4.5 4.5 M-4.5 4.5 L4.5 -4.5" />,
];

/** The mark of a series at a point; `x` and `y` in percent of the drawing. */
export function Mark(props: { readonly series: number; readonly x: number; readonly y: number }) {
  return (
    <svg x={`${props.x}%`} y={`${props.y}%`} width="1" height="1" overflow="visible">
      <MarkShape series={props.series} />
    </svg>
  );
}

function MarkShape({ series }: { readonly series: number }) {
  const style = series % seriesStyles;
  return <g class={`lab-mark lab-mark-${style}`}>{shapes[style]}</g>;
}

/** The mark of a series in a line of text, with a piece of its line. */
export function MarkSample({ series, line }: { readonly series: number; readonly line?: true }) {
  return (
    <svg class="lab-sample" width={line ? 28 : 14} height="14" aria-hidden="true">
      {line ? (
        <line class={`lab-line lab-line-${series % seriesStyles}`} x1="0" x2="28" y1="7" y2="7" />
      ) : null}
      <svg x={line ? 14 : 7} y="7" width="1" height="1" overflow="visible">
        <MarkShape series={series} />
      </svg>
    </svg>
  );
}

/** Which mark stands for what; texts wrap as text does. */
export function Legend(props: {
  readonly names: readonly Child[];
  readonly lines?: true;
  /** The style of each name where they are not the first ones in order. */
  readonly series?: readonly number[];
}) {
  return (
    <ul class="lab-legend">
      {props.names.map((name, at) => (
        <li>
          <MarkSample
            series={props.series?.[at] ?? at}
            {...(props.lines ? { line: true as const } : {})}
          />
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}

/** A line through points in percent, in the style of a series. */
export function SeriesLine(props: {
  readonly series: number;
  readonly points: readonly (readonly [number, number])[];
  /** A line as such, in no series' style. */
  readonly plain?: string;
}) {
  if (props.points.length < 2) return null;
  const d = props.points
    .map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`)
    .join('');
  const style = props.plain ?? `lab-line lab-line-${props.series % seriesStyles}`;
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      <path class={style} d={d} />
    </svg>
  );
}

/** What lies between two lines through points in percent: the interval of a series. */
export function SeriesBand(props: {
  readonly series: number;
  readonly upper: readonly (readonly [number, number])[];
  readonly lower: readonly (readonly [number, number])[];
}) {
  const { series, upper, lower } = props;
  if (upper.length < 2 || lower.length < 2) return null;
  const d = [...upper, ...lower.toReversed()]
    .map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${String(x)} ${String(y)}`)
    .join('');
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      <path class={`lab-band lab-band-${series % seriesStyles}`} d={`${d}Z`} />
    </svg>
  );
}
