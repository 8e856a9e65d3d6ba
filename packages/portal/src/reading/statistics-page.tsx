import type { RepairLine, StatisticsTable, StatisticsView } from '@credence/casework';
import { localise, type Language } from '@credence/domain';
import {
  BarChart,
  DataTable,
  EmptyState,
  PageHeading,
  Section,
  TitleText,
  type TableRow,
} from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { regionLabel } from '../page/region-label.ts';
import { paths, statisticsFilePath } from '../request/paths.ts';
import { listingWords } from '../words/listings.ts';
import { readingWords } from '../words/reading.ts';
import { Count, HowCounted } from './how-counted.tsx';
import { fileNameOf, type Counting } from './statistics-csv.ts';

/** Totals of what is on show, and how long repair takes. */
export function StatisticsPage(props: {
  readonly context: PageContext;
  readonly view: StatisticsView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = readingWords(context.language);
  return (
    <Frame
      context={context}
      title={say.statisticsTitle}
      area="figures"
      json={`${paths.api}/statistics`}
      breadcrumb={[
        { label: say.listsTitle, href: linkTo(context, paths.lists) },
        { label: say.statisticsTitle },
      ]}
      heading={<PageHeading title={say.statisticsTitle} />}
    >
      <p class="summary">{say.statisticsLead}</p>
      {view.tables.length + view.listings.length === 0 ? (
        <EmptyState heading={say.statisticsEmpty} meaning={say.listEmptyMeaning} />
      ) : (
        <>
          {view.tables.map((table) => (
            <Table context={context} table={table} counting="records" />
          ))}
          {view.listings.map((table) => (
            <Table context={context} table={table} counting="listings" />
          ))}
        </>
      )}
      <p class="quiet after-table">{say.withheldOnShow}</p>
      <Section id="unanswered" heading={say.unansweredTitle}>
        <p class="prose">
          {view.unanswered === null
            ? say.unansweredFew
            : say.unanswered(words.number(view.unanswered))}
        </p>
      </Section>
      {view.repair.length === 0 ? null : (
        <Section
          id="repair"
          heading={say.repairTitle}
          aside={<HowCounted context={context} id="repair-times" />}
        >
          <p class="prose">{say.repairLead(words.date(view.repairFrom))}</p>
          <RepairTable context={context} lines={view.repair} />
          <p class="quiet after-table">{say.withheldNote}</p>
        </Section>
      )}
    </Frame>
  );
}

/** Columns without words under them say nothing: classes and agencies have the table alone. */
function MonthChart({ context, table, counting }: TableProps) {
  if (table.by !== 'month') return null;
  const { words, language } = context;
  const say = wordsFor(counting, language);
  const { rowTotals } = table.counts;
  const highest = Math.max(0, ...rowTotals.map((total) => total ?? 0));
  const heading = say.by.month;
  const says = say.chart(heading, words.number(highest));
  return (
    <BarChart
      says={highest === 0 ? say.chartNone(heading) : says}
      highest={`${words.number(highest)} ${say.unit}`}
      bars={table.rows.map(({ code }, index) => ({ label: code, value: rowTotals[index] ?? null }))}
    />
  );
}

interface TableProps {
  readonly context: PageContext;
  readonly table: StatisticsTable;
  readonly counting: Counting;
}

function wordsFor(counting: Counting, language: Language) {
  const { statisticsBy, statisticsChart, statisticsChartNone, records } = readingWords(language);
  if (counting === 'records') {
    return {
      by: statisticsBy,
      chart: statisticsChart,
      chartNone: statisticsChartNone,
      unit: records,
    };
  }
  const { countedBy, chart, chartNone, entries } = listingWords(language);
  return { by: countedBy, chart, chartNone, unit: entries };
}

function Table({ context, table, counting }: TableProps) {
  const { words, language } = context;
  const say = readingWords(language);
  const heading = wordsFor(counting, language).by[table.by];
  const file = fileNameOf(counting, table);
  const { rows, columns, counts } = table;
  const cells = (countOf: (column: number) => number | null, total: number | null): TableRow => ({
    ...Object.fromEntries(
      columns.map(({ code }, index) => [code, <Count context={context} value={countOf(index)} />]),
    ),
    total: <Count context={context} value={total} />,
  });
  return (
    <Section
      id={`by-${file}`}
      heading={heading}
      aside={<HowCounted context={context} id="statistics" />}
    >
      <MonthChart {...{ context, table, counting }} />
      <DataTable
        caption={heading}
        captionHidden
        columns={[
          { key: 'row', label: say.statisticsRow[table.by], heads: true },
          ...columns.map(({ code, title }) => ({
            key: code,
            label: localise(title, language).text,
            align: 'end' as const,
          })),
          { key: 'total', label: say.statisticsTotal, align: 'end' },
        ]}
        rows={rows.map((row, index) => ({
          row:
            row.title === undefined ? (
              regionLabel(context, row.code)
            ) : (
              <TitleText words={words} text={row.title} />
            ),
          ...cells(
            (column) => counts.cells[index]?.[column] ?? null,
            counts.rowTotals[index] ?? null,
          ),
        }))}
        foot={{
          row: say.statisticsTotal,
          ...cells((column) => counts.columnTotals[column] ?? null, counts.total),
        }}
      />
      <p class="after-table">
        <a href={linkTo(context, statisticsFilePath(file))}>{say.asCsv}</a>
      </p>
    </Section>
  );
}

function RepairTable(props: {
  readonly context: PageContext;
  readonly lines: readonly RepairLine[];
}) {
  const { context } = props;
  const { words } = context;
  const say = readingWords(context.language);
  const days = (line: RepairLine, at: 0 | 1 | 2) =>
    line.quartiles === undefined ? (
      <Count context={context} value={null} />
    ) : (
      <>{say.days(words.number(line.quartiles[at]))}</>
    );
  return (
    <DataTable
      caption={say.repairTitle}
      captionHidden
      columns={[
        { key: 'severity', label: say.repairSeverity, heads: true },
        { key: 'item', label: say.repairItem },
        { key: 'corrected', label: say.repairCorrected, align: 'end' },
        { key: 'notCorrected', label: say.repairNotCorrected, align: 'end' },
        { key: 'lower', label: say.repairLower, align: 'end' },
        { key: 'median', label: say.repairMedian, align: 'end' },
        { key: 'upper', label: say.repairUpper, align: 'end' },
      ]}
      rows={props.lines.map((line) => ({
        severity: <TitleText words={words} text={line.severityTitle} />,
        item: <TitleText words={words} text={line.itemTitle} />,
        corrected: <Count context={context} value={line.corrected} />,
        notCorrected: <Count context={context} value={line.notCorrected} />,
        lower: days(line, 0),
        median: days(line, 1),
        upper: days(line, 2),
      }))}
    />
  );
}
