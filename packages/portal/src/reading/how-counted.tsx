import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { agencyWords } from '../words/agency.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { incentiveWords } from '../words/incentives.ts';
import { drawWords } from '../words/inspection/draws.ts';
import { readingWords } from '../words/reading.ts';
import { cardWords } from '../words/report-card/cards.ts';

/** The link beside a figure to its definition. */
export function HowCounted({
  context,
  id,
}: {
  readonly context: PageContext;
  readonly id: string;
}) {
  return (
    <a href={linkTo(context, `${paths.counted}#${id}`)}>{context.words.t('page.howCounted')}</a>
  );
}

/** The other pages with figures over the whole register. */
export function NumberLinks({ context }: { readonly context: PageContext }) {
  const say = readingWords(context.language);
  return (
    <p class="link-row">
      <a href={linkTo(context, paths.agencies)}>{agencyWords(context.language).agenciesTitle}</a>
      <a href={linkTo(context, paths.reportCards)}>{cardWords(context.language).cardsTitle}</a>
      <a href={linkTo(context, paths.statistics)}>{say.statisticsTitle}</a>
      <a href={linkTo(context, paths.publicBodies)}>
        {contractWords(context.language).bodiesTitle}
      </a>
      <a href={linkTo(context, paths.incentives)}>{incentiveWords(context.language).title}</a>
      <a href={linkTo(context, paths.inspections)}>{drawWords(context.language).title}</a>
      <a href={linkTo(context, paths.changes)}>{say.changesTitle}</a>
      <a href={linkTo(context, paths.copies)}>{say.copyTitle}</a>
    </p>
  );
}

/** A count, or that it is withheld; never an empty cell. */
export function Count(props: { readonly context: PageContext; readonly value: number | null }) {
  const { context, value } = props;
  const { words, language } = context;
  if (value !== null) return <>{words.number(value)}</>;
  return <span class="quiet">{readingWords(language).withheld}</span>;
}
