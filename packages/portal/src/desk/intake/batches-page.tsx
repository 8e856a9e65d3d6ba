import { batchesPerPage, type BatchesView, type BatchLine } from '@credence/casework';
import { civilTimeAt, instant } from '@credence/domain';
import {
  ActionLink,
  Actions,
  AsGiven,
  DataTable,
  EmptyState,
  Moment,
  PageHeading,
  Pagination,
  TitleText,
} from '@credence/pages';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { batchPath, paths, withQuery } from '../../request/paths.ts';
import { IntakePage, wordsOf } from './desk-page.tsx';

/** What an agency has supplied, latest first. */
export function BatchesPage(props: { readonly context: PageContext; readonly view: BatchesView }) {
  const { context, view } = props;
  const { words } = context;
  const say = wordsOf(context);
  const path = linkTo(context, paths.deskBatches);
  return (
    <IntakePage
      context={context}
      title={say.batchesTitle}
      above={[{ label: say.title, path: paths.deskIntake }]}
      heading={
        <PageHeading
          title={say.batchesTitle}
          second={<TitleText words={words} text={view.agency.name} />}
        />
      }
    >
      {view.total === 0 ? (
        <EmptyState heading={say.noBatches} meaning={say.noBatchesMeaning} />
      ) : (
        <>
          <p class="summary">{say.batchesLead(words.number(view.total))}</p>
          <BatchTable context={context} view={view} />
          {view.total > batchesPerPage ? (
            <Pagination
              words={words}
              page={view.page}
              pageSize={batchesPerPage}
              total={view.total}
              hrefOf={(page) => withQuery(path, { page })}
            />
          ) : null}
        </>
      )}
      <div class="after-block">
        <Actions>
          <ActionLink rank="first" href={linkTo(context, paths.deskIntake)}>
            {say.toImport}
          </ActionLink>
        </Actions>
      </div>
    </IntakePage>
  );
}

function BatchTable({ context, view }: { context: PageContext; view: BatchesView }) {
  const { words } = context;
  const say = wordsOf(context);
  const row = (batch: BatchLine) => ({
    file: (
      <a href={linkTo(context, batchPath(batch.batchId))}>
        <AsGiven words={words} text={batch.fileName} />
      </a>
    ),
    item: <TitleText words={words} text={batch.itemTitle} />,
    when: <Moment words={words} at={civilTimeAt(instant(batch.recordedAt), view.clock.zone)} />,
    recorded: words.number(batch.counts.recorded),
    known: words.number(batch.counts.known),
    faulty: words.number(batch.counts.refused),
    who: <AsGiven words={words} text={batch.official} />,
  });
  return (
    <DataTable
      caption={say.batchesTitle}
      captionHidden
      columns={[
        { key: 'file', label: say.fileName, heads: true },
        { key: 'item', label: say.what },
        { key: 'when', label: say.when },
        { key: 'recorded', label: say.countRecorded, align: 'end' },
        { key: 'known', label: say.countKnown, align: 'end' },
        { key: 'faulty', label: say.countLeftOut, align: 'end' },
        { key: 'who', label: say.who },
      ]}
      rows={view.batches.map(row)}
    />
  );
}
