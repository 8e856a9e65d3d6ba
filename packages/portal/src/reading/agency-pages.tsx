import type { AgenciesView, AgencyView, LatenessLine } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  BarChart,
  BasisCitation,
  DataTable,
  Day,
  EmptyState,
  PageHeading,
  Section,
  TitleText,
  type TableRow,
} from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { agencyPath, cardPath, listPath, paths } from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';
import { Count, HowCounted } from './how-counted.tsx';

/** Every supplying agency, in the order of codes. */
export function AgenciesPage(props: {
  readonly context: PageContext;
  readonly view: AgenciesView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = readingWords(context.language);
  return (
    <Frame
      context={context}
      title={say.agenciesTitle}
      area="figures"
      json={`${paths.api}/agencies`}
      breadcrumb={[
        { label: say.listsTitle, href: linkTo(context, paths.lists) },
        { label: say.agenciesTitle },
      ]}
      heading={<PageHeading title={say.agenciesTitle} />}
    >
      <p class="summary">{say.agenciesLead}</p>
      {view.agencies.length === 0 ? (
        <EmptyState heading={say.agencyNone} meaning={say.agencyNoneMeaning} />
      ) : (
        <DataTable
          caption={say.agenciesTitle}
          captionHidden
          columns={[
            { key: 'name', label: say.agencyName, heads: true },
            { key: 'code', label: say.agencyCode },
            { key: 'supplies', label: say.agencySupplies },
          ]}
          rows={view.agencies.map(({ code, name, supplies }) => ({
            name: (
              <a href={linkTo(context, agencyPath(code))}>
                <TitleText words={words} text={name} />
              </a>
            ),
            code: <code>{code}</code>,
            supplies: words.richList(
              supplies.map(({ title }) => <TitleText words={words} text={title} />),
            ),
          }))}
        />
      )}
    </Frame>
  );
}

/** What one agency supplied and how late; every figure with its definition. */
export function AgencyPage(props: { readonly context: PageContext; readonly view: AgencyView }) {
  const { context, view } = props;
  const { words, language } = context;
  const say = readingWords(language);
  const { agency, lastBatchOn } = view;
  return (
    <Frame
      context={context}
      title={localise(agency.name, language).text}
      area="figures"
      json={`${paths.api}${agencyPath(agency.code)}`}
      breadcrumb={[
        { label: say.agenciesTitle, href: linkTo(context, paths.agencies) },
        { label: <TitleText words={words} text={agency.name} /> },
      ]}
      heading={
        <PageHeading
          title={<TitleText words={words} text={agency.name} />}
          facts={[
            <code>{agency.code}</code>,
            lastBatchOn === undefined ? (
              say.lastBatchNone
            ) : (
              <>
                {say.lastBatch} <Day words={words} on={lastBatchOn} />
              </>
            ),
          ]}
        />
      }
    >
      <Section
        heading={say.suppliedTitle}
        aside={<HowCounted context={context} id="agency-supply" />}
      >
        <p class="prose">{say.suppliedLead(words.date(view.from))}</p>
        <SuppliedChart context={context} view={view} />
        <SuppliedTable context={context} view={view} />
        <p class="quiet after-table">{say.withheldNote}</p>
        <p class="quiet">
          {view.backlog === null ? say.backlogWithheld : say.backlog(words.number(view.backlog))}
        </p>
      </Section>
      <Section
        heading={say.latenessTitle}
        aside={<HowCounted context={context} id="agency-lateness" />}
      >
        <p class="prose">{say.latenessLead}</p>
        <LatenessTable context={context} lines={view.lateness} />
      </Section>
    </Frame>
  );
}

/** Nothing where every month is withheld: an empty chart would look like an empty year. */
function SuppliedChart(props: { readonly context: PageContext; readonly view: AgencyView }) {
  const { context, view } = props;
  const say = readingWords(context.language);
  const totals = view.months.map((_, index) => view.supplied.columnTotals[index] ?? null);
  if (totals.every((total) => total === null)) return null;
  const highest = Math.max(...totals.map((total) => total ?? 0));
  return (
    <BarChart
      says={`${say.suppliedChart}. ${say.withheldNote}`}
      highest={`${context.words.number(highest)} ${say.records}`}
      bars={view.months.map((label, index) => ({ label, value: totals[index] ?? null }))}
    />
  );
}

/** A month for a row: twelve columns would not fit a phone. */
function SuppliedTable(props: { readonly context: PageContext; readonly view: AgencyView }) {
  const { context, view } = props;
  const { words } = context;
  const say = readingWords(context.language);
  const { months, supplied, agency } = view;
  const cells = (countOf: (item: number) => number | null, total: number | null): TableRow => ({
    ...Object.fromEntries(
      agency.supplies.map(({ item }, index) => [
        item,
        <Count context={context} value={countOf(index)} />,
      ]),
    ),
    total: <Count context={context} value={total} />,
  });
  return (
    <DataTable
      caption={say.suppliedTitle}
      captionHidden
      columns={[
        { key: 'month', label: say.statisticsRow.month, heads: true },
        ...agency.supplies.map(({ item, title }) => ({
          key: item,
          label: localise(title, words.language).text,
          align: 'end' as const,
        })),
        { key: 'total', label: say.suppliedTotal, align: 'end' },
      ]}
      rows={months.map((month, index) => ({
        month: <span class="date">{month}</span>,
        ...cells(
          (item) => supplied.cells[item]?.[index] ?? null,
          supplied.columnTotals[index] ?? null,
        ),
      }))}
      foot={{
        month: say.suppliedTotal,
        ...cells((item) => supplied.rowTotals[item] ?? null, supplied.total),
      }}
    />
  );
}

function LatenessTable(props: {
  readonly context: PageContext;
  readonly lines: readonly LatenessLine[];
}) {
  const { context } = props;
  const { words } = context;
  const say = readingWords(context.language);
  const days = (count: number | undefined) =>
    count === undefined ? (
      <Count context={context} value={null} />
    ) : (
      <>{say.days(words.number(count))}</>
    );
  return (
    <DataTable
      caption={say.latenessTitle}
      captionHidden
      columns={[
        { key: 'item', label: say.suppliedItem, heads: true },
        { key: 'rule', label: say.latenessRule },
        { key: 'known', label: say.latenessKnown, align: 'end' },
        { key: 'late', label: say.latenessLate, align: 'end' },
        { key: 'share', label: say.latenessShare, align: 'end' },
        { key: 'median', label: say.latenessMedian, align: 'end' },
        { key: 'ninetieth', label: say.latenessNinetieth, align: 'end' },
        { key: 'notKnown', label: say.latenessNotKnown, align: 'end' },
      ]}
      rows={props.lines.map((line) => ({
        item: (
          <a href={linkTo(context, listPath(line.item))}>
            <TitleText words={words} text={line.title} />
          </a>
        ),
        rule: <Rule context={context} line={line} />,
        known: <Count context={context} value={line.known} />,
        late: <Count context={context} value={line.late} />,
        share:
          line.lateTenths === undefined ? (
            <Count context={context} value={null} />
          ) : (
            `${words.number(line.lateTenths / 10)} %`
          ),
        median: days(line.medianDays),
        ninetieth: days(line.ninetiethDays),
        notKnown: <Count context={context} value={line.notKnown} />,
      }))}
    />
  );
}

function Rule({ context, line }: { readonly context: PageContext; readonly line: LatenessLine }) {
  const { words } = context;
  const say = readingWords(context.language);
  if (line.withinWorkingDays === undefined) return <>{say.latenessNoRule}</>;
  const edition = context.clock?.edition.code ?? '';
  return (
    <>
      {say.latenessRuleDays(words.number(line.withinWorkingDays))}
      {line.basis.map(({ citation, sourceTitle, confidence }) => (
        <>
          {' '}
          <BasisCitation
            words={words}
            basis={{
              ...{ citation, sourceTitle, confidence },
              href: linkTo(context, cardPath(edition, 'source', citation.source, citation.at)),
            }}
          />
        </>
      ))}
    </>
  );
}
