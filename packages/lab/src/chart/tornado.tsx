import { DataTable } from '@credence/pages';

import { Figure, type FigureTexts } from './figure.tsx';
import { AxisTicks, type PlotAxis } from './plot.tsx';
import { isDrawn, scaleOf } from './scale.ts';

/** What becomes of a figure when one assumption is at its least and at its most. */
export interface TornadoBar {
  readonly label: string;
  readonly atLeast: { readonly setting: string; readonly value: number };
  readonly atMost: { readonly setting: string; readonly value: number };
}

const height = 26;

/**
 * Which assumption matters most: a bar for each, the longest first, from the figure at its least
 * (filled) to the figure at its most (outline) around the figure as assumed.
 */
export function Tornado(props: {
  readonly texts: FigureTexts;
  readonly bars: readonly TornadoBar[];
  /** The figure with every assumption as it is. */
  readonly base: number;
  readonly axis: Omit<PlotAxis, 'scale'>;
  readonly heads: { readonly label: string; readonly atLeast: string; readonly atMost: string };
}) {
  const { texts, base, axis, heads } = props;
  const bars = props.bars
    .filter(({ atLeast, atMost }) => isDrawn(atLeast.value) && isDrawn(atMost.value))
    .toSorted((a, b) => reachOf(b, base) - reachOf(a, base));
  const scale = scaleOf([
    base,
    ...bars.flatMap(({ atLeast, atMost }) => [atLeast.value, atMost.value]),
  ]);
  const write = ({ setting, value }: TornadoBar['atLeast']) => `${setting}: ${axis.write(value)}`;
  return (
    <Figure
      texts={texts}
      empty={bars.length === 0}
      table={
        <DataTable
          caption={texts.title}
          captionHidden
          columns={[
            { key: 'label', label: heads.label, heads: true },
            { key: 'least', label: heads.atLeast, align: 'end' },
            { key: 'most', label: heads.atMost, align: 'end' },
          ]}
          rows={bars.map(({ label, atLeast, atMost }) => ({
            ...{ label, least: write(atLeast), most: write(atMost) },
          }))}
        />
      }
    >
      <p class="lab-legend">
        <Sample of="lab-bar-least" /> {heads.atLeast}
        <Sample of="lab-bar-most" /> {heads.atMost}
      </p>
      {bars.map(({ label, atLeast, atMost }) => (
        <div class="lab-tornado-row">
          <p class="lab-forest-name">{label}</p>
          <svg
            class="lab-strip"
            role="img"
            aria-label={`${label}: ${write(atLeast)}; ${write(atMost)}`}
            height={height}
          >
            <Half of="lab-bar-least" from={scale.at(base)} to={scale.at(atLeast.value)} />
            <Half of="lab-bar-most" from={scale.at(base)} to={scale.at(atMost.value)} />
            <line
              class="lab-zero"
              x1={`${scale.at(base)}%`}
              x2={`${scale.at(base)}%`}
              y1="0"
              y2={height}
            />
          </svg>
        </div>
      ))}
      <div class="lab-tornado-row">
        <span />
        <AxisTicks axis={{ ...axis, scale }} />
      </div>
      <p class="lab-axis-title lab-axis-x">{axis.title}</p>
    </Figure>
  );
}

function reachOf({ atLeast, atMost }: TornadoBar, base: number): number {
  return Math.max(base, atLeast.value, atMost.value) - Math.min(base, atLeast.value, atMost.value);
}

type BarClass = 'lab-bar-least' | 'lab-bar-most';

function Half(props: { readonly of: BarClass; readonly from: number; readonly to: number }) {
  const { from, to } = props;
  return (
    <rect
      class={props.of}
      x={`${Math.min(from, to)}%`}
      width={`${Math.round(Math.abs(to - from) * 100) / 100}%`}
      y={props.of === 'lab-bar-least' ? 4 : 13}
      height="9"
    />
  );
}

function Sample({ of }: { readonly of: BarClass }) {
  return (
    <svg class="lab-sample" width="14" height="14" aria-hidden="true">
      <rect class={of} x="1" y="3" width="12" height="8" />
    </svg>
  );
}
