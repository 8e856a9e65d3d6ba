/** One column of a chart; `null` is a count that is withheld, which is not nought. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
}

const height = 120;
const base = 100;

/** As long as a month, `2026-04`. */
const longestLabel = 7;

/**
 * Columns of counts, at most some dozens. Lengths are attributes in per cent and there is no viewBox,
 * so text keeps its size at every width. The table beside it has the numbers; a withheld count is a
 * mark on the base line.
 */
export function BarChart(props: {
  /** The sentence that gives the result. */
  readonly says: string;
  /** The highest count in words, written at its height. */
  readonly highest: string;
  readonly bars: readonly Bar[];
}) {
  const { bars } = props;
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const step = 100 / Math.max(1, bars.length);
  const every = Math.max(1, Math.ceil(bars.length / 4));
  // Long labels would lie over each other on a phone; the table beside it has them in this order.
  const labelled = bars.every(({ label }) => [...label].length <= longestLabel);
  return (
    <svg class="chart-bars" role="img" aria-label={props.says} height={height}>
      <line class="chart-axis" x1="0%" x2="100%" y1={base} y2={base} />
      {bars.map(({ value }, index) =>
        value === null ? (
          <circle class="chart-withheld" cx={percent((index + 0.5) * step)} cy={base} r="2" />
        ) : (
          <rect
            class="chart-bar"
            x={percent((index + 0.15) * step)}
            width={percent(0.7 * step)}
            y={round(base - (value / most) * (base - 20))}
            height={round((value / most) * (base - 20))}
          />
        ),
      )}
      {bars.some(({ value }) => value !== null) ? (
        <text class="chart-label" x="0%" y="12" aria-hidden="true">
          {props.highest}
        </text>
      ) : null}
      {bars.map(({ label }, index) =>
        labelled && index % every === 0 ? (
          <text class="chart-label" x={percent(index * step)} y={height - 4} aria-hidden="true">
            {label}
          </text>
        ) : null,
      )}
    </svg>
  );
}

function percent(value: number): string {
  return `${String(round(value))}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
