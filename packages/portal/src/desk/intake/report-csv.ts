import type { ImportReport } from '@credence/casework';
import { describeProblem, type Language } from '@credence/domain';

const headers: Readonly<Record<Language, readonly string[]>> = {
  zh: ['工作表', '行', '列', '文件里写的', '问题', '说明', '可以填', '怎么办', '代码'],
  en: ['sheet', 'row', 'column', 'value', 'problem', 'detail', 'accepted', 'what to do', 'code'],
};

/** Every listed problem of a report as a table that spreadsheets open. */
export function reportCsv(report: ImportReport, language: Language): string {
  const lines = report.problems.map(({ sheet, row, column, value, problem, accepted }) => {
    const { title, detail, todo } = describeProblem(problem, language);
    const place = [sheet ?? '', String(row), column ?? '', value ?? ''];
    return [...place, title, detail, accepted ?? '', todo, problem.code];
  });
  const rows = [headers[language], ...lines].map((cells) => cells.map(cell).join(','));
  // The mark tells spreadsheets that this is UTF-8.
  return `\uFEFF${rows.join('\r\n')}\r\n`;
}

/** Quoted, and never a formula: a cell of a stranger's file may begin with anything. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
