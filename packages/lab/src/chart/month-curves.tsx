import { DataTable } from '@credence/pages';

import { Figure, type FigureTexts } from './figure.tsx';
import { Legend, SeriesLine } from './marks.tsx';
import { heightOf, Plot, type PlotAxis } from './plot.tsx';
import { isDrawn, scaleOf } from './scale.ts';

/** One figure month by month, under each regime. */
export interface CurvePanel {
  readonly title: string;
  readonly says: string;
  /** One for each regime, in the order of the names; a figure for every month from the first. */
  readonly curves: readonly (readonly number[])[];
}

const height = 130;

/** Small multiples: the same months below each other, each figure on a scale of its own from nought. */
export function MonthCurves(props: {
  readonly texts: FigureTexts;
  readonly names: readonly string[];
  readonly panels: readonly CurvePanel[];
  readonly months: string;
  readonly number: (value: number) => string;
}) {
  const { texts, names, panels, number } = props;
  const drawn = panels.filter(({ curves }) => curves.some((curve) => curve.some(isDrawn)));
  return (
    <Figure
      texts={texts}
      empty={drawn.length === 0}
      table={drawn.map((panel) => (
        <PanelTable {...{ panel, names, number }} months={props.months} />
      ))}
    >
      <Legend lines names={names} />
      <div class="lab-panels">
        {drawn.map((panel, at) => (
          <Panel id={`${texts.id}-${at}`} panel={panel} months={props.months} number={number} />
        ))}
      </div>
    </Figure>
  );
}

function Panel(props: {
  readonly id: string;
  readonly panel: CurvePanel;
  readonly months: string;
  readonly number: (value: number) => string;
}) {
  const { id, panel, number } = props;
  const last = Math.max(1, ...panel.curves.map((curve) => curve.length));
  const x: PlotAxis = {
    scale: scaleOf([1, last], { ticks: 3, exact: true }),
    title: props.months,
    write: number,
  };
  const scale = scaleOf(panel.curves.flat(), { with: [0], ticks: 3 });
  const y: PlotAxis = { scale, title: '', write: number };
  return (
    <div class="lab-panel">
      <h4>{panel.title}</h4>
      <Plot id={id} title={panel.title} says={panel.says} {...{ x, y, height }}>
        {panel.curves.map((curve, series) => (
          <SeriesLine
            series={series}
            points={curve.flatMap((value, month) =>
              isDrawn(value) ? [[x.scale.at(month + 1), heightOf(y, value)] as const] : [],
            )}
          />
        ))}
      </Plot>
    </div>
  );
}

function PanelTable(props: {
  readonly panel: CurvePanel;
  readonly names: readonly string[];
  readonly months: string;
  readonly number: (value: number) => string;
}) {
  const { panel, names, number } = props;
  const months = Math.max(0, ...panel.curves.map((curve) => curve.length));
  return (
    <DataTable
      caption={panel.title}
      columns={[
        { key: 'month', label: props.months, heads: true },
        ...names.map((name, at) => ({ key: `c${at}`, label: name, align: 'end' as const })),
      ]}
      rows={Array.from({ length: months }, (_, month) => ({
        month: number(month + 1),
        ...Object.fromEntries(
          panel.curves.map((curve, at) => {
            const value = curve[month];
            return [`c${at}`, value === undefined || !isDrawn(value) ? '—' : number(value)];
          }),
        ),
      }))}
    />
  );
}
