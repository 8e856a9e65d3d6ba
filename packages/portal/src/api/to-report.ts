import type { ImportReport } from '@credence/casework';
import { describeProblem, type Language } from '@credence/domain';

/** A report for machines: every problem with its code and in words of one language. */
export function toReport(report: ImportReport, language: Language) {
  const { fileName, hash, item, source, mapping, rowsRead, fresh, known } = report;
  const { setAside, expired, refused, toReview, changed, problemsTotal } = report;
  return {
    ...{ fileName, hash, item, source, mapping, rowsRead, fresh, known },
    ...{ setAside, expired, refused, toReview, changed },
    changes: report.changes.map((change) => ({ ...change })),
    understood: report.understood.map((column) => ({ ...column })),
    droppedColumns: report.droppedColumns.map((column) => ({ ...column })),
    notUnderstood: report.notUnderstood.map((column) => ({ ...column })),
    ignored: report.ignored.map((column) => ({ ...column })),
    problems: report.problems.map(({ row, sheet, column, value, problem, accepted }) => ({
      row,
      ...(sheet === undefined ? {} : { sheet }),
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value }),
      code: problem.code,
      ...describeProblem(problem, language),
      ...(accepted === undefined ? {} : { accepted }),
    })),
    problemsTotal,
    warnings: report.warnings.map(({ code, rows }) => ({ code, rows })),
  };
}
