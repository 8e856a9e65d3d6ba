import type { CardLine, FieldDifference, RuleChange, RuleChangesView } from '@credence/casework';
import type { JsonValue } from '@credence/domain';
import { DataTable, Day, EmptyState, PageHeading, Section, TitleText } from '@credence/pages';
import { civilDayAt } from '@credence/domain';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, editionPath, paths } from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';

/** Every promulgation with what it changed, field by field. */
export function ChangesPage(props: {
  readonly context: PageContext;
  readonly view: RuleChangesView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = readingWords(context.language);
  return (
    <Frame
      context={context}
      title={say.changesTitle}
      area="rules"
      json={`${paths.api}/rulebook/changes`}
      breadcrumb={[
        { label: words.t('page.rules'), href: linkTo(context, paths.rules) },
        { label: say.changesTitle },
      ]}
      heading={<PageHeading title={say.changesTitle} />}
    >
      <p class="summary">{say.changesLead}</p>
      <p>
        <a href={linkTo(context, paths.changesFeed)}>{say.changesFeed}</a>
      </p>
      {view.changes.length === 0 ? (
        <EmptyState heading={say.changesNone} meaning={say.changesLead} />
      ) : (
        view.changes.map((change) => (
          <Change context={context} change={change} zone={view.clock.zone} />
        ))
      )}
    </Frame>
  );
}

function Change(props: {
  readonly context: PageContext;
  readonly change: RuleChange;
  readonly zone: string;
}) {
  const { context, change } = props;
  const { words } = context;
  const say = readingWords(context.language);
  const { edition, approvals, since } = change;
  const counts = [change.added.length, change.withdrawn.length, change.changed.length] as const;
  return (
    <Section id={edition.code} heading={<TitleText words={words} text={edition.title} />}>
      <p>
        <a href={linkTo(context, editionPath(edition.code))}>
          <code>{edition.code}</code>
        </a>{' '}
        {say.changesPromulgated}{' '}
        <Day words={words} on={civilDayAt(change.promulgatedAt, props.zone)} />.{' '}
        {context.say.inForceFrom} <Day words={words} on={edition.inForceFrom} />.
      </p>
      <ul class="plain-list quiet">
        {approvals.map(({ role, on }) => (
          <li>
            {say.changesApproved} <Day words={words} on={on} /> <code>{role}</code>
          </li>
        ))}
      </ul>
      {since === undefined ? (
        <p>{say.changesFirst}</p>
      ) : (
        <>
          <p>
            {say.changesSince(since)}
            {context.language === 'zh' ? '：' : ': '}
            {say.changesSummary(...counts)}
          </p>
          <Cards
            context={context}
            heading={say.changesAdded}
            edition={edition.code}
            cards={change.added}
          />
          <Cards
            context={context}
            heading={say.changesWithdrawn}
            edition={since}
            cards={change.withdrawn}
          />
          {change.changed.map(({ card, fields }) => (
            <>
              <h3>
                <a href={linkTo(context, cardPath(edition.code, card.kind, card.id))}>
                  <TitleText words={words} text={card.title} />
                </a>{' '}
                <code>{`${card.kind}:${card.id}`}</code>
              </h3>
              <Fields context={context} caption={`${card.kind}:${card.id}`} fields={fields} />
            </>
          ))}
        </>
      )}
    </Section>
  );
}

function Cards(props: {
  readonly context: PageContext;
  readonly heading: string;
  readonly edition: string;
  readonly cards: readonly CardLine[];
}) {
  const { context, cards, edition } = props;
  if (cards.length === 0) return null;
  return (
    <>
      <h3>{props.heading}</h3>
      <ul class="plain-list">
        {cards.map(({ kind, id, title }) => (
          <li>
            <a href={linkTo(context, cardPath(edition, kind, id))}>
              <TitleText words={context.words} text={title} />
            </a>{' '}
            <code>{`${kind}:${id}`}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

function Fields(props: {
  readonly context: PageContext;
  readonly caption: string;
  readonly fields: readonly FieldDifference[];
}) {
  const say = readingWords(props.context.language);
  const value = (given: JsonValue | undefined) =>
    given === undefined ? (
      <span class="quiet">{say.changesAbsent}</span>
    ) : (
      <code class="wraps">{valueText(given)}</code>
    );
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={[
        { key: 'path', label: say.changesField, heads: true },
        { key: 'old', label: say.changesOld },
        { key: 'new', label: say.changesNew },
      ]}
      rows={props.fields.map((field) => ({
        path: <code class="wraps">{field.path}</code>,
        old: value(field.old),
        new: value(field.new),
      }))}
    />
  );
}

/** A text stands as it is; anything made of parts as JSON. */
function valueText(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
