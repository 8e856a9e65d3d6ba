import { line, type Terminal } from '../terminal.ts';
import { meetsTargets, searchTargets, type SearchFigures } from './search-figures.ts';

/** The figures as a table, with what they have to reach beside them. */
export function printSearch(terminal: Terminal, figures: SearchFigures): void {
  const { engine, subjects, loadSeconds, classes, broad, sizes } = figures;
  line(terminal, `${engine}, ${subjects} organisations, filled in ${loadSeconds} s`);
  line(terminal, `class: queries, recall@10 (>= ${searchTargets.recall}), p50 / p95 ms`);
  for (const { kind, queries, recall, times, missed } of classes) {
    const why = missed.length === 0 ? '' : `  missed: ${missed.slice(0, 3).join(' | ')}`;
    line(terminal, `  ${kind}: ${queries}, ${recall}, ${times.p50} / ${times.p95}${why}`);
  }
  const right = broad.filter(({ isAsOracle }) => isAsOracle).length;
  line(
    terminal,
    `broad queries in the order and count of a look at every name: ${right} of ${broad.length}`,
  );
  for (const { text, matches, isAsOracle, milliseconds } of broad) {
    const order = isAsOracle ? '' : '  DIFFERS';
    line(terminal, `  ${text}: ${matches} match, ${milliseconds.toFixed(1)} ms${order}`);
  }
  for (const name of ['labelled', 'broadTimes', 'all'] as const) {
    const { count, p50, p95, p99, max } = figures[name];
    const says = { labelled: 'labelled', broadTimes: 'broad', all: 'all' }[name];
    line(terminal, `${says}: ${count} queries, p50 ${p50}, p95 ${p95}, p99 ${p99}, max ${max} ms`);
  }
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  line(terminal, `size: ${megabytes(total)} in all`);
  for (const { name, bytes } of sizes) line(terminal, `  ${name}: ${megabytes(bytes)}`);
  const target = searchTargets.p95[engine];
  line(terminal, `targets (p95 <= ${target} ms): ${meetsTargets(figures) ? 'met' : 'NOT met'}`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
