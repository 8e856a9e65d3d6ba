import type { Child } from 'hono/jsx';

import type { Scale } from './scale.ts';

/** An axis: its scale, how a number on it is written, and what it counts in which unit. */
export interface PlotAxis {
  readonly scale: Scale;
  readonly title: string;
  readonly write: (value: number) => string;
}

/** The place of a value on a drawing whose nought is at the bottom, in percent from the top. */
export function heightOf({ scale }: PlotAxis, value: number): number {
  return Math.round((100 - scale.at(value)) * 100) / 100;
}

/**
 * The frame of a chart with two axes. Places are in percent and only lines are stretched, so text keeps
 * its size at every width; the drawing says its title and its result to a screen reader.
 */
export function Plot(props: {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly height: number;
  readonly children?: Child;
}) {
  const { id, x, y, height } = props;
  return (
    <div class="lab-plot">
      <p class="lab-axis-title lab-axis-y">{y.title}</p>
      <svg class="lab-ticks-y" width="56" height={height} aria-hidden="true">
        {y.scale.ticks.map((tick) => (
          <text class="lab-tick" x="48" y={`${heightOf(y, tick)}%`} dy="4" text-anchor="end">
            {y.write(tick)}
          </text>
        ))}
      </svg>
      <svg
        class="lab-plot-area"
        role="img"
        aria-labelledby={`${id}-svg-title ${id}-svg-desc`}
        height={height}
      >
        <title id={`${id}-svg-title`}>{props.title}</title>
        <desc id={`${id}-svg-desc`}>{props.says}</desc>
        {y.scale.ticks.map((tick) => (
          <line
            class="lab-grid"
            x1="0%"
            x2="100%"
            y1={`${heightOf(y, tick)}%`}
            y2={`${heightOf(y, tick)}%`}
          />
        ))}
        <line class="lab-axis" x1="0%" x2="100%" y1="100%" y2="100%" />
        {props.children}
      </svg>
      <AxisTicks axis={x} />
      <p class="lab-axis-title lab-axis-x">{x.title}</p>
    </div>
  );
}

/** Numbers below a horizontal axis; the outer ones stay inside. */
export function AxisTicks({ axis }: { readonly axis: PlotAxis }) {
  const { ticks } = axis.scale;
  return (
    <svg class="lab-ticks-x" height="22" aria-hidden="true">
      {ticks.map((tick) => (
        <text
          class="lab-tick"
          x={`${axis.scale.at(tick)}%`}
          y="18"
          text-anchor={anchorAt(axis.scale.at(tick))}
        >
          {axis.write(tick)}
        </text>
      ))}
    </svg>
  );
}

function anchorAt(place: number): 'start' | 'middle' | 'end' {
  return place < 4 ? 'start' : place > 96 ? 'end' : 'middle';
}

/** Hatching for what may not be: once in a document, before the charts that use it. */
export function PlotPatterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="lab-forbidden"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line class="lab-hatch" x1="0" y1="0" x2="0" y2="7" />
        </pattern>
      </defs>
    </svg>
  );
}
