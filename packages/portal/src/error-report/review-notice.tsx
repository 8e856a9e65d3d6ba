import type { SubjectView } from '@credence/casework';
import { AsGiven, Notice } from '@credence/pages';

import { dayLink, type PageContext } from '../page/page-context.ts';
import { subjectPath } from '../request/paths.ts';
import { errorReportWords } from '../words/error-report.ts';

/** Says on a page that its subject's identity is looked into, and leads to the other page. */
export function ReviewNotice(props: {
  readonly context: PageContext;
  readonly review: SubjectView['identityReview'];
}) {
  const { context, review } = props;
  if (review === undefined) return null;
  const { words } = context;
  const say = errorReportWords(context.language);
  return (
    <Notice tone="due" heading={say.reviewTitle}>
      <p>{say.reviewSays(words.date(review.since))}</p>
      {review.others.length === 0 ? null : (
        <p>
          {say.reviewOthers}
          {words.richList(
            review.others.map(({ id, name }) => (
              <a href={dayLink(context, subjectPath(id))}>
                {name === undefined ? (
                  words.t('subject.nameNotStated')
                ) : (
                  <AsGiven words={words} text={name} />
                )}
              </a>
            )),
          )}
        </p>
      )}
    </Notice>
  );
}
