import type { ReaderLine } from '@credence/casework';
import { DataTable, Day, EmptyState, PageHeading } from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { readersWords } from '../words/readers.ts';

/** Readers with withdrawals they have not confirmed, for whoever oversees. */
export function readersRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskReaders,
    guarded('access.read-any', async (c, principal) => {
      const outcome = await tools.services.listUnacknowledged(principal);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const context = contextFor(tools, await tools.services.clock({}), paths.deskReaders);
      return sendPage(c, context, <ReadersPage context={context} readers={outcome.readers} />);
    }),
  );
}

function ReadersPage(props: {
  readonly context: PageContext;
  readonly readers: readonly ReaderLine[];
}) {
  const { context, readers } = props;
  const { words, language } = context;
  const say = readersWords(language);
  return (
    <Frame
      context={context}
      title={say.title}
      heading={<PageHeading title={say.title} />}
      breadcrumb={[
        { label: accessWords(language).deskTitle, href: linkTo(context, paths.desk) },
        { label: say.title },
      ]}
      robots="noindex"
    >
      <p class="summary">{say.lead}</p>
      {readers.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        <DataTable
          caption={say.title}
          captionHidden
          columns={[
            { key: 'reader', label: say.reader, heads: true },
            { key: 'since', label: say.since },
            { key: 'open', label: say.open, align: 'end' },
            { key: 'state', label: say.state },
          ]}
          rows={readers.map(({ account, sinceOn, open, overdue }) => ({
            reader: <code>{account}</code>,
            since: sinceOn === undefined ? say.unknown : <Day words={words} on={sinceOn} />,
            open: words.number(open),
            state: overdue ? <b class="due">{say.overdue}</b> : say.inTime,
          }))}
        />
      )}
    </Frame>
  );
}
