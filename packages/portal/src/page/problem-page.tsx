import {
  describeProblem,
  problemCodes,
  problemParamNames,
  problems,
  type Problem,
  type ProblemCode,
} from '@credence/domain';
import {
  ActionButton,
  DataTable,
  FactList,
  Field,
  PageHeading,
  SearchBox,
  Section,
} from '@credence/pages';

import { problemWords } from '../http/answer-problem.ts';
import { paths, problemPath } from '../request/paths.ts';
import { Frame } from './frame.tsx';
import { MixedText } from './mixed-text.tsx';
import { linkTo, type PageContext } from './page-context.ts';

/**
 * What went wrong, in the form of any page. It prints nothing of the address asked for, so that the
 * answers for what has ended and for what never was are the same bytes.
 */
export function ProblemPage(props: {
  readonly context: PageContext;
  readonly problem: Problem;
  readonly reference?: string;
}) {
  const { context, problem, reference } = props;
  const { words, say } = context;
  const { title, detail, todo } = problemWords(problem, context.language);
  const searchable = problems[problem.code].status === 404;
  return (
    <Frame context={context} title={title} robots="noindex" heading={<PageHeading title={title} />}>
      <p class="summary">
        <MixedText words={words} text={detail} />
      </p>
      <p class="summary-note">
        <MixedText words={words} text={todo} />
      </p>
      {reference === undefined ? null : (
        <p class="quiet">{words.t('form.reference', { reference })}</p>
      )}
      {isAboutDay(problem) ? <OtherDayForm context={context} /> : null}
      {searchable ? (
        <Section heading={words.t('search.heading')}>
          <SearchBox words={words} action={linkTo(context, paths.search)} />
        </Section>
      ) : null}
      <p class="link-row after-block">
        <a href={linkTo(context, paths.home)}>{say.toFirstPage}</a>
        <a href={linkTo(context, problemPath(problem.code))}>{say.aboutProblem}</a>
      </p>
    </Frame>
  );
}

function isAboutDay({ code }: Problem): boolean {
  return code === 'day-invalid' || code === 'day-out-of-range';
}

/** The day again, on the page it was asked of. */
function OtherDayForm({ context }: { readonly context: PageContext }) {
  const { words } = context;
  const address = linkTo(context, context.address);
  return (
    <Section heading={words.t('page.lookAtAnotherDay')}>
      <form method="get" action={address}>
        <Field
          words={words}
          id="other-day"
          name="day"
          type="date"
          label={words.t('page.otherDayLabel')}
          hint={words.t('page.otherDayHint')}
          required
        />
        <div class="after-block">
          <ActionButton rank="first">{words.t('page.otherDayShow')}</ActionButton>
        </div>
      </form>
      <p class="link-row after-block">
        <a href={address}>{words.t('page.backToToday')}</a>
      </p>
    </Section>
  );
}

/** The page that a problem's type leads to. */
export function ProblemKindPage(props: {
  readonly context: PageContext;
  readonly code: ProblemCode;
}) {
  const { context, code } = props;
  const { words, say, language } = context;
  const blank = Object.fromEntries(problemParamNames(code).map((name) => [name, '…']));
  const { title, detail, todo } = describeProblem({ code, params: blank }, language);
  return (
    <Frame
      context={context}
      title={title}
      breadcrumb={[
        { label: say.problemsTitle, href: linkTo(context, paths.problems) },
        { label: title },
      ]}
      heading={<PageHeading title={title} />}
    >
      <Section heading={say.problemWhat}>
        <p class="prose">
          <MixedText words={words} text={detail} />
        </p>
      </Section>
      <Section heading={say.problemTodo}>
        <p class="prose">
          <MixedText words={words} text={todo} />
        </p>
      </Section>
      <Section heading={say.problemForMachines}>
        <FactList
          facts={[
            { label: say.problemCode, value: <code>{code}</code> },
            { label: say.problemStatus, value: String(problems[code].status) },
          ]}
        />
      </Section>
    </Frame>
  );
}

/** The closed list of problems. */
export function ProblemListPage({ context }: { readonly context: PageContext }) {
  const { say, language } = context;
  return (
    <Frame
      context={context}
      title={say.problemsTitle}
      json={`${paths.api}/problems`}
      heading={<PageHeading title={say.problemsTitle} />}
    >
      <p class="summary">{say.problemsLead}</p>
      <Section heading={say.problemsAll}>
        <DataTable
          caption={say.problemsTitle}
          captionHidden
          columns={[
            { key: 'title', label: say.problemName, heads: true },
            { key: 'code', label: say.problemCode },
            { key: 'status', label: say.problemStatus, align: 'end' },
          ]}
          rows={problemCodes.map((code) => ({
            title: (
              <a href={linkTo(context, problemPath(code))}>{problems[code].title[language]}</a>
            ),
            code: <code>{code}</code>,
            status: String(problems[code].status),
          }))}
        />
      </Section>
    </Frame>
  );
}
