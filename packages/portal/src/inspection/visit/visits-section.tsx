import type { SubjectView } from '@credence/casework';
import { localise } from '@credence/domain';
import { DataTable, Day, Section } from '@credence/pages';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { cardPath, drawPath } from '../../request/paths.ts';
import { visitWords } from '../../words/inspection/visits.ts';

/** What visits of one organisation came to, list by list, as long as it may be shown. */
export function VisitsSection(props: {
  readonly context: PageContext;
  readonly view: Pick<SubjectView, 'clock' | 'visits'>;
}) {
  const { context, view } = props;
  const { visits = [], clock } = view;
  if (visits.length === 0) return null;
  const { words, language } = context;
  const say = visitWords(language);
  return (
    <Section id="visits" heading={say.results}>
      <p class="quiet">{say.noRecord}</p>
      <DataTable
        caption={say.results}
        captionHidden
        columns={[
          { key: 'on', label: say.on, heads: true },
          { key: 'list', label: say.list },
          { key: 'result', label: say.result },
          { key: 'how', label: say.how },
          { key: 'until', label: say.shownUntil },
        ]}
        rows={visits.map(({ list, checklist, draw, visitedOn, result, shownUntil }) => ({
          on: <Day words={words} on={visitedOn} />,
          list: (
            <a href={linkTo(context, cardPath(clock.edition.code, 'checklist', list))}>
              {localise(checklist, language).text}
            </a>
          ),
          result: say.resultIs[result],
          how:
            draw === undefined ? (
              say.picked
            ) : (
              <a href={linkTo(context, drawPath(draw))}>{say.drawn}</a>
            ),
          until: <Day words={words} on={shownUntil} />,
        }))}
      />
    </Section>
  );
}
