import { DataTable } from '@credence/pages';

import { Figure, type FigureTexts } from './figure.tsx';
import { Legend, Mark } from './marks.tsx';
import { AxisTicks, type PlotAxis } from './plot.tsx';
import { isDrawn, scaleOf } from './scale.ts';

/** Groups of people by one trait: sizes of firms, sectors, deciles of wealth. */
export interface GroupPanel {
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    /** How many they are. */
    readonly members: string;
    /** One for each regime, in the order of the names. */
    readonly values: readonly number[];
  }[];
}

const height = 22;

/** Who is hurt: a panel for each trait, all on one axis; the line between the marks is the difference. */
export function GroupPanels(props: {
  readonly texts: FigureTexts;
  readonly names: readonly string[];
  readonly panels: readonly GroupPanel[];
  readonly axis: Omit<PlotAxis, 'scale'>;
  /** A value beside its group; ticks are rounder. */
  readonly write: (value: number) => string;
  readonly heads: { readonly group: string; readonly members: string };
}) {
  const { texts, names, heads } = props;
  const panels = props.panels.filter(({ rows }) => rows.length > 0);
  const values = panels.flatMap(({ rows }) => rows.flatMap((row) => row.values));
  const axis: PlotAxis = { ...props.axis, scale: scaleOf(values, { with: [0], ticks: 3 }) };
  return (
    <Figure
      texts={texts}
      empty={panels.length === 0}
      table={panels.map(({ title, rows }) => (
        <DataTable
          caption={title}
          columns={[
            { key: 'group', label: heads.group, heads: true },
            { key: 'members', label: heads.members, align: 'end' },
            ...names.map((name, at) => ({ key: `c${at}`, label: name, align: 'end' as const })),
          ]}
          rows={rows.map((row) => ({
            ...{ group: row.label, members: row.members },
            ...Object.fromEntries(row.values.map((value, at) => [`c${at}`, props.write(value)])),
          }))}
        />
      ))}
    >
      <Legend names={names} />
      <div class="lab-panels">
        {panels.map((panel) => (
          <div class="lab-panel">
            <h4>{panel.title}</h4>
            {panel.rows.map((row) => (
              <Row row={row} names={names} axis={axis} write={props.write} />
            ))}
            <div class="lab-group-row">
              <span />
              <AxisTicks axis={axis} />
            </div>
          </div>
        ))}
      </div>
      <p class="lab-axis-title lab-axis-x">{axis.title}</p>
    </Figure>
  );
}

function Row(props: {
  readonly row: GroupPanel['rows'][number];
  readonly names: readonly string[];
  readonly axis: PlotAxis;
  readonly write: (value: number) => string;
}) {
  const { row, names, axis, write } = props;
  const drawn = row.values.filter(isDrawn).map((value) => axis.scale.at(value));
  const said = row.values.map((value, at) => `${names[at] ?? ''} ${write(value)}`).join('; ');
  return (
    <div class="lab-group-row">
      <span class="lab-group-name">{row.label}</span>
      <svg class="lab-strip" role="img" aria-label={`${row.label}: ${said}`} height={height}>
        {axis.scale.ticks.map((tick) => (
          <line
            class="lab-grid"
            x1={`${axis.scale.at(tick)}%`}
            x2={`${axis.scale.at(tick)}%`}
            y1="0"
            y2="100%"
          />
        ))}
        {drawn.length === 0 ? null : (
          <line
            class="lab-joined"
            x1={`${Math.min(...drawn)}%`}
            x2={`${Math.max(...drawn)}%`}
            y1="50%"
            y2="50%"
          />
        )}
        {row.values.map((value, series) =>
          isDrawn(value) ? <Mark series={series} x={axis.scale.at(value)} y={50} /> : null,
        )}
      </svg>
    </div>
  );
}
