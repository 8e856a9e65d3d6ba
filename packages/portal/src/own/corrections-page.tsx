import type { ReaderInbox } from '@credence/casework';
import { AsGiven, DataTable, Day, EmptyState, Name, Section } from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, subjectPath } from '../request/paths.ts';
import { correctionWords } from '../words/corrections.ts';
import { doorWords } from '../words/own-door.ts';
import { noticePath, noticeRoutes, Receipt } from './notice-page.tsx';
import { OwnFrame } from './own-frame.tsx';

/** What a reader of closed records is told when they are corrected or end, with his receipt. */
export function correctionRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskCorrections,
    guarded('corrections.receive', async (c, principal) => {
      const outcome = await services.listReaderChanges(principal);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const { view } = outcome;
      const context = contextFor(tools, view.clock, paths.deskCorrections);
      return sendPage(c, context, <CorrectionsPage context={context} view={view} />);
    }),
  );

  routes.post(
    paths.deskCorrections,
    guarded('corrections.receive', async (c, principal) => {
      const form = await readForm(c);
      const outcome = await services.acknowledgeChange(principal, form.text('change'));
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      const context = contextFor(tools, undefined, paths.deskCorrections);
      return c.redirect(linkTo(context, paths.deskCorrections), 303);
    }),
  );
  noticeRoutes(routes, tools);
}

function CorrectionsPage(props: { readonly context: PageContext; readonly view: ReaderInbox }) {
  const { context, view } = props;
  const { changes, below } = view;
  const { language } = context;
  const say = doorWords(language);
  return (
    <OwnFrame context={context} title={say.correctionsTitle} queue>
      <p class="summary">{say.correctionsLead}</p>
      {changes.length === 0 ? (
        <EmptyState heading={say.correctionsNone} meaning={say.correctionsNoneMeaning} />
      ) : (
        <Changes {...{ context, changes }} />
      )}
      {below.length === 0 ? null : <Below {...{ context, below }} />}
    </OwnFrame>
  );
}

function Changes({ context, changes }: Pick<ReaderInbox, 'changes'> & WithContext) {
  const { words, language } = context;
  const say = doorWords(language);
  return (
    <DataTable
      caption={say.correctionsTitle}
      captionHidden
      columns={[
        { key: 'who', label: say.organisation, heads: true },
        { key: 'what', label: say.changed },
        { key: 'on', label: say.changedOn },
        { key: 'read', label: say.readOn },
        { key: 'receipt', label: say.receipt },
      ]}
      rows={changes.map((change) => ({
        who: (
          <a href={linkTo(context, subjectPath(change.home))}>
            <Name words={words} name={change.name ?? change.home} />
          </a>
        ),
        what: <a href={linkTo(context, noticePath(change.id))}>{say.changes[change.kind]}</a>,
        on: <Day words={words} on={change.on} />,
        read: <Day words={words} on={change.readOn} />,
        receipt: <Receipt context={context} change={change} />,
      }))}
    />
  );
}

interface WithContext {
  readonly context: PageContext;
}

function Below({ context, below }: Pick<ReaderInbox, 'below'> & WithContext) {
  const { words, language } = context;
  const say = correctionWords(language);
  return (
    <Section id="below" heading={say.below}>
      <p>{say.belowSays}</p>
      <DataTable
        caption={say.below}
        captionHidden
        columns={[
          { key: 'who', label: doorWords(language).organisation, heads: true },
          { key: 'number', label: say.decision },
          { key: 'on', label: say.toldOn },
        ]}
        rows={below.map(({ home, name, number, on }) => ({
          who: (
            <a href={linkTo(context, subjectPath(home))}>
              <Name words={words} name={name} />
            </a>
          ),
          number: <AsGiven words={words} text={number} />,
          on: <Day words={words} on={on} />,
        }))}
      />
    </Section>
  );
}
