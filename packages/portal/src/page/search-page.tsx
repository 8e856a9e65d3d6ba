import type { SearchView, SubjectLine } from '@credence/casework';
import type { Problem } from '@credence/domain';
import {
  AsGiven,
  axisFor,
  Day,
  EmptyState,
  ErrorSummary,
  Notice,
  PageHeading,
  Pagination,
  SearchBox,
  SearchResult,
  SearchResults,
  TitleText,
  type Axis,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { problemWords } from '../http/answer-problem.ts';
import { lastPage } from '../request/page-number.ts';
import { paths, subjectPath, withQuery } from '../request/paths.ts';
import { codeFaultText } from '../sentence/code-fault.ts';
import { errorReportWords } from '../words/error-report.ts';
import { listingWords } from '../words/listings.ts';
import { Frame } from './frame.tsx';
import { dayLink, linkTo, pastDay, type PageContext } from './page-context.ts';
import { MixedText } from './mixed-text.tsx';
import { nameParts } from './name-parts.ts';
import { SearchSide } from './side-blocks.tsx';
import { kindText, subjectTitle } from './subject-name.tsx';

/** Results of a search, in the order of likeness, which the page states. */
export function SearchPage(props: { readonly context: PageContext; readonly view: SearchView }) {
  const { context, view } = props;
  const { words } = context;
  return (
    <SearchFrame context={context} query={view.query} registerSize={view.registerSize}>
      <CodeFaults context={context} view={view} />
      {view.total === 0 ? (
        <EmptyState
          heading={words.rich('search.nothing', {
            query: ['“', <AsGiven words={words} text={view.query} />, '”'],
          })}
          meaning={words.t('search.nothingMeaning')}
        />
      ) : (
        <Results context={context} view={view} />
      )}
    </SearchFrame>
  );
}

/** A query that could not be searched: what to change; a person's number is not printed again. */
export function RefusedSearchPage(props: {
  readonly context: PageContext;
  readonly query: string;
  readonly problem: Problem;
}) {
  const { context, problem } = props;
  const { detail, todo } = problemWords(problem, context.language);
  const joint = context.language === 'zh' ? '' : ' ';
  return <SearchFrame context={context} query={props.query} error={`${detail}${joint}${todo}`} />;
}

/** The search without a query yet. */
export function EmptySearchPage({ context }: { readonly context: PageContext }) {
  return <SearchFrame context={context} query="" />;
}

function SearchFrame(props: {
  readonly context: PageContext;
  readonly query: string;
  readonly registerSize?: number;
  readonly error?: string;
  readonly children?: Child;
}) {
  const { context, query, error, registerSize } = props;
  const { words, say } = context;
  const day = pastDay(context);
  const asked = query !== '' && error === undefined;
  return (
    <Frame
      context={context}
      title={asked ? say.searchTitle(query) : words.t('search.heading')}
      area="find"
      robots="noindex"
      {...(asked ? { json: withQuery(`${paths.api}/organisations`, { q: query, day }) } : {})}
      heading={<PageHeading title={words.t('search.heading')} />}
      side={
        <SearchSide context={context} {...(registerSize === undefined ? {} : { registerSize })} />
      }
    >
      {error === undefined ? null : (
        <ErrorSummary words={words} errors={[{ fieldId: 'q', says: error }]} />
      )}
      <SearchBox
        words={words}
        action={linkTo(context, paths.search)}
        value={query}
        keep={day === undefined ? {} : { day }}
        {...(error === undefined ? {} : { error })}
      />
      {props.children}
    </Frame>
  );
}

function Results({ context, view }: { readonly context: PageContext; readonly view: SearchView }) {
  const { words } = context;
  const { results, page, pageSize, total, more } = view;
  const ends = results.flatMap(({ lastEnd }) => (lastEnd === undefined ? [] : [lastEnd]));
  const axis = axisFor(view.clock.day, ends);
  const number = (
    <b>{words.t(more ? 'search.foundMore' : 'search.foundNumber', { count: total })}</b>
  );
  return (
    <section class="found">
      <h2 class="found-heading">
        {words.rich('search.found', { count: total, number })}
        {context.language === 'zh' ? '' : ' '}
        {words.t('search.similarIsNotSame')}
      </h2>
      <p class="quiet">
        {words.t('search.order')}{' '}
        <a href={linkTo(context, `${paths.counted}#names`)}>{words.t('search.howCompared')}</a>
      </p>
      {more ? <p class="quiet">{words.t('search.moreThanCounted')}</p> : null}
      <SearchResults>
        {results.map((subject) => (
          <Result context={context} subject={subject} view={view} axis={axis} />
        ))}
      </SearchResults>
      <Pagination
        words={words}
        page={page}
        pageSize={pageSize}
        total={Math.min(total, lastPage * pageSize)}
        hrefOf={(other) => dayLink(context, paths.search, { q: view.query, page: other })}
      />
    </section>
  );
}

function Result(props: {
  readonly context: PageContext;
  readonly subject: SubjectLine;
  readonly view: SearchView;
  readonly axis: Axis;
}) {
  const { context, subject, view } = props;
  const { words } = context;
  const identifier = subject.identifiers[0] ?? { scheme: 'id', value: subject.id };
  const { published, firstBegin, lastEnd, disputed } = subject;
  const because = reasonOf(context, subject);
  return (
    <SearchResult
      words={words}
      href={dayLink(context, subjectPath(subject.id))}
      name={nameParts(subjectTitle(words, subject))}
      identifier={identifier}
      facts={factsOf(context, subject)}
      match={view.query}
      {...(because === undefined ? {} : { because })}
      {...(subject.branchOf === undefined ? {} : { apart: branchOf(context, subject.branchOf) })}
      standing={{
        published,
        ...(firstBegin === undefined ? {} : { firstBegin }),
        ...(lastEnd === undefined ? {} : { lastEnd }),
        ...(disputed === undefined ? {} : { disputed }),
        ...(subject.listed === undefined ? {} : { lists: listsOf(context, subject.listed) }),
      }}
      day={view.clock.day}
      axis={props.axis}
    />
  );
}

function factsOf({ words }: PageContext, subject: SubjectLine): readonly Child[] {
  const { registeredOn, district } = subject;
  return [
    kindText(words, subject),
    ...(registeredOn === undefined
      ? []
      : [words.rich('subject.registeredOn', { on: <Day words={words} on={registeredOn} /> })]),
    ...(district === undefined ? [] : [<AsGiven words={words} text={district} />]),
    ...(subject.identityUnderReview === undefined
      ? []
      : [<b class="due">{errorReportWords(words.language).reviewMark}</b>]),
  ];
}

/** The lists that an organisation stands in, each with the mark of a dispute. */
function listsOf({ words }: PageContext, listed: NonNullable<SubjectLine['listed']>): Child {
  const say = listingWords(words.language);
  const named = listed.map(({ title, disputedSince }) => (
    <>
      <TitleText words={words} text={title} />
      {disputedSince === undefined ? '' : say.disputed}
    </>
  ));
  return (
    <>
      {say.standsIn}
      {words.richList(named)}
      {say.stop}
    </>
  );
}

/** A branch is easily taken for its parent, whose name it bears. */
function branchOf({ words }: PageContext, parent: string): Child {
  return words.rich('search.branchOf', { parent: <AsGiven words={words} text={parent} /> });
}

/** Why a result is there when its present name does not show it. */
function reasonOf({ words }: PageContext, { match, name }: SubjectLine): Child | undefined {
  if (match === undefined) return undefined;
  const other = match.name === undefined || match.name === name ? undefined : match.name;
  const found = other === undefined ? undefined : <AsGiven words={words} text={other} />;
  switch (match.kind) {
    case 'code':
      return words.t('search.byCode');
    case 'code-begins':
      return words.t('search.byCodeStart');
    case 'name':
      return found === undefined ? undefined : words.rich('search.byFormerName', { name: found });
    case 'pinyin':
      return [words.t('search.byPinyin'), found === undefined ? '' : ' ', found];
    case 'initials':
      return [words.t('search.byInitials'), found === undefined ? '' : ' ', found];
  }
}

/** A query that looks like a code: which character is wrong, and what it should be. */
function CodeFaults({
  context,
  view,
}: {
  readonly context: PageContext;
  readonly view: SearchView;
}) {
  const faults = view.codeFaults ?? [];
  if (faults.length === 0) return null;
  return (
    <Notice heading={context.say.codeLooksLike}>
      <ul>
        {faults.map((fault) => (
          <li>
            <MixedText words={context.words} text={codeFaultText(fault, context.say)} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}
