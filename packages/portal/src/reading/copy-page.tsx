import type { CopyAnswer } from '@credence/casework';
import { ErrorSummary, Field, Notice, PageHeading } from '@credence/pages';

import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, recordPath, subjectPath } from '../request/paths.ts';
import { readingWords } from '../words/reading.ts';

/** What the form on this page carries. */
export interface CopyForm {
  readonly record: string;
  readonly organisation: string;
  readonly fingerprint: string;
}

/** A form that compares the fingerprint of a copy with today's answer. */
export function CopyPage(props: {
  readonly context: PageContext;
  readonly form: CopyForm;
  readonly answer?: CopyAnswer;
  readonly wrong?: true;
}) {
  const { context, form, answer } = props;
  const { words } = context;
  const say = readingWords(context.language);
  return (
    <Frame
      context={context}
      title={say.copyTitle}
      area="data"
      robots="noindex"
      breadcrumb={[
        { label: context.say.dataTitle, href: linkTo(context, paths.data) },
        { label: say.copyTitle },
      ]}
      heading={<PageHeading title={say.copyTitle} />}
    >
      <p class="summary">{say.copyLead}</p>
      {props.wrong === true ? (
        <ErrorSummary words={words} errors={[{ fieldId: 'fingerprint', says: say.copyWrong }]} />
      ) : null}
      {answer === undefined ? null : <Answer context={context} answer={answer} />}
      <form method="get" action={linkTo(context, paths.copies)}>
        <Field
          words={words}
          id="record"
          name="record"
          label={say.copyRecord}
          value={form.record}
          hint={say.copyEither}
        />
        <Field
          words={words}
          id="organisation"
          name="organisation"
          label={say.copyOrganisation}
          value={form.organisation}
        />
        <Field
          words={words}
          id="fingerprint"
          name="fingerprint"
          label={say.copyFingerprint}
          value={form.fingerprint}
          {...(props.wrong === true ? { error: say.copyWrong } : {})}
        />
        <button class="button" type="submit">
          {say.copySubmit}
        </button>
      </form>
    </Frame>
  );
}

function Answer({
  context,
  answer,
}: {
  readonly context: PageContext;
  readonly answer: CopyAnswer;
}) {
  const say = readingWords(context.language);
  switch (answer.kind) {
    case 'current':
      return (
        <Notice heading={say.copyCurrent}>
          <p>{say.copyCurrentMeaning}</p>
        </Notice>
      );
    case 'changed': {
      const { organisation, record } = answer;
      const path =
        record === undefined ? subjectPath(organisation) : recordPath(organisation, record);
      return (
        <Notice heading={say.copyChanged}>
          <p>
            {say.copyChangedMeaning} <a href={linkTo(context, path)}>{say.readAgain}</a>
          </p>
        </Notice>
      );
    }
    case 'not-published':
      return (
        <Notice heading={say.copyGone}>
          <p>{say.copyGoneMeaning}</p>
        </Notice>
      );
  }
}
