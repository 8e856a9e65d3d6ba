import type { AnswerClock, KnownPrincipal, RetaliationState } from '@credence/casework';
import { problem } from '@credence/domain';
import { ActionButton, Actions, AsGiven, Day, Field, Section } from '@credence/pages';
import type { Hono } from 'hono';

import { FormToken } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { OwnFrame } from '../own/own-frame.tsx';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { contractWords } from '../words/contract/contracts.ts';

/** What small firms report of bodies below, for the agency above and for oversight. */
export function retaliationRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskRetaliation,
    guarded('retaliation.read', (c, principal) => show(c, principal)),
  );
  routes.post(
    paths.deskRetaliation,
    guarded('retaliation.answer', async (c, principal) => {
      const form = await readForm(c);
      const remedy = form.text('remedy');
      const said = {
        outcome: form.text('outcome'),
        reason: form.text('reason'),
        ...(remedy === '' ? {} : { remedy }),
      };
      const reportId = form.text('report');
      const outcome = await services.answerRetaliation({ principal, reportId, said });
      if (outcome.kind === 'refused') {
        return refuseWith(c, outcome.problems[0] ?? problem('page-not-found', { path: '' }));
      }
      const context = contextFor(tools, undefined, paths.deskRetaliation);
      return c.redirect(linkTo(context, paths.deskRetaliation), 303);
    }),
  );

  async function show(c: PortalContext, principal: KnownPrincipal): Promise<Response> {
    const found = await services.listRetaliations(principal);
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') return refuseWith(c, problem('page-not-found', { path: '' }));
    const context = contextFor(tools, found.view.clock, paths.deskRetaliation);
    const answers = principal.kind === 'official' && !principal.roles.includes('auditor');
    return sendPage(c, context, <RetaliationPage {...{ context, view: found.view, answers }} />);
  }
}

function RetaliationPage(props: {
  readonly context: PageContext;
  readonly view: { readonly clock: AnswerClock; readonly reports: readonly RetaliationState[] };
  readonly answers: boolean;
}) {
  const { context, view, answers } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <OwnFrame context={context} title={say.deskTitle}>
      {view.reports.length === 0 ? <p>{say.deskNone}</p> : null}
      {view.reports.map(({ report, answer, late }) => (
        <Section id={`report-${report.reportId}`} heading={report.body.name}>
          <p>
            {say.firm}: <AsGiven words={words} text={report.firm.name} /> · {say.reported}:{' '}
            <Day words={words} on={report.on} /> · {say.since}{' '}
            <Day words={words} on={report.since} />
          </p>
          <p>
            <AsGiven words={words} text={report.text} />
          </p>
          {report.noSuperior === true ? <p>{say.noSuperior}</p> : null}
          {report.answerBy === undefined ? null : (
            <p class={late ? 'due' : 'quiet'}>{say.retaliationTo(words.date(report.answerBy))}</p>
          )}
          {answer === undefined ? (
            answers ? (
              <form
                class="form-block"
                method="post"
                action={linkTo(context, paths.deskRetaliation)}
              >
                <FormToken />
                <input type="hidden" name="report" value={report.reportId} />
                <p>
                  {(['founded', 'unfounded'] as const).map((each) => (
                    <label>
                      <input type="radio" name="outcome" value={each} required /> {say[each]}{' '}
                    </label>
                  ))}
                </p>
                <Field
                  {...{ words, id: `reason-${report.reportId}`, name: 'reason' }}
                  label={say.reason}
                />
                <Field
                  {...{ words, id: `remedy-${report.reportId}`, name: 'remedy' }}
                  label={say.remedy}
                />
                <Actions>
                  <ActionButton rank="second">{say.answer}</ActionButton>
                </Actions>
              </form>
            ) : null
          ) : (
            <p>
              <b>{say[answer.outcome]}</b> <AsGiven words={words} text={answer.reason} />
            </p>
          )}
        </Section>
      ))}
    </OwnFrame>
  );
}
