import type { ErrorReportForm, ErrorReportView, ReportErrorOutcome } from '@credence/casework';
import {
  ActionButton,
  Actions,
  AsGiven,
  Day,
  DocumentNumber,
  ErrorSummary,
  FactList,
  Field,
  type FieldError,
  LinkRow,
  PageHeading,
  TextArea,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, recordErrorPath, recordPath, withQuery } from '../request/paths.ts';
import { errorReportWords } from '../words/error-report.ts';

interface ReportFormProps {
  readonly context: PageContext;
  readonly view: ErrorReportForm;
  readonly token: Child;
  readonly errors: readonly FieldError[];
  readonly entered?: { readonly field: string; readonly text: string };
}

/** One page, two questions; nothing is asked about whoever reports. */
export function ReportFormPage(props: ReportFormProps) {
  const { context, view, errors } = props;
  const { words } = context;
  const say = errorReportWords(context.language);
  const { subject, record } = view;
  const back = linkTo(context, recordPath(subject.id, record.id));
  return (
    <Frame
      context={context}
      title={say.title}
      area="find"
      robots="noindex"
      breadcrumb={[
        { label: <TitleText words={words} text={record.title} />, href: back },
        { label: say.title },
      ]}
      heading={
        <PageHeading
          title={say.title}
          facts={[
            ...(subject.name === undefined ? [] : [<AsGiven words={words} text={subject.name} />]),
            ...(record.document === undefined
              ? []
              : [<DocumentNumber words={words} text={record.document} />]),
          ]}
        />
      }
    >
      <p class="summary">{say.lead}</p>
      <p>{say.unchanged}</p>
      {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
      <ReportForm {...props} />
    </Frame>
  );
}

function ReportForm({ context, view, token, errors, entered }: ReportFormProps) {
  const { words } = context;
  const say = errorReportWords(context.language);
  const { subject, record, fields } = view;
  const wrong = errors.find(({ fieldId }) => fieldId === 'text');
  return (
    <form
      class="form-block"
      method="post"
      action={linkTo(context, recordErrorPath(subject.id, record.id))}
    >
      {token}
      <div class="field">
        <label for="field">{say.field}</label>
        <select id="field" name="field">
          {fields.map(({ field, title }) => (
            <option value={field} selected={entered?.field === field}>
              <TitleTextPlain context={context} title={title} />
            </option>
          ))}
          <option value="other" selected={entered === undefined || entered.field === 'other'}>
            {say.other}
          </option>
        </select>
      </div>
      <TextArea
        words={words}
        id="text"
        name="text"
        label={say.text}
        hint={say.textHint}
        rows={6}
        value={entered?.text ?? ''}
        {...(wrong === undefined ? {} : { error: wrong.says })}
      />
      <Actions>
        <ActionButton rank="first">{say.send}</ActionButton>
      </Actions>
    </form>
  );
}

/** An option holds text alone, so a title in the other language is shown without its mark. */
function TitleTextPlain(props: {
  readonly context: PageContext;
  readonly title: ErrorReportForm['fields'][number]['title'];
}) {
  const { context, title } = props;
  return <>{title[context.language] ?? title.zh ?? title.en ?? ''}</>;
}

/** The number and the code, this once. */
export function ReportedPage(props: {
  readonly context: PageContext;
  readonly outcome: Extract<ReportErrorOutcome, { kind: 'reported' }>;
  readonly back: { readonly subjectId: string; readonly recordId: string };
}) {
  const { context, outcome, back } = props;
  const say = errorReportWords(context.language);
  const { number, followCode, masked } = outcome;
  const follow = withQuery(linkTo(context, paths.errorReports), { number });
  return (
    <Frame
      context={context}
      title={say.doneTitle}
      area="find"
      robots="noindex"
      heading={<PageHeading title={say.doneTitle} />}
    >
      <p class="summary">{say.doneLead}</p>
      <FactList
        facts={[
          { label: say.number, value: <Code text={number} id="number" /> },
          { label: say.code, value: <Code text={followCode} id="code" /> },
        ]}
      />
      {masked ? <p>{say.masked}</p> : null}
      <LinkRow
        links={[
          { href: follow, label: say.follow },
          {
            href: linkTo(context, recordPath(back.subjectId, back.recordId)),
            label: say.backToRecord,
          },
        ]}
      />
    </Frame>
  );
}

function Code({ text, id }: { readonly text: string; readonly id: string }) {
  return (
    <code class="code" id={id} translate="no">
      {text}
    </code>
  );
}

/** Number and code of a report, to read its answer. */
export function FollowPage(props: {
  readonly context: PageContext;
  readonly token: Child;
  readonly number: string;
  readonly missed?: true;
}) {
  const { context, token, number, missed } = props;
  const { words } = context;
  const say = errorReportWords(context.language);
  return (
    <Frame
      context={context}
      title={say.followTitle}
      area="find"
      robots="noindex"
      heading={<PageHeading title={say.followTitle} />}
    >
      <p class="summary">{say.followLead}</p>
      {missed === undefined ? null : (
        <ErrorSummary words={words} errors={[{ fieldId: 'number', says: say.notFound }]} />
      )}
      <form class="form-block" method="post" action={linkTo(context, paths.errorReports)}>
        {token}
        <Field words={words} id="number" name="number" label={say.number} value={number} required />
        <Field words={words} id="code" name="code" label={say.code} required />
        <Actions>
          <ActionButton rank="first">{say.followSend}</ActionButton>
        </Actions>
      </form>
    </Frame>
  );
}

/** What became of a report. */
export function FollowedPage(props: {
  readonly context: PageContext;
  readonly view: ErrorReportView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = errorReportWords(context.language);
  const { answer, dueOn } = view;
  return (
    <Frame
      context={context}
      title={view.number}
      area="find"
      robots="noindex"
      heading={<PageHeading title={view.number} />}
    >
      <p class="summary">{answer === undefined ? say.waiting : say.answerResults[answer.result]}</p>
      <FactList
        facts={[
          { label: say.reportedOn, value: <Day words={words} on={view.on} /> },
          ...(answer !== undefined || dueOn === undefined
            ? []
            : [{ label: say.due, value: <Day words={words} on={dueOn} /> }]),
          { label: say.text, value: <AsGiven words={words} text={view.text} /> },
          ...(answer === undefined
            ? []
            : [
                { label: say.answeredOn, value: <Day words={words} on={answer.on} /> },
                { label: say.answer, value: <AsGiven words={words} text={answer.text} /> },
              ]),
        ]}
      />
    </Frame>
  );
}
