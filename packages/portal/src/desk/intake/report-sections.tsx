import type { ImportReport, LateDecisions, UploadView } from '@credence/casework';
import { describeProblem } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  Day,
  Pagination,
  ProblemTable,
  Section,
  TitleText,
  type ImportProblem,
} from '@credence/pages';

import { MixedText } from '../../page/mixed-text.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { uploadPath, withQuery } from '../../request/paths.ts';
import { wordsOf } from './desk-page.tsx';
import { FileColumns } from './file-columns.tsx';

/** Problems on one page of the list. */
const problemsPerPage = 50;

/** Rows to mend: where, what the file says, what is wrong, what is accepted. */
export function ProblemSection(props: {
  readonly context: PageContext;
  readonly view: UploadView;
  readonly report: ImportReport;
  readonly page: number;
}) {
  const { context, view, report, page } = props;
  const { words } = context;
  const say = wordsOf(context);
  const { problems, problemsTotal } = report;
  if (problems.length === 0) return null;
  const path = linkTo(context, uploadPath(view.id));
  const from = (page - 1) * problemsPerPage;
  const shown = problems.slice(from, from + problemsPerPage);
  return (
    <Section
      heading={say.toMend}
      id="problems"
      aside={<a href={`${path}/report.csv`}>{say.whereAll}</a>}
    >
      <div class="problem-list">
        <ProblemTable words={words} problems={shown.map((found) => toProblem(context, found))} />
      </div>
      {problemsTotal > problems.length ? (
        <p class="quiet after-table">
          {say.listedFirst(words.number(problems.length), words.number(problemsTotal))}
        </p>
      ) : null}
      {problems.length > problemsPerPage ? (
        <Pagination
          words={words}
          page={page}
          pageSize={problemsPerPage}
          total={problems.length}
          hrefOf={(number) => `${withQuery(path, { page: number })}#problems`}
        />
      ) : null}
    </Section>
  );
}

function toProblem(context: PageContext, found: ImportReport['problems'][number]): ImportProblem {
  const { words, language } = context;
  const { title, detail, todo } = describeProblem(found.problem, language);
  const { accepted = '' } = found;
  const says = wordsOf(context);
  const told = accepted === '' || detail.includes(accepted);
  const space = words.language === 'zh' ? '' : ' ';
  const tells = told ? detail : `${detail}${space}${says.accepts(accepted)}`;
  return {
    row: found.row,
    ...(found.sheet === undefined ? {} : { sheet: found.sheet }),
    column: found.column ?? '',
    value: found.value ?? '',
    says: (
      <>
        <b>
          <MixedText words={words} text={title} />
        </b>
        <br />
        <MixedText words={words} text={tells} />{' '}
        <span class="quiet">
          <MixedText words={words} text={todo} />
        </span>
      </>
    ),
  };
}

/** What each column was taken for, and what was left at the border. */
export function ColumnSections(props: {
  readonly context: PageContext;
  readonly report: ImportReport;
}) {
  const { context, report } = props;
  const say = wordsOf(context);
  return (
    <>
      <DroppedColumns {...props} />
      <Section heading={say.columnsTitle} id="columns">
        <UnderstoodColumns {...props} />
      </Section>
      <PlainColumns
        context={context}
        heading={say.notUnderstoodTitle}
        lead={say.notUnderstoodLead}
        columns={report.notUnderstood}
      />
      <PlainColumns context={context} heading={say.ignoredTitle} columns={report.ignored} />
    </>
  );
}

function DroppedColumns({ context, report }: { context: PageContext; report: ImportReport }) {
  const { words } = context;
  const say = wordsOf(context);
  const dropped = report.droppedColumns;
  if (dropped.length === 0) return null;
  const sheets = dropped.some(({ sheet }) => sheet !== undefined);
  return (
    <Section heading={say.droppedTitle} id="dropped">
      <p>{say.droppedLead}</p>
      <DataTable
        caption={say.droppedTitle}
        captionHidden
        columns={[
          { key: 'column', label: say.columnInFile, heads: true },
          ...(sheets ? [{ key: 'sheet', label: say.sheet }] : []),
          { key: 'because', label: say.reason },
          { key: 'cells', label: say.droppedCells, align: 'end' as const },
        ]}
        rows={dropped.map(({ column, sheet = '', cells, because }) => ({
          column: <AsGiven words={words} text={column} />,
          sheet: <AsGiven words={words} text={sheet} />,
          because: say.because[because],
          cells: words.number(cells),
        }))}
      />
    </Section>
  );
}

/** One row for each column of the standard; sheets of other years name it in other words. */
function UnderstoodColumns({ context, report }: { context: PageContext; report: ImportReport }) {
  const { words } = context;
  const say = wordsOf(context);
  const byCode = new Map<string, ImportReport['understood'][number][]>();
  for (const column of report.understood) {
    byCode.set(column.as, [...(byCode.get(column.as) ?? []), column]);
  }
  return (
    <DataTable
      caption={say.columnsTitle}
      captionHidden
      columns={[
        { key: 'as', label: say.columnAs, heads: true },
        { key: 'columns', label: say.columnInFile },
        { key: 'by', label: say.columnBy },
      ]}
      rows={[...byCode.values()].map((columns) => ({
        as: <ColumnOfStandard context={context} column={columns[0]} />,
        columns: <FileColumns context={context} columns={columns} />,
        by: words.list([...new Set(columns.map(({ by }) => say.by[by]))]),
      }))}
    />
  );
}

function ColumnOfStandard(props: {
  readonly context: PageContext;
  readonly column: ImportReport['understood'][number] | undefined;
}) {
  const { context, column } = props;
  if (column === undefined) return null;
  return (
    <>
      <TitleText words={context.words} text={column.says} /> <code class="quiet">{column.as}</code>
    </>
  );
}

function PlainColumns(props: {
  readonly context: PageContext;
  readonly heading: string;
  readonly lead?: string;
  readonly columns: ImportReport['notUnderstood'];
}) {
  const { context, heading, lead, columns } = props;
  if (columns.length === 0) return null;
  return (
    <Section heading={heading}>
      {lead === undefined ? null : <p>{lead}</p>}
      <FileColumns context={context} columns={columns} />
    </Section>
  );
}

/** Which decisions come after their day due: information, and no reason to refuse anything. */
export function LateSection(props: {
  readonly context: PageContext;
  readonly late: LateDecisions;
}) {
  const { context, late } = props;
  const { words } = context;
  const say = wordsOf(context);
  const more = late.total - late.first.length;
  return (
    <Section heading={say.lateTitle} id="late">
      <p>{lateSentence(context, late)}</p>
      {late.first.length === 0 ? null : (
        <DataTable
          caption={say.lateTitle}
          captionHidden
          columns={[
            { key: 'document', label: say.lateDocument, heads: true },
            { key: 'decided', label: say.lateDecided },
            { key: 'due', label: say.lateDue },
          ]}
          rows={late.first.map(({ document, decidedOn, dueOn }) => ({
            document: <AsGiven words={words} text={document} />,
            decided: <Day words={words} on={decidedOn} />,
            due: <Day words={words} on={dueOn} />,
          }))}
        />
      )}
      {more > 0 ? <p class="quiet after-table">{say.lateMore(words.number(more))}</p> : null}
    </Section>
  );
}

function lateSentence(context: PageContext, { total, dated }: LateDecisions): string {
  const say = wordsOf(context);
  const { words } = context;
  if (dated === 0) return say.lateUnknown;
  return total === 0
    ? say.lateNone(words.number(dated))
    : say.lateSome(words.number(total), words.number(dated));
}
