import type { ListingView } from '@credence/casework';
import { RecordCard, Section, TitleText, type End } from '@credence/pages';

import { cardPath, paths } from '../request/paths.ts';
import { listingDuty, listingKind, listingWords } from '../words/listings.ts';
import { noticeWords } from '../words/notice.ts';
import { linkTo, type PageContext } from './page-context.ts';
import { toBasis, toWayOut } from './record-terms.ts';

/** The lists that an organisation stands in: each with its begin, its end and the way out. */
export function Listings(props: {
  readonly context: PageContext;
  readonly listings: readonly ListingView[];
}) {
  const { context, listings } = props;
  if (listings.length === 0) return null;
  return (
    <Section id="lists" heading={listingWords(context.language).heading}>
      {listings.map((listing) => (
        <ListingCard context={context} listing={listing} />
      ))}
      <p class="quiet">
        {listingWords(context.language).othersDoor}{' '}
        <a href={linkTo(context, paths.notice)}>{noticeWords(context.language).title}</a>
      </p>
    </Section>
  );
}

function ListingCard(props: { readonly context: PageContext; readonly listing: ListingView }) {
  const { context, listing } = props;
  const { words } = context;
  const { list, document, disputedSince } = listing;
  const card = linkTo(context, cardPath(context.clock?.edition.code ?? '', 'list', list.code));
  return (
    <RecordCard
      words={words}
      id={`list-${listing.id}`}
      href={card}
      title={<TitleText words={words} text={list.title} />}
      kind={listingKind}
      {...(document === undefined ? {} : { document: document.number })}
      state={disputedSince === undefined ? 'in-effect' : 'disputed'}
      sentence={<ListingSentence context={context} listing={listing} />}
      begins={{ on: listing.begins, from: 'served' }}
      ends={endOf(listing)}
      earlier={listing.waysOut.map(toWayOut)}
      bases={listing.basis.map((basis) => toBasis(context, basis))}
      links={{ why: card, wrong: card }}
    />
  );
}

function ListingSentence(props: { readonly context: PageContext; readonly listing: ListingView }) {
  const { context, listing } = props;
  const { words, language } = context;
  const say = listingWords(language);
  const { measures, disputedSince } = listing;
  return (
    <>
      {measures.length === 0 ? null : (
        <>
          {say.measures}
          {language === 'zh' ? '：' : ': '}
          {words.richList(measures.map(({ title }) => <TitleText words={words} text={title} />))}
          {language === 'zh' ? '。' : '. '}
        </>
      )}
      {disputedSince === undefined ? null : say.disputedSince(words.date(disputedSince))}
    </>
  );
}

function endOf({ ends, confirmBy, repairFrom }: ListingView): End {
  if (ends !== undefined) {
    return { kind: 'on', on: ends, how: repairFrom === undefined ? 'by-itself' : 'at-the-latest' };
  }
  // The engine lets nothing stand that has neither a last day nor a next check.
  return confirmBy === undefined
    ? { kind: 'open-ended' }
    : { kind: 'by-duty', duty: listingDuty, nextCheckOn: confirmBy };
}
