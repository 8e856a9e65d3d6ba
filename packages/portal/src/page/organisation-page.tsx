import type { RecordView, SubjectView } from '@credence/casework';
import { addDays } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  DatedTimeline,
  Day,
  DocumentNumber,
  EmptyState,
  IdentifierText,
  KeyValues,
  PageHeading,
  Pagination,
  Section,
  SideBlock,
  Summary,
  TitleText,
  type TableRow,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { InheritedSections, LifeSection, LifeStatusLine } from '../life/life-section.tsx';
import { ReviewNotice } from '../error-report/review-notice.tsx';
import type { Slice } from '../request/page-number.ts';
import { VisitsSection } from '../inspection/visit/visits-section.tsx';
import { ReportsSection } from '../duty/reports-section.tsx';
import { RegisterOverdueNotice } from '../rulebook/overdue-notice.tsx';
import {
  bodyContractsPath,
  reportCardPath,
  feedPath,
  paths,
  recordPath,
  subjectPath,
  withQuery,
} from '../request/paths.ts';
import { summariseSubject } from '../sentence/subject-summary.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { listingWords } from '../words/listings.ts';
import { labelledFacts, RecordHeading } from './fact-value.tsx';
import { Frame } from './frame.tsx';
import { LatePayments } from './late-payments.tsx';
import { Listings } from './listings.tsx';
import { dayLink, linkTo, pastDay, type PageContext } from './page-context.ts';
import { PublishedRecord } from './published-record.tsx';
import { termOf } from './record-terms.ts';
import { SentenceText } from './sentence-text.tsx';
import { kindText, subjectTitle, SubjectTitle } from './subject-name.tsx';
import { timelineRows } from './timeline-rows.tsx';

export interface OrganisationPageProps {
  readonly context: PageContext;
  readonly view: SubjectView;
  /** The records and the other entries of this page of the two lists. */
  readonly records: Slice<RecordView>;
  readonly others: Slice<RecordView>;
}

/** One organisation: a sentence, a timeline, then each record with its end and its basis. */
export function OrganisationPage(props: OrganisationPageProps) {
  const { context, view, records } = props;
  const { words, say } = context;
  const { subject, clock, listings = [], latePayments = [] } = view;
  const past = pastDay(context) !== undefined;
  const rows = timelineRows(context, records.items, view);
  return (
    <Frame
      context={context}
      title={subjectTitle(words, subject)}
      area="find"
      robots="noindex"
      feed={linkTo(context, feedPath(subjectPath(subject.id)))}
      json={withQuery(`${paths.api}${subjectPath(subject.id)}`, { day: pastDay(context) })}
      breadcrumb={[
        { label: words.t('page.organisations'), href: dayLink(context, paths.home) },
        { label: <SubjectTitle words={words} subject={subject} /> },
      ]}
      heading={
        <PageHeading
          title={<SubjectTitle words={words} subject={subject} />}
          facts={headingFacts(context, view)}
        />
      }
      side={<RightOne context={context} view={view} />}
    >
      <RegisterOverdueNotice context={context} />
      <ReviewNotice context={context} review={view.identityReview} />
      <Summary note={say.notAGrade}>
        <SentenceText words={words} sentences={summariseSubject(view, context.language)} />
        {listings.length === 0 ? null : (
          <>
            {context.language === 'zh' ? '' : ' '}
            {listingWords(context.language).listed(listings.length)}
          </>
        )}
      </Summary>
      {view.life === undefined ? null : <LifeStatusLine context={context} life={view.life} />}
      {rows.length === 0 ? null : (
        <Section
          heading={past ? say.timelineTitlePast : words.t('subject.timeline')}
          {...rangeOf(context, records)}
        >
          <DatedTimeline words={words} rows={rows} day={clock.day} today={clock.today} />
        </Section>
      )}
      <Listings context={context} listings={listings} />
      <LatePayments context={context} payments={latePayments} />
      <VisitsSection context={context} view={view} />
      <ReportsSection context={context} reports={view.reports ?? []} />
      {subject.kind === 'public_body' ? <PublicBodyLinks {...{ context, subject }} /> : null}
      {records.total === 0 && listings.length > 0 ? null : (
        <Section
          id="records"
          heading={past ? say.recordsTitlePast : words.t('subject.publishedRecords')}
          {...rangeOf(context, records)}
        >
          <Records {...props} />
        </Section>
      )}
      <InheritedSections context={context} inherited={view.inherited ?? []} />
      <OtherRecords {...props} />
      {view.life === undefined ? null : <LifeSection context={context} life={view.life} />}
    </Frame>
  );
}

/** What else is told of a public body: how it pays, and how it serves. */
function PublicBodyLinks({
  context,
  subject,
}: {
  context: PageContext;
  subject: SubjectView['subject'];
}) {
  return (
    <p>
      <a href={dayLink(context, bodyContractsPath(subject.id))}>
        {contractWords(context.language).page}
      </a>{' '}
      · <a href={linkTo(context, reportCardPath(subject.id))}>{cardWords(context.language).card}</a>
    </p>
  );
}

/** Which part of a long list this page shows, said before the list and not only after it. */
function rangeOf({ words }: PageContext, { total, page, pageSize }: Slice<RecordView>) {
  if (total <= pageSize) return {};
  const from = Math.min(total, (page - 1) * pageSize + 1);
  const until = Math.min(total, page * pageSize);
  return { aside: <span class="quiet">{words.t('page.range', { from, until, total })}</span> };
}

function headingFacts(context: PageContext, view: SubjectView): readonly Child[] {
  const { words } = context;
  const { subject, registration } = view;
  const [identifier] = subject.identifiers;
  return [
    ...(identifier === undefined || subject.name === undefined
      ? []
      : [<IdentifierText identifier={identifier} />]),
    kindText(words, subject),
    ...(subject.registeredOn === undefined
      ? []
      : [
          words.rich('subject.registeredOn', {
            on: <Day words={words} on={subject.registeredOn} />,
          }),
        ]),
    ...(registration?.authority === undefined
      ? []
      : [
          words.rich('subject.registeredBy', {
            name: <AsGiven words={words} text={registration.authority.name} />,
          }),
        ]),
  ];
}

function Records({ context, view, records }: OrganisationPageProps) {
  const { words, say } = context;
  if (records.total === 0) {
    const past = pastDay(context) !== undefined;
    return (
      <EmptyState
        level={3}
        heading={past ? say.noRecordPast : words.t('page.noRecord')}
        meaning={words.t('page.noRecordMeaning')}
      />
    );
  }
  return (
    <>
      {records.items.map((record) => (
        <PublishedRecord context={context} subjectId={view.subject.id} record={record} />
      ))}
      <Pages context={context} view={view} slice={records} anchor="records" />
    </>
  );
}

function OtherRecords({ context, view, others }: OrganisationPageProps) {
  const { words, say } = context;
  if (others.total === 0) return null;
  return (
    <Section id="others" heading={words.t('subject.others')}>
      <p class="quiet">{say.othersNote}</p>
      <DataTable
        caption={words.t('subject.others')}
        captionHidden
        columns={[
          { key: 'what', label: say.otherWhat, heads: true },
          { key: 'kind', label: say.otherKind },
          { key: 'number', label: words.t('record.document') },
          { key: 'authority', label: words.t('record.authority') },
          { key: 'from', label: say.validFrom },
          { key: 'until', label: say.otherUntil },
        ]}
        rows={others.items.map((record) => otherRow(context, view.subject.id, record))}
      />
      <Pages context={context} view={view} slice={others} anchor="others" />
    </Section>
  );
}

function otherRow(context: PageContext, subjectId: string, record: RecordView): TableRow {
  const { words } = context;
  const term = termOf(record);
  const from = term.kind === 'burden' ? term.begins.on : term.from;
  // The end of a publication is the first day without it; a table of last days says the day before.
  const until = term.kind === 'burden' ? addDays(term.ends.on, -1) : term.lastDay;
  return {
    what: (
      <a href={dayLink(context, recordPath(subjectId, record.id))}>
        <RecordHeading words={words} record={record} />
      </a>
    ),
    kind: <TitleText words={words} text={record.item.title} />,
    number:
      record.document === undefined ? (
        words.t('page.notStated')
      ) : (
        <DocumentNumber words={words} text={record.document.number} />
      ),
    authority: <AsGiven words={words} text={record.authority?.name ?? record.provider.name} />,
    from: <Day words={words} on={from} />,
    until: until === 'none' ? words.t('term.noEndDate') : <Day words={words} on={until} />,
  };
}

/** One number turns both lists, so that a page of an organisation has one address. */
function Pages(props: {
  readonly context: PageContext;
  readonly view: SubjectView;
  readonly slice: Slice<RecordView>;
  readonly anchor: string;
}) {
  const { context, view, slice, anchor } = props;
  if (slice.total <= slice.pageSize) return null;
  const path = subjectPath(view.subject.id);
  return (
    <Pagination
      words={context.words}
      page={slice.page}
      pageSize={slice.pageSize}
      total={slice.total}
      hrefOf={(page) => dayLink(context, `${path}#${anchor}`, { page })}
    />
  );
}

/** The registration: what tells this organisation from one of a like name. */
function RightOne({
  context,
  view,
}: {
  readonly context: PageContext;
  readonly view: SubjectView;
}) {
  const { words, say } = context;
  const { subject, registration } = view;
  const codes = subject.identifiers.map((identifier) => ({
    label: <TitleText words={words} text={identifier.title} />,
    value: <IdentifierText identifier={identifier} />,
  }));
  const district =
    subject.district === undefined || registration !== undefined
      ? []
      : [
          {
            label: words.t('subject.district'),
            value: <AsGiven words={words} text={subject.district} />,
          },
        ];
  return (
    <SideBlock heading={words.t('subject.isThisIt')}>
      <KeyValues
        facts={[
          ...codes,
          ...district,
          ...(registration === undefined ? [] : labelledFacts(words, registration.facts)),
          ...(registration === undefined
            ? []
            : [
                {
                  label: say.registrationFrom,
                  value: <AsGiven words={words} text={registration.provider.name} />,
                },
              ]),
        ]}
      />
      {registration === undefined ? <p class="quiet">{say.noRegistration}</p> : null}
    </SideBlock>
  );
}
