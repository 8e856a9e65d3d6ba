import type { ExplainView, Purpose } from '@credence/casework';
import { EmptyState, Name, Notice, PageHeading, Section, TitleText } from '@credence/pages';

import type { ReplayForm } from '../desk/replay/replay-page.tsx';
import { TimesForm, TimesOf } from '../desk/replay/replay-page.tsx';
import { Frame } from '../page/frame.tsx';
import { nameParts } from '../page/name-parts.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, paths, withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { rulebookWords } from '../words/rulebook.ts';
import { TraceWords } from './trace-words.tsx';

/** What the rules make of one subject, and why; for the subject and for whom a policy names. */
export function WhyPage(props: {
  readonly context: PageContext;
  readonly form: ReplayForm;
  readonly purposes: readonly Purpose[];
  readonly view?: ExplainView;
}) {
  const { context, view, form } = props;
  const say = rulebookWords(context.language);
  return (
    <Frame
      context={context}
      title={say.whyPageTitle}
      robots="noindex"
      breadcrumb={[
        { label: accessWords(context.language).deskTitle, href: linkTo(context, paths.desk) },
        { label: say.whyPageTitle },
      ]}
      heading={<PageHeading title={say.whyPageTitle} />}
    >
      <p class="summary">{say.whyPageLead}</p>
      <TimesForm context={context} form={form} purposes={props.purposes} action={paths.deskWhy} />
      {view === undefined ? null : <Answers context={context} form={form} view={view} />}
    </Frame>
  );
}

function Answers(props: {
  readonly context: PageContext;
  readonly form: ReplayForm;
  readonly view: ExplainView;
}) {
  const { context, view } = props;
  const { words } = context;
  const say = rulebookWords(context.language);
  const { subject, law } = view;
  const name = subject.name ?? subject.identifiers[0]?.value ?? '';
  const asData = withQuery(linkTo(context, `${paths.deskWhy}.json`), { ...props.form });
  return (
    <>
      <Section heading={<Name words={words} name={nameParts(name)} />}>
        <TimesOf context={context} view={view} />
        <p>
          <a href={asData}>{say.asData}</a>
        </p>
      </Section>
      {view.answers.length === 0 ? (
        <EmptyState heading={say.whyNoPrograms} meaning={say.whyPageLead} />
      ) : (
        view.answers.map((answer) => (
          <Section
            id={answer.program.id}
            heading={
              <a href={linkTo(context, cardPath(law.code, answer.program.kind, answer.program.id))}>
                <TitleText words={words} text={answer.program.title} />
              </a>
            }
          >
            {answer.kind === 'explained' ? (
              <>
                <TraceWords context={context} words={answer.written[context.language]} />
                <p class="quiet after-block">{say.traceTitle}</p>
                <p>
                  <code class="hash">{answer.hash}</code>
                </p>
              </>
            ) : (
              <Notice heading={say.whyMissing}>
                <ul>
                  {answer.faults.map(({ at, accepted }) => (
                    <li>
                      <code class="wraps">{at}</code> <span lang="en">{accepted}</span>
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
          </Section>
        ))
      )}
    </>
  );
}
