import { DataTable } from '@credence/pages';

import type { Estimate } from '../experiment/comparison.ts';
import { Figure, type FigureTexts } from './figure.tsx';
import { Legend, Mark, MarkSample, seriesStyles } from './marks.tsx';
import { isDrawn, symmetricScale, type Scale } from './scale.ts';

/** A difference from the baseline, drawn and written. */
export interface ForestPoint {
  readonly difference: Estimate;
  /** With its interval and unit, as it stands beside the drawing. */
  readonly text: string;
  /** Said behind it where a limit is passed. */
  readonly over?: string;
}

export interface ForestRow {
  readonly label: string;
  /** Unit, value of the baseline, limit. */
  readonly note: string;
  /** One for each regime, in the order of the names. */
  readonly points: readonly ForestPoint[];
  /** The limit, as far from the baseline as a difference would have to be to reach it. */
  readonly limit?: number;
  readonly write: (value: number) => string;
}

/** Harms first, then benefits, each with the way that is better. */
export interface ForestPart {
  readonly heading: string;
  readonly rows: readonly ForestRow[];
}

const levelHeight = 18;

/**
 * Paired differences from a baseline: a line for each measure, a mark with its 95 % interval for each
 * regime. Measures have no common unit, so every line has a scale of its own with nought at the same
 * place and its ends written below.
 */
export function DifferenceForest(props: {
  readonly texts: FigureTexts;
  readonly names: readonly string[];
  /** The style of each: as in every other chart of the page, where the baseline has one too. */
  readonly series: readonly number[];
  readonly parts: readonly ForestPart[];
  /** Heads of the table's first and second column. */
  readonly measure: string;
  readonly details: string;
}) {
  const { texts, names, series } = props;
  const parts = props.parts.filter(({ rows }) => rows.length > 0);
  return (
    <Figure
      texts={texts}
      empty={parts.length === 0 || names.length === 0}
      table={
        <DataTable
          caption={texts.title}
          captionHidden
          columns={[
            { key: 'measure', label: props.measure, heads: true },
            { key: 'details', label: props.details },
            ...names.map((name, at) => ({ key: `d${at}`, label: name, align: 'end' as const })),
          ]}
          rows={parts.flatMap(({ rows }) =>
            rows.map(({ label, note, points }) => ({
              ...{ measure: label, details: note },
              ...Object.fromEntries(points.map(({ text }, at) => [`d${at}`, text])),
            })),
          )}
        />
      }
    >
      <Legend names={names} series={series} />
      {parts.map(({ heading, rows }) => (
        <div class="lab-forest-part">
          <p class="lab-forest-heading">{heading}</p>
          {rows.map((row) => (
            <Row row={row} names={names} series={series} />
          ))}
        </div>
      ))}
    </Figure>
  );
}

function Row(props: {
  readonly row: ForestRow;
  readonly names: readonly string[];
  readonly series: readonly number[];
}) {
  const { row, names, series } = props;
  const ends = row.points.flatMap(({ difference: { value, low, high } }) => [value, low, high]);
  const scale = symmetricScale([...ends, ...(row.limit === undefined ? [] : [row.limit])]);
  const height = levelHeight * row.points.length + 8;
  const said = row.points.map(({ text }, at) => `${names[at] ?? ''}: ${text}`).join('; ');
  return (
    <div class="lab-forest-row">
      <p class="lab-forest-name">
        {row.label}
        <span class="quiet">{row.note}</span>
      </p>
      <div>
        <svg class="lab-strip" role="img" aria-label={`${row.label}: ${said}`} height={height}>
          <line class="lab-zero" x1="50%" x2="50%" y1="0" y2={height} />
          {row.limit === undefined || !isDrawn(row.limit) ? null : (
            <line
              class="lab-limit"
              x1={`${scale.at(row.limit)}%`}
              x2={`${scale.at(row.limit)}%`}
              y1="0"
              y2={height}
            />
          )}
          {row.points.map(({ difference }, at) => (
            <Interval difference={difference} level={at} series={series[at] ?? at} scale={scale} />
          ))}
        </svg>
        <p class="lab-ends" aria-hidden="true">
          {scale.ticks.map((tick) => (
            <span>{row.write(tick)}</span>
          ))}
        </p>
      </div>
      <ul class="lab-forest-values">
        {row.points.map(({ text, over }, at) => (
          <li>
            <MarkSample series={series[at] ?? at} />
            <span>
              {text}
              {over === undefined ? null : <b class="lab-over"> {over}</b>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Interval(props: {
  readonly difference: Estimate;
  readonly level: number;
  readonly series: number;
  readonly scale: Scale;
}) {
  const { scale, series } = props;
  const { value, low, high } = props.difference;
  if (!isDrawn(value)) return null;
  const y = 4 + levelHeight * (props.level + 0.5);
  return (
    <svg y={y} width="100%" height="1" overflow="visible">
      <line
        class={`lab-line lab-whisker lab-line-${series % seriesStyles}`}
        x1={`${scale.at(isDrawn(low) ? low : value)}%`}
        x2={`${scale.at(isDrawn(high) ? high : value)}%`}
        y1="0"
        y2="0"
      />
      <Mark series={series} x={scale.at(value)} y={0} />
    </svg>
  );
}
