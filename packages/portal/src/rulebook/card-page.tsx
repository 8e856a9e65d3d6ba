import type { CardView, RuleView } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  BasisLine,
  Day,
  KeyValues,
  PageHeading,
  Section,
  SideBlock,
  TitleText,
  type LabelledFact,
} from '@credence/pages';

import { editionPath, paths } from '../request/paths.ts';
import { CardContent } from './card-content.tsx';
import { OverdueNotice } from './overdue-notice.tsx';
import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { toBasis } from '../page/record-terms.ts';
import { GuardResults, LawTexts, PlainWords, RuleCases, RuleHistory } from './rule-sections.tsx';
import { CardTable, Elsewhere, type Whereabouts } from './rules-page.tsx';

/** One card of an edition, read from top to bottom as its file is: nothing of it is left out. */
export function CardPage(props: {
  readonly context: PageContext;
  readonly view: CardView;
  readonly rule: RuleView;
  /** Its edition is here only to be compared. */
  readonly elsewhere: Whereabouts;
}) {
  const { context, view, rule } = props;
  const given = { context, card: view, rule };
  const { words, say } = context;
  const { card, edition } = view;
  const code = encodeURIComponent(edition.code);
  return (
    <Frame
      context={context}
      title={`${localise(card.title, context.language).text} - ${edition.code}`}
      area="rules"
      json={`${paths.api}/rulebook/editions/${code}/${card.kind}/${encodeURIComponent(card.id)}`}
      breadcrumb={[
        { label: words.t('page.rules'), href: linkTo(context, paths.rules) },
        { label: edition.code, href: linkTo(context, editionPath(edition.code)) },
        { label: say.cardKind[card.kind] },
      ]}
      heading={
        <PageHeading
          title={<TitleText words={words} text={card.title} />}
          facts={[<code>{card.id}</code>]}
        />
      }
      side={<Head context={context} view={view} />}
    >
      <Elsewhere context={context} elsewhere={props.elsewhere} />
      <OverdueNotice context={context} of="card" reviewBy={card.reviewBy} />
      <PlainWords {...given} />
      <CardContent context={context} view={view} />
      <LawTexts {...given} />
      <RuleCases {...given} />
      <GuardResults {...given} />
      <RuleHistory {...given} />
      <Section heading={say.citedBy}>
        {view.citedBy.length === 0 ? (
          <p>{say.citedByNone}</p>
        ) : (
          <CardTable
            context={context}
            edition={edition.code}
            caption={say.citedBy}
            cards={view.citedBy}
          />
        )}
      </Section>
    </Frame>
  );
}

function Head({ context, view }: { readonly context: PageContext; readonly view: CardView }) {
  const { words, say } = context;
  const { card, edition } = view;
  const facts: LabelledFact[] = [
    ...(card.inForce === undefined
      ? []
      : [
          { label: say.inForceFrom, value: <Day words={words} on={card.inForce.from} /> },
          ...(card.inForce.until === 'none'
            ? []
            : [{ label: say.inForceUntil, value: <Day words={words} on={card.inForce.until} /> }]),
        ]),
    ...(card.reviewBy === undefined
      ? []
      : [{ label: say.reviewBy, value: <Day words={words} on={card.reviewBy} /> }]),
    ...(card.confidence === undefined
      ? []
      : [
          {
            label: say.confidenceLabel,
            value: <ConfidenceMark words={words} confidence={card.confidence} />,
          },
        ]),
  ];
  return (
    <>
      {facts.length === 0 && card.basis.length === 0 ? null : (
        <SideBlock heading={say.cardHead}>
          <KeyValues facts={facts} />
          {card.basis.length === 0 ? null : (
            <div class="side-basis">
              <BasisLine
                words={words}
                bases={card.basis.map((basis) => toBasis(context, { ...basis, for: 'decision' }))}
              />
            </div>
          )}
        </SideBlock>
      )}
      <SideBlock heading={say.edition}>
        <p>
          <a href={linkTo(context, editionPath(edition.code))}>
            <TitleText words={words} text={edition.title} />
          </a>
        </p>
        <p class="quiet">{say.hash}</p>
        <p>
          <code class="hash">{edition.hash}</code>
        </p>
      </SideBlock>
    </>
  );
}
