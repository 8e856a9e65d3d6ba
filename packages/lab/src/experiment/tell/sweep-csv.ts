import type { Sweep } from '../sweep.ts';
import { panelsOf } from './shown-panel.ts';

/** An experiment as rows: one for each point, regime and measure, harms before benefits. */
export function sweepCsv(sweep: Sweep): string {
  const heading = [...sweep.factors, 'regime', 'side', 'measure', 'unit', 'value', 'low', 'high'];
  const rows = sweep.points.flatMap((point) =>
    panelsOf({ ...sweep, outcomes: point.outcomes }).flatMap(
      ({ regime, harms, benefits, figures }) =>
        [...harms, ...benefits, ...figures].map(({ measure: { id, side, unit }, found }) => [
          ...sweep.factors.map((factor) => point.at[factor] ?? 0),
          ...[regime.id, side, id, unit, found.value, found.low, found.high],
        ]),
    ),
  );
  return [heading, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}
