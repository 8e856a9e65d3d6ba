import type { Child } from 'hono/jsx';

import type { Words } from '../words/words.ts';
import { DataTable } from './data-table.tsx';
import { AsGiven } from './text.tsx';

/** What became of a file, as its report says it. */
export interface ImportReportView {
  readonly outcome: 'accepted' | 'known-file' | 'refused' | 'checked';
  readonly rowsRead: number;
  readonly recorded: number;
  readonly known: number;
  /** Rows about natural persons: counted, never stored. */
  readonly setAside: number;
  readonly droppedColumns: readonly { readonly column: string; readonly cells: number }[];
  /** The first problems, each in words with what is accepted. */
  readonly problems: readonly ImportProblem[];
  readonly problemsTotal: number;
}

export interface ImportProblem {
  readonly row: number;
  /** Absent in a file of one table. */
  readonly sheet?: string;
  /** Empty where the whole row is meant. */
  readonly column: string;
  /** As the file says it; empty when the cell is. */
  readonly value: string;
  readonly says: Child;
}

/** First whether anything was imported, then the rows to mend, then what was never stored. */
export function ImportReport(props: {
  readonly words: Words;
  readonly report: ImportReportView;
  readonly downloadHref?: string;
}) {
  const { words, report } = props;
  const space = words.language === 'zh' ? '' : ' ';
  const more = report.problemsTotal - report.problems.length;
  return (
    <div class="import-report">
      <p>
        <b>{outcomeText(words, report)}</b>
        {space}
        {countsText(words, report)}
      </p>
      {report.problems.length === 0 ? null : (
        <ProblemTable words={words} problems={report.problems} />
      )}
      {more > 0 ? <p class="quiet">{words.t('intake.moreProblems', { count: more })}</p> : null}
      <p class="quiet">
        {borderText(words, report)}
        {props.downloadHref === undefined ? null : (
          <>
            {space}
            <a href={props.downloadHref}>{words.t('intake.report')}</a>
          </>
        )}
      </p>
    </div>
  );
}

/** Rows to mend: where, what the file says, what is wrong and what is accepted. */
export function ProblemTable(props: {
  readonly words: Words;
  readonly problems: readonly ImportProblem[];
}) {
  const { words, problems } = props;
  const sheets = problems.some(({ sheet }) => sheet !== undefined);
  return (
    <DataTable
      caption={words.t('intake.problems')}
      captionHidden
      columns={[
        ...(sheets ? [{ key: 'sheet', label: words.t('intake.sheet') }] : []),
        { key: 'row', label: words.t('intake.row'), heads: true },
        { key: 'column', label: words.t('intake.column') },
        { key: 'value', label: words.t('intake.fileSays') },
        { key: 'problem', label: words.t('intake.problem') },
      ]}
      rows={problems.map((problem) => ({
        sheet: problem.sheet === undefined ? '' : <AsGiven words={words} text={problem.sheet} />,
        row: problem.row,
        column:
          problem.column === '' ? (
            words.t('intake.wholeRow')
          ) : (
            <AsGiven words={words} text={problem.column} class="mono" />
          ),
        value:
          problem.column === '' ? (
            ''
          ) : problem.value === '' ? (
            words.t('intake.empty')
          ) : (
            <AsGiven words={words} text={problem.value} class="mono" />
          ),
        problem: problem.says,
      }))}
    />
  );
}

function outcomeText(words: Words, { outcome, recorded }: ImportReportView): string {
  switch (outcome) {
    case 'accepted':
      return words.t('intake.imported', { count: recorded });
    case 'known-file':
      return words.t('intake.knownFile');
    case 'refused':
      return words.t('intake.nothingImported');
    case 'checked':
      return words.t('intake.checkedOnly');
  }
}

function countsText(words: Words, report: ImportReportView): string {
  const parts = [words.t('intake.read', { count: report.rowsRead })];
  if (report.known > 0) parts.push(words.t('intake.known', { count: report.known }));
  if (report.problemsTotal > 0) {
    parts.push(words.t('intake.withErrors', { count: report.problemsTotal }));
    parts.push(words.t('intake.wholeFile'));
  }
  return parts.join(words.language === 'zh' ? '' : ' ');
}

function borderText(words: Words, { setAside, droppedColumns }: ImportReportView): string {
  const parts = [];
  if (setAside > 0) parts.push(words.t('intake.setAside', { count: setAside }));
  if (droppedColumns.length > 0) {
    const list = words.list(
      droppedColumns.map(({ column, cells }) =>
        words.t('intake.columnDropped', { column, count: cells }),
      ),
    );
    parts.push(words.t('intake.columnsDropped', { list }));
  }
  return parts.join(words.language === 'zh' ? '' : ' ');
}
