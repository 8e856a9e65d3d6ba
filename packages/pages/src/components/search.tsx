import type { Child } from 'hono/jsx';
import type { CivilDate, Identifier } from '@credence/domain';

import type { Words } from '../words/words.ts';
import { yearsOf, type Axis } from './axis.ts';
import { sentences } from './sentences.ts';
import { TermBar } from './term-bar.tsx';
import { Day, IdentifierText, Name } from './text.tsx';

/** One field, one button, the accepted forms below. Works by GET; no captcha. */
export function SearchBox(props: {
  readonly words: Words;
  readonly action: string;
  readonly value?: string;
  readonly name?: string;
  readonly label?: Child;
  readonly hint?: Child;
  /** What to change, above the field, when the last query could not be searched. */
  readonly error?: Child;
  /** Parameters of the address that a new search keeps, e.g. the day. */
  readonly keep?: Readonly<Record<string, string>>;
}) {
  const { words, error } = props;
  return (
    <form class="search" role="search" method="get" action={props.action}>
      <label class="hidden" for="q">
        {props.label ?? words.t('search.label')}
      </label>
      {error === undefined ? null : (
        <p class="field-error" id="q-error">
          {error}
        </p>
      )}
      <div class="search-row">
        <input
          id="q"
          name={props.name ?? 'q'}
          type="search"
          value={props.value}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={error === undefined ? 'q-hint' : 'q-error q-hint'}
        />
        <button class="button button-first" type="submit">
          {words.t('search.button')}
        </button>
      </div>
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="hint" id="q-hint">
        {props.hint ?? words.t('search.hint')}
      </p>
    </form>
  );
}

/** What a result says beside a name: records published on the day and the last end, never a rank. */
export interface Standing {
  readonly published: number;
  readonly firstBegin?: CivilDate;
  /** Absent when one of the records ends by a duty. */
  readonly lastEnd?: CivilDate;
  readonly disputed?: number;
  /** The lists it stands in; beside it nothing says that there is no record. */
  readonly lists?: Child;
}

/** One organisation in the list: who it is, why it was found, how it stands, with its small bar. */
export function SearchResult(props: {
  readonly words: Words;
  readonly href: string;
  /** Absent where the source gave only a number. */
  readonly name?: string | readonly string[];
  readonly secondName?: string;
  readonly identifier: Identifier;
  readonly groups?: readonly number[];
  /** Kind, date of registration, district. */
  readonly facts: readonly Child[];
  /** The matched characters to tint in the name. */
  readonly match?: string;
  /** Why it was found when not by its current name. */
  readonly because?: Child;
  /** What sets it apart from an organisation of nearly its name. */
  readonly apart?: Child;
  readonly standing: Standing;
  readonly day: CivilDate;
  readonly axis: Axis;
}) {
  const { words } = props;
  return (
    <li class="result">
      <div class="result-who">
        <h3>
          <a href={props.href}>
            {props.name === undefined ? (
              words.t('subject.nameNotStated')
            ) : (
              <Name
                words={words}
                name={props.name}
                {...(props.match === undefined ? {} : { match: props.match })}
              />
            )}
          </a>
        </h3>
        {props.secondName === undefined ? null : (
          <p class="second-name">
            <Name words={words} name={props.secondName} />
          </p>
        )}
        <p class="result-facts">
          <IdentifierText
            identifier={props.identifier}
            {...(props.groups === undefined ? {} : { groups: props.groups })}
          />
          <span class="dotted">
            {props.facts.map((fact) => (
              <span>{fact}</span>
            ))}
          </span>
        </p>
        {props.apart === undefined ? null : <p class="result-apart">{props.apart}</p>}
        {props.because === undefined ? null : <p class="quiet">{props.because}</p>}
      </div>
      <ResultStanding words={words} standing={props.standing} day={props.day} axis={props.axis} />
    </li>
  );
}

/** How many were found, that likeness is not identity, and what the order follows. */
export function SearchFound(props: {
  readonly words: Words;
  readonly total: number;
  /** Where the page explains how names are compared. */
  readonly comparedHref?: string;
}) {
  const { words, total, comparedHref } = props;
  const number = <b>{words.t('search.foundNumber', { count: total })}</b>;
  return (
    <div class="found">
      <h2>
        {sentences(words, [
          words.rich('search.found', { count: total, number }),
          words.t('search.similarIsNotSame'),
        ])}
      </h2>
      <p class="quiet">
        {sentences(words, [
          words.t('search.order'),
          comparedHref === undefined ? null : (
            <a href={comparedHref}>{words.t('search.howCompared')}</a>
          ),
        ])}
      </p>
    </div>
  );
}

/** The results in their stated order. */
export function SearchResults({ children }: { readonly children?: Child }) {
  return <ol class="results">{children}</ol>;
}

function ResultStanding(props: {
  readonly words: Words;
  readonly standing: Standing;
  readonly day: CivilDate;
  readonly axis: Axis;
}) {
  const { words, standing, axis } = props;
  const { published, firstBegin, lastEnd, lists } = standing;
  if (published === 0) return <p class="result-standing">{lists ?? words.t('page.noRecord')}</p>;
  const years = yearsOf(axis);
  return (
    <div class="result-standing">
      {firstBegin === undefined || lastEnd === undefined ? null : (
        <>
          <TermBar
            words={words}
            axis={axis}
            day={props.day}
            term={{ tone: 'burden', begins: firstBegin, ends: lastEnd }}
          />
          <p class="result-years" aria-hidden="true">
            <span>{years.first}</span>
            <span>{years.last}</span>
          </p>
        </>
      )}
      <p>{standingSentence(words, standing)}</p>
      {lists === undefined ? null : <p>{lists}</p>}
    </div>
  );
}

function standingSentence(words: Words, { published, lastEnd, disputed }: Standing): Child {
  const first =
    lastEnd === undefined
      ? words.t('search.publishedByDuty', { count: published })
      : words.rich('search.published', {
          count: published,
          last: (
            <b>
              <Day words={words} on={lastEnd} />
            </b>
          ),
        });
  if (disputed === undefined || disputed === 0) return first;
  return sentences(words, [first, words.t('subject.someDisputed', { count: disputed })]);
}
