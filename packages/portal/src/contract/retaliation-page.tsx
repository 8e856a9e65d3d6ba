import type { RetaliationState, RetaliationsView } from '@credence/casework';
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

import { FormToken } from '../access/csrf.tsx';
import { OwnFrame } from '../own/own-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { FormFaults } from './said-form.tsx';
import type { RefusedForm } from './say-faults.ts';

/** A refused answer is shown again on the page it was written on. */
export function addressOf(context: PageContext, page: number): string {
  const address = linkTo(context, paths.deskRetaliation);
  return page === 1 ? address : withQuery(address, { page: String(page) });
}

/** Reports with their clocks, and the answers or the forms for them. */
export function RetaliationPage(props: {
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
        <Report {...{ context, state, answers, refused, page: view.page }} />
      ))}
      {view.total > view.pageSize ? (
        <Pagination
          {...{ words, page: view.page, pageSize: view.pageSize, total: view.total }}
          hrefOf={(page) => addressOf(context, page)}
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
  readonly page: number;
}) {
  const { context, answers, refused, page } = props;
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
        <AnswerForm {...{ context, reportId: report.reportId, refused, page }} />
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
  readonly page: number;
}) {
  const { context, reportId, page } = props;
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
    <form class="form-block" method="post" action={addressOf(context, page)}>
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
