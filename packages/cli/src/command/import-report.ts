import type { ImportOutcome, ImportReport } from '@credence/casework';
import { describeProblem, type Language } from '@credence/domain';

import { line, type Terminal } from '../terminal.ts';

const words = {
  zh: {
    accepted: (recorded: number, known: number) =>
      `已入库：新增 ${recorded} 条，已有 ${known} 条。`,
    knownFile: (known: number) => `这份文件已经导入过：新增 0 条，已有 ${known} 条。`,
    refused: (rows: number, faults: number) =>
      `没有导入任何一行。读取 ${rows} 行，有误 ${faults} 处；整份文件一起成功，或一起退回。`,
    accepts: (text: string) => `可以填：${text}。`,
    checked: (rows: number) => `只检查，没有保存。读取 ${rows} 行。`,
    partly: (refused: number) => `按明确指示只导入无误的行；${refused} 行有误，没有导入。`,
    toReview: (rows: number) =>
      `${rows} 行与库中内容不符，已交承办人核实（credence matter list）。`,
    changed: (rows: number) =>
      `${rows} 行载明登记事项的变更，按变更登记记入，不新增记录；原名称仍可查到。`,
    wouldChange: (rows: number) => `${rows} 行载明登记事项的变更，导入时将记为变更登记。`,
    change: { name: '名称变更', address: '住所变更', representative: '法定代表人变更' },
    from: (day: string) => `自 ${day}`,
    setAside: (rows: number) => `${rows} 行与自然人有关，未保存。`,
    expired: (rows: number, isTrial: boolean) =>
      `${rows} 行按今天已过保存期限，${isTrial ? '不会' : '没有'}保存。`,
    dropped: (columns: string, cells: number) =>
      `在入口删除个人信息列：${columns}，共 ${cells} 个值，未保存。`,
    notUnderstood: (columns: string) => `不认识的列，未保存：${columns}`,
    more: (count: number) => `另有 ${count} 处，见完整报告（--format json）。`,
    row: '行',
    column: '列',
    nothing: '空',
  },
  en: {
    accepted: (recorded: number, known: number) => `Imported: ${recorded} new, ${known} known.`,
    knownFile: (known: number) => `This file was imported before: 0 new, ${known} known.`,
    refused: (rows: number, faults: number) =>
      `Nothing was imported. Rows read: ${rows}, faults: ${faults}. A file goes in whole or not at all.`,
    accepts: (text: string) => `Accepted: ${text}.`,
    checked: (rows: number) => `Checked only, nothing stored. ${rows} rows read.`,
    partly: (refused: number) =>
      `As told, only rows without fault were imported; ${refused} rows had faults and were not.`,
    toReview: (rows: number) =>
      `${rows} rows contradict the register and wait at a desk (credence matter list).`,
    changed: (rows: number) =>
      `${rows} rows state a change of what is registered. Each is now a dated event and no new record; former names are still found.`,
    wouldChange: (rows: number) =>
      `${rows} rows state a change of what is registered; an import would enter it as a dated event.`,
    change: {
      name: 'change of name',
      address: 'change of address',
      representative: 'change of legal representative',
    },
    from: (day: string) => `from ${day}`,
    setAside: (rows: number) => `${rows} rows are about natural persons; they were not stored.`,
    expired: (rows: number, isTrial: boolean) =>
      `${rows} rows are past their retention by today's date; they ${isTrial ? 'would not be' : 'were not'} stored.`,
    dropped: (columns: string, cells: number) =>
      `Columns about people dropped at the border: ${columns}; ${cells} values, not stored.`,
    notUnderstood: (columns: string) => `Columns not understood, not stored: ${columns}`,
    more: (count: number) => `${count} more in the whole report (--format json).`,
    row: 'row',
    column: 'column',
    nothing: 'empty',
  },
} as const;

/** What became of a file that was opened. */
export type FileOutcome = Exclude<ImportOutcome, { readonly kind: 'command-refused' }>;

const faultsShown = 50;

/** Prints what became of a file: first whether anything was stored, then every fault with its place. */
export function printImport(terminal: Terminal, outcome: FileOutcome): void {
  const say = words[terminal.language];
  const { report } = outcome;
  line(terminal, headline(outcome, terminal.language));
  if (outcome.kind === 'accepted' && report.problemsTotal > 0) {
    line(terminal, say.partly(report.refused));
  }
  for (const fault of report.problems.slice(0, faultsShown)) printFault(terminal, fault);
  if (report.problemsTotal > faultsShown) {
    line(terminal, say.more(report.problemsTotal - faultsShown));
  }
  if (outcome.kind === 'accepted' && report.toReview > 0) {
    line(terminal, say.toReview(report.toReview));
  }
  printChanges(terminal, outcome);
  if (report.setAside > 0) line(terminal, say.setAside(report.setAside));
  if (report.expired > 0) line(terminal, say.expired(report.expired, outcome.kind === 'checked'));
  const dropped = report.droppedColumns;
  if (dropped.length > 0) {
    const cells = dropped.reduce((sum, { cells: count }) => sum + count, 0);
    line(terminal, say.dropped(dropped.map(({ column }) => column).join(', '), cells));
  }
  if (report.notUnderstood.length > 0) {
    line(terminal, say.notUnderstood(report.notUnderstood.map(({ column }) => column).join(', ')));
  }
}

/** What a registration file changed, one line each; nothing is changed by one that was refused. */
function printChanges(terminal: Terminal, { kind, report }: FileOutcome): void {
  const say = words[terminal.language];
  if (report.changed === 0 || kind === 'known-file') return;
  const says = kind === 'accepted' ? say.changed : say.wouldChange;
  line(terminal, says(report.changed));
  for (const { row, event, effectiveOn, before, after } of report.changes.slice(0, faultsShown)) {
    const values = [before, after].filter((value) => value !== undefined).join(' → ');
    const what = [say.change[event], values].filter((text) => text !== '').join(' ');
    line(terminal, `  ${say.row} ${row}: ${what}, ${say.from(effectiveOn)}`);
  }
}

function headline(outcome: FileOutcome, language: Language): string {
  const say = words[language];
  const { report } = outcome;
  switch (outcome.kind) {
    case 'accepted':
      return say.accepted(report.recorded, report.known);
    case 'known-file':
      return say.knownFile(report.known);
    case 'refused':
      return say.refused(report.rowsRead, report.problemsTotal);
    case 'checked':
      return say.checked(report.rowsRead);
  }
}

function printFault(terminal: Terminal, fault: ImportReport['problems'][number]): void {
  const say = words[terminal.language];
  const { title, detail, todo } = describeProblem(fault.problem, terminal.language);
  const place = [
    fault.sheet,
    `${say.row} ${fault.row}`,
    fault.column === undefined ? undefined : `${say.column} ${fault.column}`,
  ].filter((part) => part !== undefined);
  const value = fault.value === '' ? ` ${say.nothing}` : ` "${fault.value ?? ''}"`;
  line(terminal, `  ${place.join(', ')}${fault.value === undefined ? '' : value}: ${title}`);
  const { accepted = '' } = fault;
  const accepts = accepted === '' || detail.includes(accepted) ? '' : say.accepts(accepted);
  line(terminal, `      ${[detail, accepts, todo].filter((text) => text !== '').join(' ')}`);
}
