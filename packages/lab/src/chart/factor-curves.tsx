import { DataTable } from '@credence/pages';

import type { Estimate } from '../experiment/comparison.ts';
import { Figure, type FigureTexts } from './figure.tsx';
import { Legend, Mark, SeriesBand, SeriesLine } from './marks.tsx';
import { heightOf, Plot, type PlotAxis } from './plot.tsx';
import { isDrawn, scaleOf } from './scale.ts';

/** One measure over the levels of what was varied, under each regime. */
export interface FactorPanel {
  readonly title: string;
  /** The limit of the measure, in words, where it has one. */
  readonly note?: string;
  readonly says: string;
  /** One for each regime, in the order of the names; an estimate for every level. */
  readonly curves: readonly (readonly (Estimate | undefined)[])[];
  readonly limit?: number;
  /** Further values that have to be on the scale, so that drawings of the same measure compare. */
  readonly reach?: readonly number[];
  readonly tick: (value: number) => string;
  readonly estimate: (estimate: Estimate) => string;
}

/** Harms before benefits, each part under its name. */
export interface FactorPart {
  readonly heading: string;
  readonly panels: readonly FactorPanel[];
}

/** What was varied: its name, its levels as written, and where they stand on the axis. */
export interface FactorLevels {
  readonly title: string;
  readonly labels: readonly string[];
  readonly axis: PlotAxis;
  /** The place of each level on the scale of the axis. */
  readonly places: readonly number[];
}

const height = 140;

/** Small multiples: measures over one factor, a line for each regime, its 95 % interval as a band. */
export function FactorCurves(props: {
  readonly texts: FigureTexts;
  readonly names: readonly string[];
  readonly parts: readonly FactorPart[];
  readonly levels: FactorLevels;
}) {
  const { texts, names, levels } = props;
  const parts = props.parts.filter(({ panels }) => panels.length > 0);
  const drawn = parts.flatMap(({ panels }) => panels);
  return (
    <Figure
      texts={texts}
      empty={drawn.length === 0 || levels.places.length === 0}
      table={drawn.map((panel) => (
        <PanelTable panel={panel} names={names} levels={levels} />
      ))}
    >
      <Legend lines names={names} />
      {parts.map(({ heading, panels }, part) => (
        <>
          <p class="lab-forest-heading">{heading}</p>
          <div class="lab-panels">
            {panels.map((panel, at) => (
              <Panel id={`${texts.id}-${part}-${at}`} panel={panel} levels={levels} />
            ))}
          </div>
        </>
      ))}
    </Figure>
  );
}

function Panel(props: {
  readonly id: string;
  readonly panel: FactorPanel;
  readonly levels: FactorLevels;
}) {
  const { id, panel, levels } = props;
  const { title, note, says, curves, limit, reach = [], tick } = panel;
  const x = levels.axis;
  const ends = curves.flat().flatMap((found) => (found === undefined ? [] : endsOf(found)));
  const isNear = limit !== undefined && Math.max(0, ...ends, ...reach) * 3 >= limit;
  const scale = scaleOf([...ends, ...reach, ...(isNear ? [limit] : [])], { with: [0], ticks: 3 });
  const y: PlotAxis = { scale, title: '', write: tick };
  const at = (level: number) => x.scale.at(levels.places[level] ?? 0);
  const along = (curve: FactorPanel['curves'][number], pick: (found: Estimate) => number) =>
    curve.flatMap((found, level) =>
      found === undefined || !isDrawn(pick(found))
        ? []
        : [[at(level), heightOf(y, pick(found))] as const],
    );
  return (
    <div class="lab-panel">
      <h4>{title}</h4>
      {note === undefined ? null : <p class="quiet lab-panel-note">{note}</p>}
      <Plot {...{ id, title, says, x, y, height }}>
        {curves.map((curve, series) => (
          <SeriesBand
            series={series}
            upper={along(curve, ({ high }) => high)}
            lower={along(curve, ({ low }) => low)}
          />
        ))}
        {isNear ? (
          <line
            class="lab-limit"
            x1="0%"
            x2="100%"
            y1={`${heightOf(y, limit)}%`}
            y2={`${heightOf(y, limit)}%`}
          />
        ) : null}
        {curves.map((curve, series) => (
          <SeriesLine series={series} points={along(curve, ({ value }) => value)} />
        ))}
        {curves.flatMap((curve, series) =>
          along(curve, ({ value }) => value).map(([left, top]) => (
            <Mark series={series} x={left} y={top} />
          )),
        )}
      </Plot>
    </div>
  );
}

function endsOf({ value, low, high }: Estimate): readonly number[] {
  return [value, low, high].filter(isDrawn);
}

function PanelTable(props: {
  readonly panel: FactorPanel;
  readonly names: readonly string[];
  readonly levels: FactorLevels;
}) {
  const { panel, names, levels } = props;
  return (
    <DataTable
      caption={panel.title}
      columns={[
        { key: 'level', label: levels.title, heads: true },
        ...names.map((name, at) => ({ key: `c${at}`, label: name, align: 'end' as const })),
      ]}
      rows={levels.labels.map((level, row) => ({
        level,
        ...Object.fromEntries(
          panel.curves.map((curve, at) => {
            const found = curve[row];
            return [`c${at}`, found === undefined ? '—' : panel.estimate(found)];
          }),
        ),
      }))}
    />
  );
}
