import type { ListEntry, ListExit, ListLine, ListsView, ListView } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  BasisCitation,
  DataTable,
  Day,
  EmptyState,
  PageHeading,
  Pagination,
  Section,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { FactValue } from '../page/fact-value.tsx';
import { Frame } from '../page/frame.tsx';
import { dayLink, linkTo, pastDay, type PageContext } from '../page/page-context.ts';
import { SubjectTitle } from '../page/subject-name.tsx';
import { lastPage } from '../request/page-number.ts';
import {
  feedPath,
  agencyPath,
  cardPath,
  listPath,
  paths,
  recordPath,
  subjectPath,
  withQuery,
} from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';
import { HowCounted, NumberLinks } from './how-counted.tsx';
import { FilterForm, listWords, type ListChoice } from './list-filter.tsx';
import { ListedTable } from './listed-table.tsx';

/** Every list of the edition of the day. */
export function ListsPage(props: { readonly context: PageContext; readonly view: ListsView }) {
  const { context, view } = props;
  const say = readingWords(context.language);
  const items = view.lists.filter(({ kind }) => kind === 'item');
  const lists = view.lists.filter(({ kind }) => kind === 'list');
  return (
    <Frame
      context={context}
      title={say.listsTitle}
      area="lists"
      json={withQuery(`${paths.api}/lists`, { day: pastDay(context) })}
      heading={<PageHeading title={say.listsTitle} />}
    >
      <p class="summary">{say.listsLead}</p>
      <NumberLinks context={context} />
      <Section heading={say.listsItems} aside={<HowCounted context={context} id="lists" />}>
        <ListTable context={context} caption={say.listsItems} lists={items} />
      </Section>
      {lists.length === 0 ? null : (
        <Section heading={say.listsUnderLaw}>
          <p class="prose">{say.listsUnderLawLead}</p>
          <ListTable context={context} caption={say.listsUnderLaw} lists={lists} />
        </Section>
      )}
    </Frame>
  );
}

function ListTable(props: {
  readonly context: PageContext;
  readonly caption: string;
  readonly lists: readonly ListLine[];
}) {
  const { context } = props;
  const { words } = context;
  const say = readingWords(context.language);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={[
        { key: 'name', label: say.listName, heads: true },
        { key: 'keeper', label: say.listKeeper },
        { key: 'basis', label: say.listBasis },
        { key: 'exit', label: say.listExit },
        {
          key: 'standing',
          label: pastDay(context) === undefined ? say.listStanding : say.listStandingOnDay,
        },
      ]}
      rows={props.lists.map((list) => ({
        name: (
          <a href={dayLink(context, listPath(list.id))}>
            <TitleText words={words} text={list.title} />
          </a>
        ),
        keeper: <Keepers context={context} list={list} />,
        basis: <Bases context={context} list={list} />,
        exit: words.richList(list.exits.map((exit) => <>{exitText(context, exit)}</>)),
        standing: <>{standingText(context, list)}</>,
      }))}
    />
  );
}

function Keepers({ context, list }: { readonly context: PageContext; readonly list: ListLine }) {
  const { words } = context;
  const say = readingWords(context.language);
  if (list.issuer !== undefined) {
    const { level, competence } = list.issuer;
    const named = (code: string) => say.issuerParts[code] ?? code;
    return <>{say.issuer(named(level), named(competence))}</>;
  }
  if (list.keepers.length === 0) return <>{say.noKeeper}</>;
  return (
    <>
      {words.richList(
        list.keepers.map(({ code, name }) => (
          <a href={linkTo(context, agencyPath(code))}>
            <TitleText words={words} text={name} />
          </a>
        )),
      )}
    </>
  );
}

function Bases({ context, list }: { readonly context: PageContext; readonly list: ListLine }) {
  const edition = context.clock?.edition.code ?? '';
  return (
    <ul class="plain-list">
      {list.basis.map(({ citation, sourceTitle, confidence }) => (
        <li>
          <BasisCitation
            words={context.words}
            basis={{
              ...{ citation, sourceTitle, confidence },
              href: linkTo(context, cardPath(edition, 'source', citation.source, citation.at)),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function exitText({ words, language }: PageContext, exit: ListExit): string {
  const say = readingWords(language);
  switch (exit.kind) {
    case 'time':
      return say.exitTime(words.period(exit.after));
    case 'repair':
      return exit.earliest === undefined
        ? say.exitRepair
        : say.exitRepairFrom(words.period(exit.earliest));
    case 'duty':
      return say.exitDuty(localise(exit.duty, language).text);
    case 'correction':
      return say.exitCorrection;
    case 'review':
      return say.exitReview;
    case 'court':
      return say.exitCourt;
    case 'put-right':
      return say.exitPutRight;
    case 'annulment':
      return say.exitAnnulment;
    case 'validity':
      return say.exitValidity;
    case 'standing':
      return say.exitStanding;
  }
}

function standingText({ words, language }: PageContext, { standing }: ListLine): string {
  const say = readingWords(language);
  return say.standing(words.number(standing.records), words.number(standing.subjects));
}

/** One list: who stands on it on the day, in an order the page names, each with its term. */
export function ListPage(props: {
  readonly context: PageContext;
  readonly view: ListView;
  readonly choice: ListChoice;
}) {
  const { context, view, choice } = props;
  const { words, language } = context;
  const say = listWords(context, view);
  const { list, listed, total, page, pageSize } = view;
  const address = listPath(list.id);
  const query = { ...choice, order: choice.order === 'decided' ? undefined : choice.order };
  const json = withQuery(`${paths.api}${address}`, { ...query, day: pastDay(context) });
  return (
    <Frame
      context={context}
      title={localise(list.title, language).text}
      area="lists"
      robots="noindex"
      feed={linkTo(context, feedPath(listPath(view.list.id)))}
      json={json}
      breadcrumb={[
        { label: say.listsTitle, href: dayLink(context, paths.lists) },
        { label: <TitleText words={words} text={list.title} /> },
      ]}
      heading={<PageHeading title={<TitleText words={words} text={list.title} />} />}
    >
      <p class="summary">{standingText(context, list)}</p>
      <p>
        <HowCounted context={context} id="lists" />
      </p>
      <ListTable context={context} caption={say.listsTitle} lists={[list]} />
      <Section heading={choice.order === 'decided' ? say.orderDecided : say.orderName}>
        <FilterForm context={context} view={view} choice={choice} />
        {view.entries.length + (listed?.length ?? 0) === 0 ? (
          <EmptyState level={3} heading={say.listEmpty} meaning={say.listEmptyMeaning} />
        ) : (
          <>
            {listed === undefined ? (
              <EntryTable context={context} entries={view.entries} />
            ) : (
              <ListedTable context={context} listed={listed} />
            )}
            <Pagination
              words={words}
              page={page}
              pageSize={pageSize}
              total={Math.min(total, lastPage * pageSize)}
              hrefOf={(other) => dayLink(context, address, { ...query, page: other })}
            />
          </>
        )}
      </Section>
    </Frame>
  );
}

function EntryTable(props: {
  readonly context: PageContext;
  readonly entries: readonly ListEntry[];
}) {
  const { context } = props;
  const { words } = context;
  const say = readingWords(context.language);
  return (
    <DataTable
      caption={say.listsTitle}
      captionHidden
      columns={[
        { key: 'subject', label: say.entrySubject, heads: true },
        { key: 'record', label: say.entryRecord },
        { key: 'decided', label: say.entryDecided },
        { key: 'begins', label: say.entryBegins },
        { key: 'ends', label: say.entryEnds },
      ]}
      rows={props.entries.map(({ subject, record }) => ({
        subject: (
          <a href={dayLink(context, subjectPath(subject.id))}>
            <SubjectTitle words={words} subject={subject} />
          </a>
        ),
        record: (
          <>
            <a href={dayLink(context, recordPath(subject.id, record.id))}>
              {record.heading.value === '' ? (
                say.entryRecord
              ) : (
                <FactValue words={words} fact={record.heading} />
              )}
            </a>
            {record.severity === undefined ? null : (
              <>
                {' '}
                <TitleText words={words} text={record.severity.title} />
              </>
            )}
          </>
        ),
        decided: <Day words={words} on={record.decidedOn} />,
        ...termOf(context, record),
      }))}
    />
  );
}

/** Begin and end, equally large: neither is shown without the other. */
function termOf(
  { words, language }: PageContext,
  { publicity, decidedOn }: ListEntry['record'],
): { readonly begins: Child; readonly ends: Child } {
  const say = readingWords(language);
  const standing = publicity.kind === 'shown' || publicity.kind === 'valid';
  const begins = standing ? publicity.begins : decidedOn;
  const ends = standing ? publicity.ends : 'none';
  return {
    begins: <Day words={words} on={begins} />,
    ends: ends === 'none' ? say.entryNoEnd : <Day words={words} on={ends} />,
  };
}
