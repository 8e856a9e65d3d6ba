import type { ReaderChange } from '@credence/casework';
import { problem } from '@credence/domain';
import { DataTable, Day, EmptyState, Name } from '@credence/pages';
import type { Hono } from 'hono';

import { FormToken } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, subjectPath } from '../request/paths.ts';
import { doorWords } from '../words/own-door.ts';
import { OwnFrame } from './own-frame.tsx';

/** What a reader of closed records is told when they are corrected or end, with his receipt. */
export function correctionRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskCorrections,
    guarded('corrections.receive', async (c, principal) => {
      const outcome = await services.listReaderChanges(principal);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('page-not-found', { path: '' }));
      }
      const { clock, changes } = outcome.view;
      const context = contextFor(tools, clock, paths.deskCorrections);
      return sendPage(c, context, <CorrectionsPage context={context} changes={changes} />);
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
}

function CorrectionsPage(props: {
  readonly context: PageContext;
  readonly changes: readonly ReaderChange[];
}) {
  const { context, changes } = props;
  const { words, language } = context;
  const say = doorWords(language);
  return (
    <OwnFrame context={context} title={say.correctionsTitle}>
      <p class="summary">{say.correctionsLead}</p>
      {changes.length === 0 ? (
        <EmptyState heading={say.correctionsNone} meaning={say.correctionsNoneMeaning} />
      ) : (
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
            what: say.changes[change.kind],
            on: <Day words={words} on={change.on} />,
            read: <Day words={words} on={change.readOn} />,
            receipt:
              change.acknowledgedOn === undefined ? (
                <form method="post" action={linkTo(context, paths.deskCorrections)}>
                  <FormToken />
                  <input type="hidden" name="change" value={change.id} />
                  <button
                    class="button"
                    type="submit"
                    aria-label={`${say.acknowledge}: ${change.name ?? ''} ${say.changes[change.kind]}`}
                  >
                    {say.acknowledge}
                  </button>
                </form>
              ) : (
                say.acknowledgedOn(words.date(change.acknowledgedOn))
              ),
          }))}
        />
      )}
    </OwnFrame>
  );
}
