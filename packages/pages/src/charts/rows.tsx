import type { Child } from 'hono/jsx';

/** One line of a chart: how many now, how many under the draft; `null` is withheld, not nought. */
export interface PairRow {
  readonly label: Child;
  readonly before: number | null;
  readonly after: number | null;
  /** Both in words, as they stand beside the marks. */
  readonly value: string;
}

/** One line of a chart of two counts beside each other. */
export interface SplitRow {
  readonly label: Child;
  readonly first: number | null;
  readonly second: number | null;
  readonly value: string;
}

const pairHeight = 20;
const splitHeight = 18;

/**
 * Two states of the same groups: a dot for now, a triangle for the draft, and a line between them, so
 * that its length is the change. Names are text beside the lines and wrap as text does; lengths are
 * attributes in per cent. The table beside it has the numbers.
 */
export function PairChart(props: {
  /** The sentence that gives the result. */
  readonly says: string;
  readonly before: string;
  readonly after: string;
  readonly rows: readonly PairRow[];
}) {
  const { rows } = props;
  const scale = scaleOf(rows.flatMap(({ before, after }) => [before, after]));
  const middle = pairHeight / 2;
  return (
    <div class="chart-rows" role="img" aria-label={props.says}>
      <p class="chart-legend">
        <Sample>
          <circle class="chart-before" cx="7" cy="7" r="4.5" />
        </Sample>
        {props.before}
        <Sample>
          <path class="chart-after" d="M7 2 L12 12 L2 12 Z" />
        </Sample>
        {props.after}
      </p>
      {rows.map(({ label, before, after, value }) => (
        <Row label={label} value={value} height={pairHeight}>
          <line class="chart-axis" x1="0%" x2="100%" y1={middle} y2={middle} />
          {before === null || after === null ? null : (
            <line
              class="chart-change"
              x1={scale(before)}
              x2={scale(after)}
              y1={middle}
              y2={middle}
            />
          )}
          {before === null ? null : (
            <circle class="chart-before" cx={scale(before)} cy={middle} r="4.5" />
          )}
          {after === null ? null : (
            <svg x={scale(after)} y={middle} width="1" height="1" overflow="visible">
              <path class="chart-after" d="M0 -6 L5.5 5 L-5.5 5 Z" />
            </svg>
          )}
        </Row>
      ))}
    </div>
  );
}

/** Two counts of each group as bars, the first filled and the second an outline. */
export function SplitChart(props: {
  readonly says: string;
  readonly first: string;
  readonly second: string;
  readonly rows: readonly SplitRow[];
}) {
  const { rows } = props;
  const scale = scaleOf(rows.flatMap(({ first, second }) => [first, second]));
  return (
    <div class="chart-rows" role="img" aria-label={props.says}>
      <p class="chart-legend">
        <Sample>
          <rect class="chart-bar" x="1" y="3" width="12" height="8" />
        </Sample>
        {props.first}
        <Sample>
          <rect class="chart-outline" x="1" y="3" width="12" height="8" />
        </Sample>
        {props.second}
      </p>
      {rows.map(({ label, first, second, value }) => (
        <Row label={label} value={value} height={splitHeight}>
          <line class="chart-axis" x1="0" x2="0" y1="0" y2={splitHeight} />
          <Bar of="chart-bar" count={first} y={1} scale={scale} />
          <Bar of="chart-outline" count={second} y={10} scale={scale} />
        </Row>
      ))}
    </div>
  );
}

function Bar(props: {
  readonly of: 'chart-bar' | 'chart-outline';
  readonly count: number | null;
  readonly y: number;
  readonly scale: Scale;
}) {
  const { count, y } = props;
  if (count === null) return <circle class="chart-withheld" cx="4" cy={y + 3.5} r="2" />;
  if (count === 0) return null;
  return <rect class={props.of} x="0" y={y} width={props.scale(count)} height="7" />;
}

function Row(props: {
  readonly label: Child;
  readonly value: string;
  readonly height: number;
  readonly children?: Child;
}) {
  return (
    <div class="chart-row">
      <span class="chart-name">{props.label}</span>
      <span class="chart-value">{props.value}</span>
      <svg class="chart-strip" height={props.height} aria-hidden="true">
        {props.children}
      </svg>
    </div>
  );
}

function Sample({ children }: { readonly children?: Child }) {
  return (
    <svg class="chart-sample" width="14" height="14" aria-hidden="true">
      {children}
    </svg>
  );
}

type Scale = (count: number) => string;

/** From nought to the highest count, which stands a little inside the right edge. */
function scaleOf(counts: readonly (number | null)[]): Scale {
  const most = Math.max(1, ...counts.map((count) => count ?? 0));
  return (count) => `${String(Math.round((count / most) * 9_700) / 100)}%`;
}
