import type { ImportReport } from '@credence/casework';
import type { Language } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { Terminal } from '../terminal.ts';
import { printImport, type FileOutcome } from './import-report.ts';

const report: ImportReport = {
  fileName: 'history.csv',
  hash: 'a'.repeat(64),
  item: 'food_inspection',
  source: 'cdph',
  mapping: 'none',
  rowsRead: 3,
  recorded: 0,
  fresh: 0,
  known: 0,
  setAside: 0,
  expired: 3,
  refused: 0,
  toReview: 0,
  changed: 0,
  changes: [],
  droppedColumns: [],
  understood: [],
  notUnderstood: [],
  ignored: [],
  problems: [],
  problemsTotal: 0,
  problemsByCode: {},
  warnings: [],
};

function printed(outcome: FileOutcome, language: Language = 'en'): string {
  const said: string[] = [];
  const terminal: Terminal = {
    ...{ cwd: '/', language, isTty: false, columns: 80 },
    out: (text) => said.push(text),
    err: () => undefined,
  };
  printImport(terminal, outcome);
  return said.join('');
}

describe('what became of a file', () => {
  it('says that rows are past their retention, in a trial before anything is lost', () => {
    const checked: FileOutcome = { kind: 'checked', report };
    expect(printed(checked)).toContain(
      "3 rows are past their retention by today's date; they would not be stored.",
    );
    expect(printed(checked, 'zh')).toContain('3 行按今天已过保存期限，不会保存。');
  });

  it('says nothing of retention where every row may be held', () => {
    expect(printed({ kind: 'checked', report: { ...report, expired: 0 } })).not.toContain(
      'retention',
    );
  });
});
