import type { KnownPrincipal, RetaliationState, RetaliationsView } from '@credence/casework';
import { problem } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  Day,
  FactList,
  Field,
  Pagination,
  Section,
  TextArea,
} from '@credence/pages';
import type { Hono } from 'hono';

import { FormToken } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import { readForm } from '../desk/form-values.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { OwnFrame } from '../own/own-frame.tsx';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
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
    const asked = /^[1-9]\d{0,4}$/.exec(c.req.query('page') ?? '');
    const found = await services.listRetaliations(principal, { page: Number(asked?.[0] ?? 1) });
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') return refuseWith(c, problem('page-not-found', { path: '' }));
    const context = contextFor(tools, found.view.clock, paths.deskRetaliation);
    const answers = principal.kind === 'official' && !principal.roles.includes('auditor');
    return sendPage(c, context, <RetaliationPage {...{ context, view: found.view, answers }} />);
  }
}

function RetaliationPage(props: {
  readonly context: PageContext;
  readonly view: RetaliationsView;
  readonly answers: boolean;
}) {
  const { context, view, answers } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <OwnFrame context={context} title={say.deskTitle}>
      {view.reports.length === 0 ? <p>{say.retaliationNone}</p> : null}
      {view.reports.map((state) => (
        <Report {...{ context, state, answers }} />
      ))}
      {view.total > view.pageSize ? (
        <Pagination
          {...{ words, page: view.page, pageSize: view.pageSize, total: view.total }}
          hrefOf={(page) =>
            withQuery(linkTo(context, paths.deskRetaliation), { page: String(page) })
          }
        />
      ) : null}
    </OwnFrame>
  );
}

/** One report with its clock, and its answer or the form for one. */
function Report(props: {
  readonly context: PageContext;
  readonly state: RetaliationState;
  readonly answers: boolean;
}) {
  const { context, answers } = props;
  const { report, answer, late } = props.state;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <Section
      id={`report-${report.reportId}`}
      heading={<AsGiven words={words} text={report.body.name} />}
    >
      <FactList
        facts={[
          { label: say.firm, value: <AsGiven words={words} text={report.firm.name} /> },
          { label: say.reported, value: <Day words={words} on={report.on} /> },
          { label: say.since, value: <Day words={words} on={report.since} /> },
          { label: say.retaliationText, value: <AsGiven words={words} text={report.text} /> },
          { label: say.state, value: stateOf(context, props.state) },
          ...(answer === undefined
            ? []
            : [{ label: say.reason, value: <AsGiven words={words} text={answer.reason} /> }]),
          ...(answer?.remedy === undefined
            ? []
            : [{ label: say.remedy, value: <AsGiven words={words} text={answer.remedy} /> }]),
        ]}
      />
      {report.noSuperior === true ? <p>{say.noSuperior}</p> : null}
      {report.answerBy === undefined || answer !== undefined ? null : (
        <p class={late ? 'due' : 'quiet'}>{say.retaliationTo(words.date(report.answerBy))}</p>
      )}
      {answer === undefined && answers ? (
        <AnswerForm {...{ context, reportId: report.reportId }} />
      ) : null}
    </Section>
  );
}

function stateOf({ words, language }: PageContext, { answer, late }: RetaliationState): string {
  const say = contractWords(language);
  if (answer === undefined) return late ? say.retaliationLate : say.retaliationWaiting;
  return [say[answer.outcome], say.answered(words.date(answer.on))].join(
    language === 'zh' ? '，' : ', ',
  );
}

function AnswerForm(props: { readonly context: PageContext; readonly reportId: string }) {
  const { context, reportId } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <form class="form-block" method="post" action={linkTo(context, paths.deskRetaliation)}>
      <FormToken />
      <input type="hidden" name="report" value={reportId} />
      <fieldset class="choices">
        <legend>{say.outcome}</legend>
        {(['founded', 'unfounded'] as const).map((each) => (
          <label class="choice-line">
            <input type="radio" name="outcome" value={each} required /> {say[each]}
          </label>
        ))}
      </fieldset>
      <TextArea
        {...{ words, id: `reason-${reportId}`, name: 'reason' }}
        label={say.reason}
        rows={3}
      />
      <Field {...{ words, id: `remedy-${reportId}`, name: 'remedy' }} label={say.remedy} />
      <Actions>
        <ActionButton rank="second">{say.answer}</ActionButton>
      </Actions>
    </form>
  );
}
