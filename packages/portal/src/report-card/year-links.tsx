import type { CardTime } from '@credence/casework';
import { addDays } from '@credence/domain';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { withQuery } from '../request/paths.ts';
import { cardWords } from '../words/report-card/cards.ts';

/** The days a card counts, the last one included, as its first sentence says them. */
export function daysOf({ words }: PageContext, { from, until }: CardTime): [string, string] {
  return [words.date(from), words.date(addDays(until, -1))];
}

/** The twelve months and the years before; the one on show is no link. */
export function YearLinks(props: {
  readonly context: PageContext;
  readonly time: CardTime;
  readonly path: string;
  readonly rest?: Readonly<Record<string, string>>;
}) {
  const { context, time, path, rest = {} } = props;
  const say = cardWords(context.language);
  const choices = [undefined, ...time.years].map((year) => ({
    year,
    label: year === undefined ? say.twelve : String(year),
    href: linkTo(
      context,
      withQuery(path, { ...(year === undefined ? {} : { year: String(year) }), ...rest }),
    ),
  }));
  return (
    <nav aria-label={say.times}>
      <p class="link-row after-block">
        {choices.map(({ year, label, href }) =>
          year === time.year ? <b aria-current="page">{label}</b> : <a href={href}>{label}</a>,
        )}
      </p>
    </nav>
  );
}
