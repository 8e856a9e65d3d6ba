import type { ImpactReportPayload, ImpactsView, ImpactWarning } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  DataTable,
  Day,
  EmptyState,
  Notice,
  PageHeading,
  Section,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskImpactPath, impactFilePath, impactMoversPath, withQuery } from '../request/paths.ts';
import { ImpactFrame, sayOf } from './impact-frame.tsx';
import { ProgramSection } from './program-section.tsx';
import { RunForm } from './run-form.tsx';

interface ReportProps {
  readonly context: PageContext;
  readonly view: ImpactsView;
  /** The report that is shown; absent where none was made. */
  readonly shown: ImpactReportPayload | undefined;
  readonly work: 'none' | 'running' | 'failed';
  readonly may: { readonly run: boolean; readonly name: boolean };
  readonly token: Child;
}

/** The reports on one draft: the one asked for in full, the others by their day. */
export function ReportPage(props: ReportProps) {
  const { context, view, shown, work } = props;
  const { words } = context;
  const { draft } = view;
  const say = sayOf(context);
  const title = say.reportOf(localise(draft.title, context.language).text);
  return (
    <ImpactFrame
      context={context}
      title={title}
      heading={
        <PageHeading
          title={title}
          facts={[<code>{draft.code}</code>, <code>{draft.hash.slice(0, 16)}</code>]}
        />
      }
    >
      {work === 'running' ? <Notice heading={say.running}>{say.runningSays}</Notice> : null}
      {work === 'failed' ? <Notice heading={say.failed}>{say.failedSays}</Notice> : null}
      {shown === undefined ? (
        <EmptyState heading={say.noReport} meaning={say.noReportMeaning} />
      ) : (
        <>
          <p class="summary">
            {say.summary(
              words.date(shown.report.asOf),
              localise(shown.report.baseline.title, context.language).text,
            )}
          </p>
          <p class="quiet">{say.withheldNote}</p>
          <Report {...props} shown={shown} />
        </>
      )}
      {props.may.run && work !== 'running' ? <RunForm {...props} /> : null}
      <Earlier context={context} view={view} shown={shown} />
    </ImpactFrame>
  );
}

function Report(props: ReportProps & { readonly shown: ImpactReportPayload }) {
  const { context, shown, may } = props;
  const { report } = shown;
  const { hash } = report.draft;
  const say = sayOf(context);
  const moversOf = (program: string): string =>
    withQuery(linkTo(context, impactMoversPath(hash)), {
      ...{ program, baseline: report.baseline.code, day: report.asOf },
    });
  return (
    <>
      {report.programs.map((program) => (
        <ProgramSection
          context={context}
          program={program}
          {...(may.name ? { movers: moversOf(program.program.id) } : {})}
        />
      ))}
      {report.notCompared.length === 0 ? null : (
        <p>
          {say.notCompared} <code>{report.notCompared.join(', ')}</code>
        </p>
      )}
      <Guards {...props} />
      <Section id="report" heading={say.about}>
        <p>
          {say.knownAt} <time datetime={report.knownAt}>{report.knownAt}</time>. {say.signedBy}{' '}
          <code>{shown.signature.keyId}</code>. {say.fingerprint}{' '}
          <code class="hash">{shown.hash}</code>
        </p>
        <p class="link-row">
          <a href={linkTo(context, impactFilePath(hash, `${shown.hash}.json`))}>{say.asJson}</a>
          <a href={linkTo(context, impactFilePath(hash, `${shown.hash}.csv`))}>{say.asCsv}</a>
        </p>
      </Section>
    </>
  );
}

function Guards({ context, shown }: ReportProps & { readonly shown: ImpactReportPayload }) {
  const say = sayOf(context);
  const { guards } = shown.report;
  return (
    <Section id="guards" heading={say.guards}>
      {guards.new.length + guards.gone.length === 0 ? <p>{say.guardsNone}</p> : null}
      <Warnings context={context} heading={say.guardsNew} warnings={guards.new} />
      <Warnings context={context} heading={say.guardsGone} warnings={guards.gone} />
    </Section>
  );
}

function Warnings(props: {
  readonly context: PageContext;
  readonly heading: string;
  readonly warnings: readonly ImpactWarning[];
}) {
  const { context, heading, warnings } = props;
  const say = sayOf(context);
  if (warnings.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <DataTable
        caption={heading}
        captionHidden
        columns={[
          { key: 'card', label: say.card, heads: true },
          { key: 'message', label: say.message },
          { key: 'rule', label: say.rule },
        ]}
        rows={warnings.map(({ rule, card = '', field = '', message }) => ({
          card: <code class="wraps">{[card, field].filter((part) => part !== '').join(' ')}</code>,
          message: <TitleText words={context.words} text={message} />,
          rule: <code>{rule}</code>,
        }))}
      />
    </>
  );
}

function Earlier({ context, view, shown }: Pick<ReportProps, 'context' | 'view' | 'shown'>) {
  const say = sayOf(context);
  const others = view.reports.filter(({ hash }) => hash !== shown?.hash);
  if (others.length === 0) return null;
  return (
    <Section id="earlier" heading={say.earlier}>
      <ul>
        {others.map(({ hash, report }) => (
          <li>
            <a href={withQuery(linkTo(context, deskImpactPath(view.draft.hash)), { report: hash })}>
              <Day words={context.words} on={report.asOf} />,{' '}
              <TitleText words={context.words} text={report.baseline.title} />
            </a>{' '}
            <code class="quiet">{hash.slice(0, 16)}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
