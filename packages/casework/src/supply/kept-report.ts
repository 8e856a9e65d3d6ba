import type { KeptReport } from '../entry/supply-payload.ts';
import type { ImportReport } from '../intake/import-report.ts';

/** Problems that are kept with a batch; the rest is a number. */
const maxKeptProblems = 200;

/** What may be kept of a report for good: places and codes, and nothing that a cell said. */
export function keptReport(report: ImportReport): KeptReport {
  const { rowsRead, expired, problemsTotal } = report;
  return {
    rowsRead,
    expired,
    understood: report.understood.map(({ as, ...place }) => ({ ...placeOf(place), as })),
    dropped: report.droppedColumns.map(({ cells, because, ...place }) => ({
      ...placeOf(place),
      cells,
      because,
    })),
    notUnderstood: report.notUnderstood.map(placeOf),
    ignored: report.ignored.map(placeOf),
    problems: report.problems.slice(0, maxKeptProblems).map(({ row, sheet, column, problem }) => ({
      row,
      ...(sheet === undefined ? {} : { sheet }),
      ...(column === undefined ? {} : { column }),
      code: problem.code,
    })),
    problemsTotal,
    warnings: report.warnings.map(({ code, rows }) => ({ code, rows })),
  };
}

function placeOf({ column, sheet }: { readonly column: string; readonly sheet?: string }) {
  return sheet === undefined ? { column } : { column, sheet };
}
