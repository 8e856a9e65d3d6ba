import type { AnswerClock, OfficeLine, UnlikeView } from '@credence/casework';
import { EmptyState, LinkRow } from '@credence/pages';

import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, reportCardPath } from '../request/paths.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { officeId } from './report-card-page.tsx';
import { UnlikeSection } from './unlike-section.tsx';

/** An office's fines beside those in like cases, small groups too, for the office and its overseers. */
export function LikeCasesPage(props: {
  readonly context: PageContext;
  readonly view: {
    readonly clock: AnswerClock;
    readonly office: OfficeLine;
    readonly unlike: UnlikeView;
  };
}) {
  const { context, view } = props;
  const say = cardWords(context.language);
  return (
    <DeskFrame context={context} title={say.deskTitle}>
      <p class="summary">{say.deskLead}</p>
      {view.unlike.rule === undefined ? (
        <EmptyState heading={say.unlikeTitle} meaning={say.unlikeNoRule} />
      ) : (
        <UnlikeSection context={context} unlike={view.unlike} audience="desk" />
      )}
      <LinkRow
        links={[
          {
            href: linkTo(context, reportCardPath(officeId(view.office))),
            label: say.linkCard,
          },
          { href: linkTo(context, paths.reportCards), label: say.linkCards },
        ]}
      />
    </DeskFrame>
  );
}
