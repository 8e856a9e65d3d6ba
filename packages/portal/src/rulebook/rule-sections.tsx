import type { CardView, RuleCaseView, RuleVersion, RuleView } from '@credence/casework';
import { parseCivilDate, type JsonValue } from '@credence/domain';
import { DataTable, Day, FactList, Section, TitleText } from '@credence/pages';

import { CardValue } from './card-content.tsx';
import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { articlePath, cardPath, editionPath, tryPath } from '../request/paths.ts';
import { cardCodeText } from '../words/card-codes.ts';
import { cardFieldLabel } from '../words/card-fields.ts';
import { rulebookWords } from '../words/rulebook.ts';

interface Given {
  readonly context: PageContext;
  readonly card: CardView;
  readonly rule: RuleView;
}

/** What the rule says in plain words; below each sentence the condition as it is written. */
export function PlainWords({ context, card, rule }: Given) {
  const say = rulebookWords(context.language);
  const { words } = context;
  if (rule.texts.length === 0) return null;
  return (
    <Section
      heading={say.plainTitle}
      {...(rule.canBeTried
        ? {
            aside: <a href={linkTo(context, tryPath(card.edition.code, card.card))}>{say.tryIt}</a>,
          }
        : {})}
    >
      <p class="quiet">{say.plainLead}</p>
      <ol class="plain-list rule-texts">
        {rule.texts.map(({ path, title, says, text }) => (
          <li id={path}>
            <h3>
              <TitleText words={words} text={title} />
            </h3>
            <p class="prose">
              <TitleText words={words} text={says} />
            </p>
            {text === 'otherwise' ? null : (
              <details>
                <summary>{say.expression}</summary>
                <p>
                  <code class="wraps">{text}</code>
                </p>
              </details>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The articles a card cites, each with its mark and fingerprint, and the way to what rests on it. */
export function LawTexts({ context, card, rule }: Given) {
  const say = rulebookWords(context.language);
  const { words } = context;
  const { code } = card.edition;
  if (rule.articles.length === 0) return null;
  return (
    <Section heading={say.articlesTitle}>
      <p class="quiet">{say.articlesLead}</p>
      <DataTable
        caption={say.articlesTitle}
        captionHidden
        columns={[
          { key: 'article', label: say.article, heads: true },
          { key: 'says', label: say.articleSays },
          { key: 'confidence', label: context.say.confidenceLabel },
          { key: 'hash', label: say.articleHash },
        ]}
        rows={rule.articles.map(({ source, sourceTitle, at, says, confidence, hash, hashOf }) => ({
          article: (
            <>
              <a href={linkTo(context, cardPath(code, 'source', source, at))}>
                <TitleText words={words} text={sourceTitle} />{' '}
                <span class="unbroken">{words.article(at)}</span>
              </a>
              <br />
              <a href={linkTo(context, articlePath(code, source, at))}>
                {say.articleReaches}
                <span class="hidden">
                  {' '}
                  <TitleText words={words} text={sourceTitle} /> {words.article(at)}
                </span>
              </a>
            </>
          ),
          says: <TitleText words={words} text={says} />,
          confidence: <ConfidenceMark words={words} confidence={confidence} />,
          hash: (
            <>
              <code class="hash">{hash.slice(0, 16)}</code>
              <br />
              <span class="quiet">{say.hashOf[hashOf]}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** What the guards found, and what a breach would have meant. */
export function GuardResults({ context, rule }: Given) {
  const say = rulebookWords(context.language);
  const { judged, warnings } = rule.guards;
  return (
    <Section heading={say.guardsTitle}>
      <p>
        {warnings.length === 0
          ? say.guardsClean(judged)
          : say.guardsWarned(judged, warnings.length)}
      </p>
      <p class="quiet">{say.guardsHow}</p>
      {warnings.length === 0 ? null : (
        <DataTable
          caption={say.guardsTitle}
          captionHidden
          columns={[
            { key: 'guard', label: say.guard, heads: true },
            { key: 'field', label: say.guardField },
            { key: 'says', label: say.guardSays },
          ]}
          rows={warnings.map(({ guard, title, field, message }) => ({
            guard: (
              <>
                {guard} <TitleText words={context.words} text={title} />
              </>
            ),
            field: <code class="wraps">{field}</code>,
            says: <TitleText words={context.words} text={message} />,
          }))}
        />
      )}
    </Section>
  );
}

/** The rule in every edition, the latest first, with what changed. */
export function RuleHistory({ context, card, rule }: Given) {
  const say = rulebookWords(context.language);
  return (
    <Section id="history" heading={say.historyTitle}>
      <p class="quiet">{say.historyLead}</p>
      <ol class="plain-list rule-history">
        {rule.history.map((version) => (
          <Version context={context} card={card} version={version} />
        ))}
      </ol>
    </Section>
  );
}

function Version(props: {
  readonly context: PageContext;
  readonly card: CardView;
  readonly version: RuleVersion;
}) {
  const { context, version, card } = props;
  const { words } = context;
  const { kind, id } = card.card;
  const say = rulebookWords(context.language);
  const { edition, change, fields, cases } = version;
  const path =
    change === 'withdrawn' ? editionPath(edition.code) : cardPath(edition.code, kind, id);
  return (
    <li>
      <h3>
        <a href={linkTo(context, path)}>
          <TitleText words={words} text={edition.title} />
        </a>
        {context.language === 'zh' ? '：' : ': '}
        {say.change[change]}
      </h3>
      <p class="quiet">
        {context.say.inForceFrom} <Day words={words} on={edition.inForceFrom} />
      </p>
      {fields.length === 0 ? null : (
        <DataTable
          caption={`${edition.code} ${say.change[change]}`}
          captionHidden
          columns={[
            { key: 'path', label: say.field, heads: true },
            { key: 'meant', label: say.meant },
            { key: 'before', label: say.before },
            { key: 'after', label: say.after },
          ]}
          rows={fields.map((field) => ({
            path: pathWords(context, field.path),
            meant: say.meaning[field.meaning],
            before: <Side context={context} card={card} path={field.path} value={field.old} />,
            after: <Side context={context} card={card} path={field.path} value={field.new} />,
          }))}
        />
      )}
      {cases === undefined ? null : <p class="quiet after-table">{say.casesChanged(cases)}</p>}
    </li>
  );
}

/** A place in a card in the words of its keys; what is data stands as it is written. */
function pathWords({ language }: PageContext, path: string): string {
  return path
    .split('.')
    .map((key) => cardFieldLabel(key, language) ?? key)
    .join(' › ');
}

function Side(props: {
  readonly context: PageContext;
  readonly card: CardView;
  readonly path: string;
  readonly value: JsonValue | undefined;
}) {
  const { context, card, path, value } = props;
  if (value === undefined) {
    return <span class="quiet">{rulebookWords(context.language).absent}</span>;
  }
  if (path.endsWith('.at') && typeof value === 'string') return <>{context.words.article(value)}</>;
  const name = path.split('.').findLast((key) => !/^\d+$/.test(key)) ?? path;
  return <CardValue reading={{ context, view: card }} name={name} value={value} />;
}

/** The cases beside the rule, computed anew. */
export function RuleCases({ context, card, rule }: Given) {
  const say = rulebookWords(context.language);
  if (rule.cases.length === 0) return null;
  return (
    <Section
      id="cases"
      heading={say.casesTitle}
      {...(rule.canBeTried
        ? {
            aside: <a href={linkTo(context, tryPath(card.edition.code, card.card))}>{say.tryIt}</a>,
          }
        : {})}
    >
      <p class="quiet">{say.casesLead(rule.cases.length)}</p>
      <ol class="plain-list rule-cases">
        {rule.cases.map((each) => (
          <li>
            <Case context={context} of={each} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Case({ context, of }: { readonly context: PageContext; readonly of: RuleCaseView }) {
  const say = rulebookWords(context.language);
  const { words } = context;
  const title = (facts: RuleCaseView['expected'][number]['results']) =>
    facts.map((fact, index) => (
      <>
        {index === 0 ? null : context.language === 'zh' ? '；' : '; '}
        {titleOf(context, fact) ?? <TitleText words={words} text={fact.title} />}{' '}
        <b>{codeOf(context, fact) ?? <Written context={context} text={fact.value} />}</b>
      </>
    ));
  return (
    <>
      <h3>
        <TitleText words={words} text={of.says} />
      </h3>
      <p class={of.state === 'fails' ? 'error' : 'quiet'}>{say[of.state]}</p>
      <details>
        <summary>
          {say.caseGiven}
          {context.language === 'zh' ? '、' : ', '}
          {say.caseExpected}
        </summary>
        <FactList
          facts={[
            ...(of.given.length === 0 ? [{ label: say.caseGiven, value: say.caseNothing }] : []),
            ...of.given.map((each) => ({
              label: <TitleText words={words} text={each.title} />,
              value: title(each.facts),
            })),
            ...of.expected.map(({ on, results }) => ({
              label: on === '' ? say.caseExpected : <DayOf context={context} on={on} />,
              value: title(results),
            })),
          ]}
        />
      </details>
    </>
  );
}

type Fact = RuleCaseView['expected'][number]['results'][number];

/** A key of cards in its own words; the title of the edition says everything else. */
function titleOf({ language }: PageContext, { key }: Fact): string | undefined {
  if (key === undefined) return undefined;
  return cardFieldLabel(key, language) ?? cardCodeText('from', key, language);
}

function codeOf({ language, words, say }: PageContext, { key, value }: Fact): string | undefined {
  const code = value.en ?? '';
  if (key === undefined || value.zh !== value.en) return undefined;
  if (code === 'none') return say.none;
  if (code === 'true' || code === 'false') return words.t(code === 'true' ? 'page.yes' : 'page.no');
  return cardCodeText(key, code, language);
}

/** A text that is a day is written as one. */
function Written(props: { readonly context: PageContext; readonly text: RuleCaseView['says'] }) {
  const day = parseCivilDate(props.text.zh ?? props.text.en ?? '');
  return day === undefined ? (
    <TitleText words={props.context.words} text={props.text} />
  ) : (
    <Day words={props.context.words} on={day} />
  );
}

function DayOf({ context, on }: { readonly context: PageContext; readonly on: string }) {
  const day = parseCivilDate(on);
  return day === undefined ? <>{on}</> : <Day words={context.words} on={day} />;
}
