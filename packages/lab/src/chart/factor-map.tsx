import { DataTable } from '@credence/pages';

import { Figure, type FigureTexts } from './figure.tsx';
import { isDrawn } from './scale.ts';

/** One measure at every pair of levels under one regime; rows by the upright factor. */
export interface MapPanel {
  readonly title: string;
  readonly rows: readonly (readonly MapCell[])[];
}

export interface MapCell {
  readonly value: number;
  /** As it stands in the drawing, without its unit. */
  readonly short: string;
  readonly text: string;
  readonly over: boolean;
}

/** A factor of a map: what it is called, and its levels as they are written. */
export interface MapSide {
  readonly title: string;
  readonly labels: readonly string[];
}

/** Shades that can be told apart with the number still to be read on them. */
const shades = 5;
const rowHeight = 40;

/**
 * A measure over two factors: a field for each pair of levels with its number in it, darker where there
 * is more; a field over the limit has a frame, so nothing rests on the shade alone.
 */
export function FactorMap(props: {
  readonly texts: FigureTexts;
  readonly panels: readonly MapPanel[];
  readonly across: MapSide;
  readonly upright: MapSide;
  readonly over: string;
}) {
  const { texts, across, upright, over } = props;
  const panels = props.panels.filter(({ rows }) => rows.some((row) => row.length > 0));
  const values = panels.flatMap(({ rows }) => rows.flat().map(({ value }) => value));
  const most = Math.max(0, ...values.filter(isDrawn));
  return (
    <Figure
      texts={texts}
      empty={panels.length === 0}
      table={panels.map(({ title, rows }) => (
        <DataTable
          caption={title}
          columns={[
            { key: 'row', label: upright.title, heads: true },
            ...across.labels.map((label, at) => ({
              ...{ key: `c${at}`, label: `${across.title} ${label}` },
              align: 'end' as const,
            })),
          ]}
          rows={rows.map((row, at) => ({
            row: upright.labels[at] ?? '',
            ...Object.fromEntries(
              row.map((cell, column) => [
                `c${column}`,
                <span>
                  {cell.text}
                  {cell.over ? <b class="lab-over"> {over}</b> : null}
                </span>,
              ]),
            ),
          }))}
        />
      ))}
    >
      {panels.some(({ rows }) => rows.flat().some((cell) => cell.over)) ? (
        <p class="lab-legend">
          <svg class="lab-sample" width="22" height="14" aria-hidden="true">
            <rect class="lab-heat-0 lab-heat-over" x="1" y="1" width="20" height="12" />
          </svg>
          {over}
        </p>
      ) : null}
      <div class="lab-panels">
        {panels.map((panel) => (
          <Field panel={panel} across={across} upright={upright} most={most} />
        ))}
      </div>
    </Figure>
  );
}

function Field(props: {
  readonly panel: MapPanel;
  readonly across: MapSide;
  readonly upright: MapSide;
  readonly most: number;
}) {
  const { panel, across, upright, most } = props;
  const columns = across.labels.length;
  const height = rowHeight * panel.rows.length;
  const said = panel.rows.flatMap((row, at) =>
    row.map(
      ({ text }, column) =>
        `${upright.title} ${upright.labels[at] ?? ''}, ${across.title} ${across.labels[column] ?? ''}: ${text}`,
    ),
  );
  return (
    <div class="lab-panel">
      <h4>{panel.title}</h4>
      <p class="lab-axis-title lab-axis-y">{upright.title}</p>
      <div class="lab-map">
        <svg class="lab-ticks-y" width="56" height={height} aria-hidden="true">
          {upright.labels.map((label, at) => (
            <text class="lab-tick" x="48" y={rowHeight * (at + 0.5) + 4} text-anchor="end">
              {label}
            </text>
          ))}
        </svg>
        <svg
          class="lab-strip"
          role="img"
          aria-label={`${panel.title}: ${said.join('; ')}`}
          height={height}
        >
          {panel.rows.flatMap((row, at) =>
            row.map((cell, column) => (
              <Cell cell={cell} place={{ column, columns, at }} most={most} />
            )),
          )}
        </svg>
        <svg class="lab-ticks-x" height="20" aria-hidden="true">
          {across.labels.map((label, at) => (
            <text class="lab-tick" x={`${percent(at + 0.5, columns)}%`} y="15" text-anchor="middle">
              {label}
            </text>
          ))}
        </svg>
      </div>
      <p class="lab-axis-title lab-axis-x">{across.title}</p>
    </div>
  );
}

function Cell(props: {
  readonly cell: MapCell;
  readonly place: { readonly column: number; readonly columns: number; readonly at: number };
  readonly most: number;
}) {
  const { cell, place, most } = props;
  const { column, columns, at } = place;
  const part = isDrawn(cell.value) && most > 0 ? Math.max(0, cell.value) / most : 0;
  const shade = Math.min(shades - 1, Math.floor(part * shades));
  return (
    <>
      <rect
        class={`lab-heat-${shade}`}
        x={`${percent(column, columns)}%`}
        y={at * rowHeight}
        width={`${percent(1, columns)}%`}
        height={rowHeight}
      />
      {cell.over ? (
        <rect
          class="lab-heat-over"
          x={`${percent(column + 0.04, columns)}%`}
          y={at * rowHeight + 3}
          width={`${percent(0.92, columns)}%`}
          height={rowHeight - 6}
        />
      ) : null}
      <text
        class={cell.over ? 'lab-heat-text lab-heat-bold' : 'lab-heat-text'}
        x={`${percent(column + 0.5, columns)}%`}
        y={rowHeight * (at + 0.5) + 5}
        text-anchor="middle"
      >
        {cell.short}
      </text>
    </>
  );
}

function percent(part: number, whole: number): number {
  return Math.round((part / Math.max(1, whole)) * 10_000) / 100;
}
