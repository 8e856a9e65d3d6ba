import type { Comparison } from '../comparison.ts';
import { panelsOf, type ShownPanel } from './shown-panel.ts';

/**
 * A comparison as rows: for each regime its verdict, its harms, then its benefits and figures; then
 * the paired differences. Numbers are written in full.
 */
export function comparisonCsv(comparison: Comparison): string {
  const rows: (readonly (string | number)[])[] = [
    ['row', 'from', 'regime', 'side', 'measure', 'unit', 'value', 'low', 'high'],
  ];
  for (const { regime, verdict, harms, benefits, figures } of panelsOf(comparison)) {
    rows.push(['verdict', '', regime.id, '', stateOf(verdict)]);
    for (const { measure, found } of [...harms, ...benefits, ...figures]) {
      const { id, side, unit } = measure;
      rows.push(['figure', '', regime.id, side, id, unit, found.value, found.low, found.high]);
    }
  }
  for (const { from, to, differences, winners, losers, unchanged } of comparison.pairs) {
    for (const { id, side, unit } of comparison.measures) {
      const found = differences[id];
      if (found === undefined) continue;
      rows.push(['difference', from, to, side, id, unit, found.value, found.low, found.high]);
    }
    const fates = { 'lose-less': winners, 'lose-more': losers, 'lose-the-same': unchanged };
    for (const [id, count] of Object.entries(fates)) {
      rows.push(['subjects', from, to, '', id, 'count', count, count, count]);
    }
  }
  const width = rows[0]?.length ?? 0;
  return rows
    .map((row) => Array.from({ length: width }, (_, at) => quote(row[at] ?? '')).join(','))
    .map((line) => `${line}\r\n`)
    .join('');
}

function stateOf({ promulgable, beyond }: ShownPanel['verdict']): string {
  if (promulgable) return 'within limits';
  return beyond.length > 0 ? 'not promulgable' : 'not decided';
}

function quote(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
