import {
  errorReportResults,
  type ErrorReportDeskView,
  type ErrorReportsView,
} from '@credence/casework';
import {
  ActionButton,
  Actions,
  AsGiven,
  DataTable,
  Day,
  EmptyState,
  ErrorSummary,
  FactList,
  type FieldError,
  Section,
  TextArea,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths, recordPath, reportPath } from '../../request/paths.ts';
import { MatterFrame, sayOf } from './matter-frame.tsx';

/** Errors that readers reported, those without an answer first. */
export function ReportsPage(props: {
  readonly context: PageContext;
  readonly view: ErrorReportsView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = sayOf(context);
  return (
    <MatterFrame context={context} title={say.reportsTitle} queue>
      <p class="summary">{say.reportsLead}</p>
      {view.reports.length === 0 ? (
        <EmptyState heading={say.reportsNone} meaning={say.reportsNoneMeaning} />
      ) : (
        <DataTable
          caption={say.reportsTitle}
          captionHidden
          columns={[
            { key: 'report', label: say.report, heads: true },
            { key: 'on', label: say.reported },
            { key: 'state', label: say.state },
          ]}
          rows={view.reports.map(({ number, on, state }) => ({
            report: <a href={linkTo(context, reportPath(number))}>{number}</a>,
            on: <Day words={words} on={on} />,
            state: say.reportStates[state],
          }))}
        />
      )}
    </MatterFrame>
  );
}

interface ReportDeskProps {
  readonly context: PageContext;
  readonly view: ErrorReportDeskView;
  readonly token: Child;
  readonly errors: readonly FieldError[];
  readonly entered?: { readonly result: string; readonly text: string };
}

/** One report with its record, and the answer or its form. */
export function ReportDeskPage(props: ReportDeskProps) {
  const { context, view } = props;
  const { words } = context;
  const say = sayOf(context);
  const { subject, document } = view;
  return (
    <MatterFrame
      context={context}
      title={view.number}
      above={[{ label: say.reportsTitle, path: paths.deskReports }]}
    >
      <FactList
        facts={[
          {
            label: say.record,
            value: (
              <a href={linkTo(context, recordPath(view.home, view.recordId))}>
                <AsGiven words={words} text={subject.name ?? subject.code} />
                {document === undefined ? null : (
                  <>
                    {' '}
                    <AsGiven words={words} text={document} />
                  </>
                )}
              </a>
            ),
          },
          { label: say.reported, value: <Day words={words} on={view.on} /> },
          ...(view.dueOn === undefined
            ? []
            : [{ label: say.due, value: <Day words={words} on={view.dueOn} /> }]),
          { label: say.reportField, value: view.field === 'other' ? say.other : view.field },
          { label: say.reportText, value: <AsGiven words={words} text={view.text} /> },
        ]}
      />
      <Section heading={say.answer} id="answer">
        {view.answer === undefined ? <AnswerForm {...props} /> : <Answer {...props} />}
      </Section>
    </MatterFrame>
  );
}

function Answer({ context, view }: ReportDeskProps) {
  const { words } = context;
  const say = sayOf(context);
  const { answer, answeredBy = '' } = view;
  if (answer === undefined) return null;
  return (
    <>
      <p>
        <b>{say.answerResults[answer.result]}</b>
      </p>
      <p>
        <AsGiven words={words} text={answer.text} />
      </p>
      <p class="quiet">{say.answeredBy(answeredBy, words.date(answer.on))}</p>
    </>
  );
}

function AnswerForm({ context, view, token, errors, entered }: ReportDeskProps) {
  const { words } = context;
  const say = sayOf(context);
  const wrong = errors.find(({ fieldId }) => fieldId === 'text');
  return (
    <form
      class="form-block"
      method="post"
      action={`${linkTo(context, reportPath(view.number))}/answer`}
    >
      {token}
      {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
      <fieldset class="choices" id="result">
        <legend>{say.answerResult}</legend>
        {errorReportResults.map((result) => (
          <div class="choice">
            <input
              id={`result-${result}`}
              type="radio"
              name="result"
              value={result}
              required
              checked={entered?.result === result}
            />
            <label for={`result-${result}`}>{say.answerResults[result]}</label>
          </div>
        ))}
      </fieldset>
      <TextArea
        words={words}
        id="text"
        name="text"
        label={say.answerText}
        hint={say.reasonHint}
        value={entered?.text ?? ''}
        {...(wrong === undefined ? {} : { error: wrong.says })}
      />
      <Actions>
        <ActionButton rank="first">{say.answerSend}</ActionButton>
      </Actions>
    </form>
  );
}
