import type { MatterLine, MatterQueueView } from '@credence/casework';
import { daysBetween } from '@credence/domain';
import { AsGiven, DataTable, Day, EmptyState, Icon, Pagination, TitleText } from '@credence/pages';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { matterPath, paths, withQuery } from '../../request/paths.ts';
import { MatterFrame, sayOf } from './matter-frame.tsx';

/** What an agency has to settle, the oldest first. */
export function QueuePage(props: {
  readonly context: PageContext;
  readonly view: MatterQueueView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = sayOf(context);
  const { matters, total, page, pageSize } = view;
  return (
    <MatterFrame context={context} title={say.title} queue>
      {total === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        <>
          <p class="summary">{say.waiting(words.number(total))}</p>
          <DataTable
            caption={say.title}
            captionHidden
            columns={[
              { key: 'matter', label: say.matter, heads: true },
              { key: 'kind', label: say.kind },
              { key: 'organisation', label: say.organisation },
              { key: 'due', label: say.due },
              { key: 'next', label: say.next },
            ]}
            rows={matters.map((line) => ({
              matter: <MatterLink context={context} line={line} />,
              kind: say.kinds[line.kind],
              organisation: <AsGiven words={words} text={line.subject.name ?? line.subject.code} />,
              due: <DueOn context={context} line={line} />,
              next: say.states[line.state],
            }))}
          />
          <Pagination
            words={words}
            page={page}
            pageSize={pageSize}
            total={total}
            hrefOf={(to) => withQuery(linkTo(context, paths.deskMatters), { page: to })}
          />
        </>
      )}
    </MatterFrame>
  );
}

function MatterLink({ context, line }: { context: PageContext; line: MatterLine }) {
  const { words } = context;
  return (
    <a href={linkTo(context, matterPath(line.matterId))}>
      <TitleText words={words} text={line.item} />
      {line.document === undefined ? null : (
        <>
          {' '}
          <AsGiven words={words} text={line.document} />
        </>
      )}
    </a>
  );
}

/** The last day, and by how much it has passed: in words, never by colour alone. */
export function DueOn(props: {
  readonly context: PageContext;
  readonly line: Pick<MatterLine, 'dueOn' | 'state'>;
}) {
  const { context, line } = props;
  const { words, clock } = context;
  const say = sayOf(context);
  const { dueOn } = line;
  if (dueOn === undefined) return <span class="quiet">{say.dueUnknown}</span>;
  const late = clock === undefined ? 0 : daysBetween(dueOn, clock.today);
  return (
    <>
      <Day words={words} on={dueOn} />
      {late <= 0 || line.state === 'closed' ? null : (
        <>
          {' '}
          <b class="due">
            <Icon shape="clock" /> {say.overdue(words.number(late))}
          </b>
        </>
      )}
    </>
  );
}
