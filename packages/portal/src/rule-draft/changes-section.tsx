import type { ChangedCard, DraftChanges } from '@credence/casework';
import { localise, type JsonValue } from '@credence/domain';
import { DataTable, Section, TitleText } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath } from '../request/paths.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { sayOf } from './draft-frame.tsx';

type Diff = NonNullable<DraftChanges['diff']>;
type Fields = Diff['frame'];

/** What a draft says otherwise than the law whose place it takes. */
export function DraftChangesSection(props: {
  readonly context: PageContext;
  readonly changes: DraftChanges;
  /** The draft is published, so that its cards have pages. */
  readonly readable: boolean;
}) {
  const { context, changes, readable } = props;
  const say = sayOf(context);
  const { against, diff, titles } = changes;
  if (against === undefined || diff === undefined) {
    return (
      <Section id="changes" heading={say.changesTitle}>
        <p>{say.changesUnknown}</p>
      </Section>
    );
  }
  const named = (cards: readonly Pick<ChangedCard, 'kind' | 'id'>[]): readonly ChangedCard[] =>
    cards.flatMap(
      ({ kind, id }) => titles.find((each) => each.kind === kind && each.id === id) ?? [],
    );
  const title = localise(against.title, context.language).text;
  return (
    <Section id="changes" heading={say.changesTitle}>
      <p class="quiet">{titles.length === 0 ? say.changesNone : say.changesLead(title)}</p>
      <Cards
        context={context}
        heading={say.addedCards}
        cards={named(diff.added)}
        {...(readable ? { edition: diff.to.code } : {})}
      />
      <Cards
        context={context}
        heading={say.withdrawnCards}
        cards={named(diff.withdrawn)}
        edition={against.code}
      />
      {diff.changed.length === 0 ? null : <h3 class="part-heading">{say.changedCards}</h3>}
      {diff.changed.map((card) => (
        <details>
          <summary>
            {named([card]).map((each) => (
              <TitleText words={context.words} text={each.title} />
            ))}
          </summary>
          <FieldTable context={context} caption={`${card.kind}:${card.id}`} fields={card.fields} />
        </details>
      ))}
      {diff.frame.length === 0 ? null : (
        <details>
          <summary>{say.frameChanged}</summary>
          <FieldTable context={context} caption={say.frameChanged} fields={diff.frame} />
        </details>
      )}
    </Section>
  );
}

/** Cards that come or go; those of the law in force lead to their page. */
function Cards(props: {
  readonly context: PageContext;
  readonly heading: string;
  readonly cards: readonly ChangedCard[];
  readonly edition?: string;
}) {
  const { context, heading, cards, edition } = props;
  const say = sayOf(context);
  if (cards.length === 0) return null;
  return (
    <>
      <h3 class="part-heading">{heading}</h3>
      <DataTable
        caption={heading}
        captionHidden
        columns={[
          { key: 'rule', label: say.rule, heads: true },
          { key: 'kind', label: say.kind },
        ]}
        rows={cards.map(({ kind, id, title }) => ({
          rule:
            edition === undefined ? (
              <TitleText words={context.words} text={title} />
            ) : (
              <a href={linkTo(context, cardPath(edition, kind, id))}>
                <TitleText words={context.words} text={title} />
              </a>
            ),
          kind: context.say.cardKind[kind],
        }))}
      />
    </>
  );
}

function FieldTable(props: {
  readonly context: PageContext;
  readonly caption: string;
  readonly fields: Fields;
}) {
  const say = rulebookWords(props.context.language);
  return (
    <DataTable
      caption={props.caption}
      captionHidden
      columns={[
        { key: 'path', label: say.field, heads: true },
        { key: 'meant', label: say.meant },
        { key: 'before', label: say.before },
        { key: 'after', label: say.after },
      ]}
      rows={props.fields.map((field) => ({
        path: <code class="wraps">{field.path}</code>,
        meant: say.meaning[field.meaning],
        before: <Side context={props.context} value={field.old} />,
        after: <Side context={props.context} value={field.new} />,
      }))}
    />
  );
}

function Side(props: { readonly context: PageContext; readonly value: JsonValue | undefined }) {
  const { value } = props;
  if (value === undefined) {
    return <span class="quiet">{rulebookWords(props.context.language).absent}</span>;
  }
  return <code class="wraps">{typeof value === 'object' ? JSON.stringify(value) : value}</code>;
}
