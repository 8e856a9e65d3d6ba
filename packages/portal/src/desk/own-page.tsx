import type { OwnRecordLine, OwnView } from '@credence/casework';
import { localise, problem, type CivilDate } from '@credence/domain';
import { DataTable, Day, PageHeading } from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { FactValue } from '../page/fact-value.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { notShownWords } from '../words/not-shown.ts';
import { MandateChooser } from './mandate-chooser.tsx';
import { ownHome } from './own-home.ts';

/** Everything held about an organisation, for whoever acts for it. */
export function ownRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.deskOwn,
    guarded('subject.read-own', async (c, principal) => {
      const home = ownHome(principal, c);
      const outcome = await tools.services.viewOwn(principal, home);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('subject-not-found', { subject: '' }));
      }
      const address = withQuery(paths.deskOwn, { subject: c.req.query('subject') });
      const context = contextFor(tools, outcome.view.clock, address);
      const chooser = (
        <MandateChooser {...{ context, principal, path: paths.deskOwn, shown: home }} />
      );
      return sendPage(c, context, <OwnPage {...{ context, chooser, view: outcome.view }} />);
    }),
  );
}

function OwnPage(props: {
  readonly context: PageContext;
  readonly view: OwnView;
  readonly chooser: Child;
}) {
  const { context, view, chooser } = props;
  const { language, words } = context;
  const say = accessWords(language);
  const { subject, records } = view;
  const name = subject.name ?? subject.identifiers[0]?.value ?? '';
  return (
    <Frame
      context={context}
      title={say.ownTitle}
      heading={<PageHeading title={say.ownTitle} />}
      breadcrumb={[{ label: say.deskTitle, href: linkTo(context, paths.desk) }, { label: name }]}
      robots="noindex"
    >
      <p class="summary">{say.ownLead}</p>
      {chooser}
      {records.length === 0 ? (
        <p>{say.ownNone}</p>
      ) : (
        <DataTable
          caption={name}
          columns={[
            { key: 'record', label: say.ownRecord, heads: true },
            { key: 'decided', label: say.ownDecided },
            { key: 'who', label: say.ownProvider },
            { key: 'state', label: say.ownState },
          ]}
          rows={records.map((record) => ({
            record: <RecordName context={context} record={record} />,
            decided: <Day words={words} on={record.decidedOn} />,
            who: record.provider,
            state: stateOf(context, record),
          }))}
        />
      )}
    </Frame>
  );
}

function RecordName(props: { readonly context: PageContext; readonly record: OwnRecordLine }) {
  const { context, record } = props;
  const item = localise(record.item, context.language).text;
  return (
    <>
      {item}
      {record.heading === undefined ? null : (
        <>
          {context.language === 'zh' ? '：' : ': '}
          <FactValue words={context.words} fact={record.heading} />
        </>
      )}
      {record.number === undefined ? null : (
        <>
          {' '}
          <span class="quiet">{record.number}</span>
        </>
      )}
    </>
  );
}

function stateOf({ language, words }: PageContext, { publicity }: OwnRecordLine): string {
  const say = accessWords(language);
  const day = (on: CivilDate) => words.date(on);
  switch (publicity.kind) {
    case 'shown':
      return say.ownShown(day(publicity.begins), day(publicity.ends));
    case 'valid':
      return publicity.ends === 'none'
        ? say.ownShownOpen(day(publicity.begins))
        : say.ownShown(day(publicity.begins), day(publicity.ends));
    case 'not-begun':
      return say.ownNotYet(day(publicity.begins));
    case 'ended':
      return say.ownEnded(day(publicity.endedOn));
    case 'not-shown': {
      const reason = notShownWords(language)[publicity.because];
      return language === 'zh' ? `${say.ownNever}：${reason}` : `${say.ownNever}: ${reason}`;
    }
  }
}
