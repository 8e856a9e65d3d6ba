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
import { useContext } from 'hono/jsx';

import { signedIn } from '../access/guarded.ts';
import { ReaderContext } from '../access/reader-context.ts';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { agencyPath, cardPath, listPath, paths, reportCardPath } from '../request/paths.ts';
import { agencyWords } from '../words/agency.ts';
import { readingWords } from '../words/reading.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { Count, HowCounted } from './how-counted.tsx';

/** Every supplying agency, in the order of codes. */
export function AgenciesPage(props: {
  readonly context: PageContext;
  readonly view: AgenciesView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = readingWords(context.language);
  const own = agencyWords(context.language);
  return (
    <Frame
      context={context}
      title={own.agenciesTitle}
      area="figures"
      json={`${paths.api}/agencies`}
      breadcrumb={[
        { label: say.listsTitle, href: linkTo(context, paths.lists) },
        { label: own.agenciesTitle },
      ]}
      heading={<PageHeading title={own.agenciesTitle} />}
    >
      <p class="summary">{own.agenciesLead}</p>
      {view.agencies.length === 0 ? (
        <EmptyState heading={own.agencyNone} meaning={own.agencyNoneMeaning} />
      ) : (
        <DataTable
          caption={own.agenciesTitle}
          captionHidden
          columns={[
            { key: 'name', label: own.agencyName, heads: true },
            { key: 'code', label: own.agencyCode },
            { key: 'supplies', label: own.agencySupplies },
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
  const own = agencyWords(language);
  const { agency, lastBatchOn } = view;
  return (
    <Frame
      context={context}
      title={localise(agency.name, language).text}
      area="figures"
      json={`${paths.api}${agencyPath(agency.code)}`}
      breadcrumb={[
        { label: own.agenciesTitle, href: linkTo(context, paths.agencies) },
        { label: <TitleText words={words} text={agency.name} /> },
      ]}
      heading={
        <PageHeading
          title={<TitleText words={words} text={agency.name} />}
          facts={[
            <code>{agency.code}</code>,
            lastBatchOn === undefined ? (
              own.lastBatchNone
            ) : (
              <>
                {own.lastBatch} <Day words={words} on={lastBatchOn} />
              </>
            ),
          ]}
        />
      }
    >
      <p>
        <a href={linkTo(context, reportCardPath(agency.code))}>{cardWords(language).linkCard}</a>
      </p>
      <SuppliedSection context={context} view={view} />
      <LatenessSection context={context} view={view} />
      <Section heading={own.mattersTitle}>
        <p class="prose">
          {view.openMatters === null
            ? own.mattersFew
            : own.mattersOpen(words.number(view.openMatters))}{' '}
          {own.mattersWhere}
        </p>
        <OwnDesk context={context} agency={agency.code} />
      </Section>
    </Frame>
  );
}

function SuppliedSection(props: { readonly context: PageContext; readonly view: AgencyView }) {
  const { context, view } = props;
  const { words } = context;
  const say = readingWords(context.language);
  const own = agencyWords(context.language);
  return (
    <Section
      heading={own.suppliedTitle}
      aside={<HowCounted context={context} id="agency-supply" />}
    >
      {isAllWithheld(view) ? (
        <p class="prose">{own.suppliedAllWithheld(words.date(view.from))}</p>
      ) : (
        <>
          <p class="prose">{own.suppliedLead(words.date(view.from))}</p>
          <SuppliedChart context={context} view={view} />
          <SuppliedTable context={context} view={view} />
          <p class="quiet after-table">{say.withheldNote}</p>
        </>
      )}
      <p class="quiet">
        {view.backlog === null ? own.backlogWithheld : own.backlog(words.number(view.backlog))}
      </p>
    </Section>
  );
}

function LatenessSection(props: { readonly context: PageContext; readonly view: AgencyView }) {
  const { context, view } = props;
  const own = agencyWords(context.language);
  return (
    <Section
      heading={own.latenessTitle}
      aside={<HowCounted context={context} id="agency-lateness" />}
    >
      <p class="prose">{own.latenessLead}</p>
      {view.lateness.every(isWithheld) ? (
        <>
          <p class="prose">{own.latenessAllWithheld}</p>
          <LimitsTable context={context} lines={view.lateness} />
        </>
      ) : (
        <LatenessTable context={context} lines={view.lateness} />
      )}
    </Section>
  );
}

/** For officials of the agency alone: the matters themselves are shown at its desk. */
function OwnDesk(props: { readonly context: PageContext; readonly agency: string }) {
  const { context, agency } = props;
  const c = useContext(ReaderContext);
  const principal = c === undefined ? undefined : signedIn(c);
  if (principal?.kind !== 'official' || principal.agency !== agency) return null;
  return (
    <p>
      <a href={linkTo(context, paths.deskMatters)}>{agencyWords(context.language).mattersDesk}</a>
    </p>
  );
}

function isAllWithheld({ supplied }: AgencyView): boolean {
  return (
    supplied.total === null && supplied.cells.every((row) => row.every((cell) => cell === null))
  );
}

function isWithheld({ known, late, notKnown, medianDays }: LatenessLine): boolean {
  return known === null && late === null && notKnown === null && medianDays === undefined;
}

/** What the law demands can be said where no figure can. */
function LimitsTable(props: {
  readonly context: PageContext;
  readonly lines: readonly LatenessLine[];
}) {
  const { context } = props;
  const own = agencyWords(context.language);
  return (
    <DataTable
      caption={own.latenessRule}
      captionHidden
      columns={[
        { key: 'item', label: own.suppliedItem, heads: true },
        { key: 'rule', label: own.latenessRule },
      ]}
      rows={props.lines.map((line) => ({
        item: (
          <a href={linkTo(context, listPath(line.item))}>
            <TitleText words={context.words} text={line.title} />
          </a>
        ),
        rule: <Rule context={context} line={line} />,
      }))}
    />
  );
}

/** Nothing where every month is withheld: an empty chart would look like an empty year. */
function SuppliedChart(props: { readonly context: PageContext; readonly view: AgencyView }) {
  const { context, view } = props;
  const say = readingWords(context.language);
  const own = agencyWords(context.language);
  const totals = view.months.map((_, index) => view.supplied.columnTotals[index] ?? null);
  if (totals.every((total) => total === null)) return null;
  const highest = Math.max(...totals.map((total) => total ?? 0));
  return (
    <BarChart
      says={`${own.suppliedChart}. ${say.withheldNote}`}
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
  const own = agencyWords(context.language);
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
      caption={own.suppliedTitle}
      captionHidden
      columns={[
        { key: 'month', label: say.statisticsRow.month, heads: true },
        ...agency.supplies.map(({ item, title }) => ({
          key: item,
          label: localise(title, words.language).text,
          align: 'end' as const,
        })),
        { key: 'total', label: own.suppliedTotal, align: 'end' },
      ]}
      rows={months.map((month, index) => ({
        month: <span class="date">{month}</span>,
        ...cells(
          (item) => supplied.cells[item]?.[index] ?? null,
          supplied.columnTotals[index] ?? null,
        ),
      }))}
      foot={{
        month: own.suppliedTotal,
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
  const own = agencyWords(context.language);
  const days = (count: number | undefined) =>
    count === undefined ? (
      <Count context={context} value={null} />
    ) : (
      <>{say.days(words.number(count))}</>
    );
  return (
    <DataTable
      caption={own.latenessTitle}
      captionHidden
      columns={[
        { key: 'item', label: own.suppliedItem, heads: true },
        { key: 'rule', label: own.latenessRule },
        { key: 'known', label: own.latenessKnown, align: 'end' },
        { key: 'late', label: own.latenessLate, align: 'end' },
        { key: 'share', label: own.latenessShare, align: 'end' },
        { key: 'median', label: own.latenessMedian, align: 'end' },
        { key: 'ninetieth', label: own.latenessNinetieth, align: 'end' },
        { key: 'notKnown', label: own.latenessNotKnown, align: 'end' },
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
  const own = agencyWords(context.language);
  if (line.withinWorkingDays === undefined) return <>{own.latenessNoRule}</>;
  const edition = context.clock?.edition.code ?? '';
  return (
    <>
      {own.latenessRuleDays(words.number(line.withinWorkingDays))}
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
