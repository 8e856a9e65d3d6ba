import {
  cardKinds,
  type CardLine,
  type EditionsView,
  type EditionSummary,
  type EditionView,
} from '@credence/casework';
import { localise } from '@credence/domain';
import {
  DataTable,
  Day,
  FactList,
  Notice,
  PageHeading,
  Section,
  TitleText,
  type LabelledFact,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { cardPath, draftPath, editionPath, paths } from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';
import { ruleDraftWords } from '../words/rule-drafts.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { sectorWords } from '../words/sectors.ts';
import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { OverdueNotice } from './overdue-notice.tsx';

/** Every edition of the rulebook that was promulgated, the newest first. */
export function RulesPage(props: { readonly context: PageContext; readonly view: EditionsView }) {
  const { context, view } = props;
  const { words, say } = context;
  return (
    <Frame
      context={context}
      title={words.t('page.rules')}
      area="rules"
      json={`${paths.api}/rulebook/editions`}
      heading={<PageHeading title={words.t('page.rules')} />}
    >
      <p class="summary">{say.rulesLead}</p>
      <p>
        <a href={linkTo(context, paths.changes)}>{readingWords(context.language).changesTitle}</a>
        {context.language === 'zh' ? '　' : ' · '}
        <a href={linkTo(context, paths.compare)}>{rulebookWords(context.language).compareTitle}</a>
        {context.language === 'zh' ? '　' : ' · '}
        <a href={linkTo(context, paths.sectors)}>{sectorWords(context.language).title}</a>
        {context.language === 'zh' ? '　' : ' · '}
        <a href={linkTo(context, paths.drafts)}>{ruleDraftWords(context.language).title}</a>
      </p>
      <Section heading={say.editionsTitle}>
        <DataTable
          caption={say.editionsTitle}
          captionHidden
          columns={[
            { key: 'title', label: say.edition, heads: true },
            { key: 'code', label: say.code },
            { key: 'from', label: say.inForceFrom },
            { key: 'until', label: say.inForceUntil },
            { key: 'cards', label: say.cardCount, align: 'end' },
          ]}
          rows={view.editions.map((edition) => ({
            title: (
              <a href={linkTo(context, editionPath(edition.code))}>
                <TitleText words={words} text={edition.title} />
              </a>
            ),
            code: <code>{edition.code}</code>,
            from: <Day words={words} on={edition.inForceFrom} />,
            until:
              edition.inForceUntil === 'none' ? (
                say.inForceNone
              ) : (
                <Day words={words} on={edition.inForceUntil} />
              ),
            cards: words.number(edition.cards),
          }))}
        />
      </Section>
      <Section heading={say.confidenceTitle}>
        <p class="prose">{say.confidenceLead}</p>
      </Section>
    </Frame>
  );
}

/** One edition: what it is, its fingerprint, and its cards kind by kind. */
export function EditionPage(props: {
  readonly context: PageContext;
  readonly view: EditionView;
  readonly elsewhere: Whereabouts;
}) {
  const { context, view } = props;
  const { words, say } = context;
  const { edition, cards } = view;
  const title = localise(edition.title, context.language).text;
  return (
    <Frame
      context={context}
      title={title}
      area="rules"
      json={`${paths.api}/rulebook/editions/${encodeURIComponent(edition.code)}`}
      breadcrumb={[
        { label: words.t('page.rules'), href: linkTo(context, paths.rules) },
        { label: edition.code },
      ]}
      heading={
        <PageHeading
          title={<TitleText words={words} text={edition.title} />}
          facts={[<code>{edition.code}</code>]}
        />
      }
    >
      <Elsewhere context={context} elsewhere={props.elsewhere} />
      <OverdueNotice context={context} of="edition" reviewBy={edition.reviewBy} />
      <Section heading={say.editionFacts}>
        <FactList facts={editionFacts(context, edition)} />
        <p class="quiet after-table">{say.hashNote}</p>
      </Section>
      {cardKinds.map((kind) => (
        <CardsOfKind
          context={context}
          edition={edition.code}
          heading={say.cardKind[kind]}
          cards={cards.filter((card) => card.kind === kind)}
        />
      ))}
    </Frame>
  );
}

/** The register's own law; law of another place, to compare; a draft, in force for nobody. */
export type Whereabouts = 'here' | 'elsewhere' | { readonly draft: string };

/** Above everything that is not the register's own law. */
export function Elsewhere(props: {
  readonly context: PageContext;
  readonly elsewhere: Whereabouts;
}) {
  const { context, elsewhere } = props;
  const say = rulebookWords(context.language);
  if (elsewhere === 'here') return null;
  if (elsewhere !== 'elsewhere') {
    const ofDraft = ruleDraftWords(context.language);
    return (
      <Notice tone="due" heading={ofDraft.isDraft}>
        <p>
          <a href={linkTo(context, draftPath(elsewhere.draft))}>{ofDraft.toDraft}</a>
        </p>
      </Notice>
    );
  }
  return (
    <Notice>
      <p>{say.otherEdition}</p>
      <p>
        <a href={linkTo(context, paths.compare)}>{say.compareTitle}</a>
      </p>
    </Notice>
  );
}

function editionFacts(context: PageContext, edition: EditionSummary): readonly LabelledFact[] {
  const { words, say } = context;
  const { inForceFrom, inForceUntil, succeeds, parent } = edition;
  const link = (code: string): Child => (
    <a href={linkTo(context, editionPath(code))}>
      <code>{code}</code>
    </a>
  );
  return [
    { label: say.inForceFrom, value: <Day words={words} on={inForceFrom} /> },
    {
      label: say.inForceUntil,
      value: inForceUntil === 'none' ? say.inForceNone : <Day words={words} on={inForceUntil} />,
    },
    { label: say.reviewBy, value: <Day words={words} on={edition.reviewBy} /> },
    { label: say.territory, value: <code>{edition.territory}</code> },
    {
      label: say.languages,
      value: words.list(edition.languages.map((language) => say.languageName[language])),
    },
    ...(succeeds === undefined ? [] : [{ label: say.succeeds, value: link(succeeds) }]),
    ...(parent === undefined ? [] : [{ label: say.parent, value: link(parent) }]),
    { label: say.cardCount, value: words.number(edition.cards) },
    { label: say.hash, value: <code class="hash">{edition.hash}</code> },
  ];
}

function CardsOfKind(props: {
  readonly context: PageContext;
  readonly edition: string;
  readonly heading: string;
  readonly cards: readonly CardLine[];
}) {
  const { cards } = props;
  if (cards.length === 0) return null;
  return (
    <Section heading={props.heading}>
      <CardTable {...props} caption={props.heading} />
    </Section>
  );
}

/** Cards as a table: title, id, how sure it is, since when. */
export function CardTable(props: {
  readonly context: PageContext;
  readonly edition: string;
  readonly caption: string;
  readonly cards: readonly CardLine[];
}) {
  const { context, edition, cards } = props;
  const { words, say } = context;
  return (
    <div class="cards">
      <DataTable
        caption={props.caption}
        captionHidden
        columns={[
          { key: 'title', label: say.cardTitle, heads: true },
          { key: 'id', label: say.cardId },
          { key: 'from', label: say.inForceFrom },
          { key: 'confidence', label: say.confidenceLabel },
        ]}
        rows={cards.map((card) => ({
          title: (
            <a href={linkTo(context, cardPath(edition, card.kind, card.id))}>
              <TitleText words={words} text={card.title} />
            </a>
          ),
          id: <code>{card.id}</code>,
          from:
            card.inForce === undefined ? (
              say.notApplicable
            ) : (
              <Day words={words} on={card.inForce.from} />
            ),
          confidence:
            card.confidence === undefined ? (
              say.notApplicable
            ) : (
              <ConfidenceMark words={words} confidence={card.confidence} />
            ),
        }))}
      />
    </div>
  );
}
