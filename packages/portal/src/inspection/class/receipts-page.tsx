import type { ReceiptsView, ReceiptView } from '@credence/casework';
import { problem } from '@credence/domain';
import { EmptyState, Section } from '@credence/pages';
import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';

import { guarded, refuseWith } from '../../access/guarded.ts';
import { MandateChooser } from '../../desk/mandate-chooser.tsx';
import type { PortalContext, PortalEnv } from '../../http/environment.ts';
import { factsOf } from '../../own/home-page.tsx';
import { OwnFrame } from '../../own/own-frame.tsx';
import { ownHome } from '../../own/own-home.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths, withQuery } from '../../request/paths.ts';
import { ownWords } from '../../words/own.ts';
import { receiptWords } from '../../words/class/receipt.ts';
import { Evaluation } from './evaluation-section.tsx';
import { Receipt } from './receipt-section.tsx';

/** The classes of an organisation for itself, as a page and as signed receipts. */
export function classRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(paths.ownClasses, answer(tools, 'page'));
  routes.get(`${paths.ownClasses}.json`, answer(tools, 'data'));
  routes.get(`${paths.ownClasses}.pdf`, print(tools));
}

function print(tools: PageTools) {
  return guarded('subject.explain', async (c: PortalContext, principal) => {
    const query = { subject: { by: 'id', id: ownHome(principal, c) }, times: {} } as const;
    const outcome = await tools.services.printReceipts(
      principal,
      { ...query, purpose: 'own' },
      tools.language,
    );
    if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
    if (outcome.kind === 'not-found') {
      return refuseWith(c, problem('subject-not-found', { subject: '' }));
    }
    return c.body(new Uint8Array(outcome.bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${outcome.fileName}"`,
    });
  });
}

function answer(tools: PageTools, as: 'page' | 'data') {
  return guarded('subject.explain', async (c: PortalContext, principal) => {
    const home = ownHome(principal, c);
    // An official asks on the page for reasons, and says there what for.
    if (principal.kind !== 'representative') {
      const params = { operation: 'subject.explain', purpose: 'own' };
      return refuseWith(c, problem('not-permitted', params));
    }
    const subject = { by: 'id', id: home } as const;
    const outcome = await tools.services.viewReceipts(principal, {
      ...{ subject, times: {}, purpose: 'own' },
    });
    if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
    if (outcome.kind === 'not-found') {
      return refuseWith(c, problem('subject-not-found', { subject: '' }));
    }
    const { view } = outcome;
    if (as === 'data') {
      const kept = view.evaluations.flatMap(({ receipt }) => receipt ?? []);
      return c.json({ receipts: [...view.receipts, ...kept].map(({ signed }) => signed) });
    }
    const address = withQuery(paths.ownClasses, { subject: c.req.query('subject') });
    const context = contextFor(tools, view.clock, address);
    const chooser = (
      <MandateChooser {...{ context, principal, path: paths.ownClasses, shown: home }} />
    );
    return sendPage(c, context, <ReceiptsPage {...{ context, view, home, chooser }} />);
  });
}

function ReceiptsPage(props: {
  readonly context: PageContext;
  readonly view: ReceiptsView;
  readonly home: string;
  readonly chooser: Child;
}) {
  const { context, view, home, chooser } = props;
  const say = receiptWords(context.language);
  const desk = { label: ownWords(context.language).title, path: paths.deskOwn };
  const data = withQuery(linkTo(context, `${paths.ownClasses}.json`), { subject: home });
  const printed = withQuery(linkTo(context, `${paths.ownClasses}.pdf`), { subject: home });
  return (
    <OwnFrame context={context} title={say.title} facts={factsOf(context, view)} behind={[desk]}>
      <p class="summary">{say.lead}</p>
      <p class="prose">{say.leadsTo}</p>
      {chooser}
      {view.receipts.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        view.receipts.map((receipt) => <Result {...{ context, view, receipt, home }} />)
      )}
      {view.receipts.length === 0 ? null : (
        <Section id="recompute" heading={say.recompute}>
          <p class="prose">{say.recomputeLead}</p>
          <p>
            <a href={data} download="receipts.json">
              {say.download}
            </a>{' '}
            <a href={printed}>{say.pdf}</a>
          </p>
          <p>
            {say.command} <code class="wraps">credence class recompute receipts.json</code>
          </p>
          <p class="hint">{say.print}</p>
        </Section>
      )}
    </OwnFrame>
  );
}

/** A class as it is today; an evaluation as it was made, and what it would be today. */
function Result(props: {
  readonly context: PageContext;
  readonly view: ReceiptsView;
  readonly receipt: ReceiptView;
  readonly home: string;
}) {
  const { context, view, receipt, home } = props;
  const { id } = receipt.signed.receipt.program;
  const kept = view.evaluations.find(({ evaluation }) => evaluation.card === id);
  if (kept === undefined) return <Receipt {...{ context, receipt, home }} />;
  return <Evaluation {...{ context, kept, home }} today={receipt} />;
}
