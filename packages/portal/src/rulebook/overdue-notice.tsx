import { isBefore, localise, type CivilDate } from '@credence/domain';
import { Notice } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, editionPath } from '../request/paths.ts';
import { reviewWords } from '../words/review.ts';

/**
 * Says on a rule's page that nobody has reviewed it in time, and what follows from that (guard N15).
 * `review-by` is the last day of use, so the notice begins on the day after.
 */
export function OverdueNotice(props: {
  readonly context: PageContext;
  readonly of: 'card' | 'edition';
  readonly reviewBy: CivilDate | undefined;
}) {
  const { context, of, reviewBy } = props;
  const today = context.clock?.today;
  if (reviewBy === undefined || today === undefined || !isBefore(reviewBy, today)) return null;
  const say = reviewWords(context.language);
  return (
    <Notice tone="due" heading={say.title}>
      <p>{say[of](context.words.date(reviewBy))}</p>
    </Notice>
  );
}

/** The same on the page of any organisation, whether it has records or not. */
export function RegisterOverdueNotice({ context }: { readonly context: PageContext }) {
  const { clock, language, words } = context;
  const overdue = clock?.reviewsOverdue ?? [];
  if (clock === undefined || overdue.length === 0) return null;
  const say = reviewWords(language);
  const { code } = clock.edition;
  return (
    <Notice tone="due" heading={say.title}>
      <p>{say.register}</p>
      <ul>
        {overdue.map(({ of, title, since }) => (
          <li>
            <a
              href={linkTo(
                context,
                of.kind === 'edition' ? editionPath(code) : cardPath(code, of.kind, of.id),
              )}
            >
              {say.since(localise(title, language).text, words.date(since))}
            </a>
          </li>
        ))}
      </ul>
      <p class="quiet">{say.registerNote}</p>
    </Notice>
  );
}
