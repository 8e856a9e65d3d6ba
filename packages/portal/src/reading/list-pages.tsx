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
  if (standing === undefined) return say.noEntriesYet;
  return say.standing(words.number(standing.records), words.number(standing.subjects));
}

/** What a list page was asked for, as its form and its links keep it. */
export interface ListChoice {
  readonly order: ListView['order'];
  readonly agency?: string;
  readonly region?: string;
  readonly from?: string;
  readonly until?: string;
}

/** One list: who stands on it on the day, in an order the page names, each with its term. */
export function ListPage(props: {
  readonly context: PageContext;
  readonly view: ListView;
  readonly choice: ListChoice;
}) {
  const { context, view, choice } = props;
  const { words, language } = context;
  const say = readingWords(language);
  const { list, total, page, pageSize } = view;
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
      {list.standing === undefined ? (
        <EmptyState heading={say.listCannotYet} meaning={say.listCannotYetMeaning} />
      ) : (
        <Section heading={choice.order === 'decided' ? say.orderDecided : say.orderName}>
          <FilterForm context={context} view={view} choice={choice} />
          {view.entries.length === 0 ? (
            <EmptyState level={3} heading={say.listEmpty} meaning={say.listEmptyMeaning} />
          ) : (
            <>
              <EntryTable context={context} entries={view.entries} />
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
      )}
    </Frame>
  );
}

function FilterForm(props: {
  readonly context: PageContext;
  readonly view: ListView;
  readonly choice: ListChoice;
}) {
  const { context, view, choice } = props;
  const say = readingWords(context.language);
  const day = pastDay(context);
  const agencies = view.list.keepers.map(({ code, name }) => ({
    value: code,
    label: localise(name, context.language).text,
  }));
  const regions = view.regions.map((code) => ({ value: code, label: code }));
  const orders = [
    { value: 'decided', label: say.byDecided },
    { value: 'name', label: say.byName },
  ];
  return (
    <form
      class="filter"
      method="get"
      action={linkTo(context, listPath(view.list.id))}
      aria-label={say.filterHeading}
    >
      {day === undefined ? null : <input type="hidden" name="day" value={day} />}
      <Choice id="order" label={say.orderLabel} value={choice.order} options={orders} />
      <Choice
        id="agency"
        label={say.filterAgency}
        value={choice.agency ?? ''}
        options={[{ value: '', label: say.filterAll }, ...agencies]}
      />
      {view.regions.length === 0 ? null : (
        <Choice
          id="region"
          label={say.filterRegion}
          value={choice.region ?? ''}
          options={[{ value: '', label: say.filterAll }, ...regions]}
        />
      )}
      <DayField id="from" label={say.filterFrom} value={choice.from} />
      <DayField id="until" label={say.filterUntil} value={choice.until} />
      <button class="button" type="submit">
        {say.filterSubmit}
      </button>
    </form>
  );
}

function Choice(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const { id, value } = props;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} name={id}>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function DayField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input id={props.id} name={props.id} type="date" value={props.value} />
    </div>
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
