import type { CaseDeskView } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, DataTable, Day, EmptyState } from '@credence/pages';

import { DeskFrame } from '../../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { casePath, visitPath } from '../../request/paths.ts';
import { phaseWord } from '../../words/case-codes.ts';
import { visitWords } from '../../words/inspection/visits.ts';

/** The visits of an office, the soonest due first. */
export function VisitsPage(props: {
  readonly context: PageContext;
  readonly lines: CaseDeskView['mine'];
}) {
  const { context, lines } = props;
  const { words, language } = context;
  const say = visitWords(language);
  return (
    <DeskFrame context={context} title={say.title} queue>
      <p class="summary">{say.lead}</p>
      <p class="quiet">{say.noRecord}</p>
      {lines.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        <DataTable
          caption={say.title}
          captionHidden
          columns={[
            { key: 'organisation', label: say.organisation, heads: true },
            { key: 'list', label: say.list },
            { key: 'stands', label: say.stands },
            { key: 'due', label: say.due },
          ]}
          rows={lines.map((line) => {
            const isDue = line.phase === 'visit-due';
            const path = isDue ? visitPath(line.caseId) : casePath(line.caseId);
            return {
              organisation: (
                <>
                  <AsGiven words={words} text={line.subject.name ?? line.subject.code ?? ''} />
                  <br />
                  <a href={linkTo(context, path)}>{isDue ? say.fill : say.open}</a>
                </>
              ),
              list: localise(line.title, language).text,
              stands: phaseWord(language, line.phase),
              due: line.due?.dueOn === undefined ? '' : <Day words={words} on={line.due.dueOn} />,
            };
          })}
        />
      )}
    </DeskFrame>
  );
}
