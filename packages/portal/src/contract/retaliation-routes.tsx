import type { KnownPrincipal, RetaliationState, RetaliationsView } from '@credence/casework';
import { problem } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  Day,
  FactList,
  Field,
  FieldFault,
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
import { FormFaults } from './said-form.tsx';
import { faultsOf, type RefusedForm } from './say-faults.ts';

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
        const [first] = outcome.problems;
        // What does not fit is shown beside what was entered; what is not open to him is a page of its own.
        const isMendable = first?.code === 'contract-form' || first?.code === 'case-person-number';
        return isMendable
          ? show(c, principal, faultsOf(tools, form, outcome))
          : refuseWith(c, first ?? problem('page-not-found', { path: '' }));
      }
      const context = contextFor(tools, undefined, paths.deskRetaliation);
      return c.redirect(linkTo(context, paths.deskRetaliation), 303);
    }),
  );

  async function show(
    c: PortalContext,
    principal: KnownPrincipal,
    refused?: RefusedForm,
  ): Promise<Response> {
    const asked = /^[1-9]\d{0,4}$/.exec(c.req.query('page') ?? '');
    const found = await services.listRetaliations(principal, { page: Number(asked?.[0] ?? 1) });
    if (found.kind === 'refused') return refuseWith(c, found.problem);
    if (found.kind === 'not-found') return refuseWith(c, problem('page-not-found', { path: '' }));
    const context = contextFor(tools, found.view.clock, paths.deskRetaliation);
    const answers = principal.kind === 'official' && !principal.roles.includes('auditor');
    const { view } = found;
    return sendPage(c, context, <RetaliationPage {...{ context, view, answers, refused }} />);
  }
}

function RetaliationPage(props: {
  readonly context: PageContext;
  readonly view: RetaliationsView;
  readonly answers: boolean;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, view, answers, refused } = props;
  const { words } = context;
  const say = contractWords(context.language);
  return (
    <OwnFrame context={context} title={say.deskTitle}>
      <FormFaults {...{ context, refused }} />
      {view.reports.length === 0 ? <p>{say.retaliationNone}</p> : null}
      {view.reports.map((state) => (
        <Report {...{ context, state, answers, refused }} />
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
  readonly refused: RefusedForm | undefined;
}) {
  const { context, answers, refused } = props;
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
        <AnswerForm {...{ context, reportId: report.reportId, refused }} />
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

function AnswerForm(props: {
  readonly context: PageContext;
  readonly reportId: string;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, reportId } = props;
  const { words } = context;
  const say = contractWords(context.language);
  const form = `answer-${reportId}`;
  const refused = props.refused?.form === form ? props.refused : undefined;
  const entered = (name: string): string => refused?.entered.text(name) ?? '';
  const errorAt = (name: string): string | undefined =>
    refused?.errors.find(({ fieldId }) => fieldId === `${form}-${name}`)?.says;
  const field = (name: string) => {
    const [value, error] = [entered(name), errorAt(name)];
    return {
      ...{ words, id: `${form}-${name}`, name },
      ...(value === '' ? {} : { value }),
      ...(error === undefined ? {} : { error }),
    };
  };
  return (
    <form class="form-block" method="post" action={linkTo(context, paths.deskRetaliation)}>
      <FormToken />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="report" value={reportId} />
      <fieldset class="choices" id={`${form}-outcome`}>
        <legend>{say.outcome}</legend>
        <FieldFault {...{ words, id: `${form}-outcome`, error: errorAt('outcome') }} />
        {(['founded', 'unfounded'] as const).map((each) => (
          <label class="choice-line">
            <input
              type="radio"
              name="outcome"
              value={each}
              required
              checked={entered('outcome') === each}
            />{' '}
            {say[each]}
          </label>
        ))}
      </fieldset>
      <TextArea {...field('reason')} label={say.reason} rows={3} />
      <Field {...field('remedy')} label={say.remedy} />
      <Actions>
        <ActionButton rank="second">{say.answer}</ActionButton>
      </Actions>
    </form>
  );
}
