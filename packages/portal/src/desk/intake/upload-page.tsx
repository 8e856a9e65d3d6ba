import type { ImportReport, UploadView } from '@credence/casework';
import { civilTimeAt, describeProblem, instant, type Problem } from '@credence/domain';
import {
  ActionLink,
  Actions,
  ErrorSummary,
  LinkRow,
  Moment,
  Notice,
  PageHeading,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { MixedText } from '../../page/mixed-text.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { batchPath, paths } from '../../request/paths.ts';
import { CountStrip } from './count-strip.tsx';
import { ChangesSection } from './changes-section.tsx';
import { DecideForm } from './decide-form.tsx';
import { IntakePage, sizeText, wordsOf } from './desk-page.tsx';
import type { Progress } from './running.ts';
import { ColumnSections, LateSection, ProblemSection } from './report-sections.tsx';

interface UploadPageProps {
  readonly context: PageContext;
  readonly view: UploadView;
  readonly token: Child;
  /** Page of the list of problems, from 1. */
  readonly page: number;
  readonly progress?: Progress;
  /** The statement of service as it was sent, with what is wrong about it. */
  readonly statement?: { readonly first: string; readonly second: string };
  readonly error?: string;
  /** The register changed between the check and the decision. */
  readonly changed?: boolean;
}

/** Second step: what was understood, what is wrong, and the decision. */
export function UploadPage(props: UploadPageProps) {
  const { context, view, error } = props;
  const say = wordsOf(context);
  return (
    <IntakePage
      context={context}
      title={view.fileName}
      above={[{ label: say.title, path: paths.deskIntake }]}
      heading={<UploadHeading context={context} view={view} />}
    >
      {error === undefined ? null : (
        <ErrorSummary words={context.words} errors={[{ fieldId: 'first-official', says: error }]} />
      )}
      {props.changed === true ? <Notice tone="due">{say.notTaken}</Notice> : null}
      <UploadBody {...props} />
    </IntakePage>
  );
}

function UploadHeading({ context, view }: { context: PageContext; view: UploadView }) {
  const { words } = context;
  const say = wordsOf(context);
  const until = civilTimeAt(instant(view.expiresAt), view.clock.zone);
  return (
    <PageHeading
      title={view.fileName}
      second={<TitleText words={words} text={view.item.title} />}
      facts={[
        <TitleText words={words} text={view.agency.name} />,
        sizeText(view.bytes),
        <>
          SHA-256 <code class="mono">{view.hash.slice(0, 16)}</code>
        </>,
        <>
          {say.keptUntil} <Moment words={words} at={until} />
        </>,
      ]}
    />
  );
}

function UploadBody(props: UploadPageProps) {
  const { context, view, progress } = props;
  const say = wordsOf(context);
  const { state } = view;
  if (progress !== undefined || state.kind === 'received') {
    return <Working context={context} view={view} progress={progress} />;
  }
  switch (state.kind) {
    case 'unreadable':
      return <Unreadable context={context} problem={state.problem} />;
    case 'known':
      return (
        <>
          <p class="summary">{say.knownFile(context.words.number(state.report.known))}</p>
          <div class="after-block">
            <Actions>
              <ActionLink rank="first" href={linkTo(context, batchPath(state.batchId))}>
                {say.seeBatch}
              </ActionLink>
              <ActionLink href={linkTo(context, paths.deskIntake)}>{say.another}</ActionLink>
            </Actions>
          </div>
        </>
      );
    case 'checked':
      return (
        <>
          <CheckedSummary context={context} report={state.report} />
          <CountStrip context={context} counts={countsOf(context, state.report)} />
          <Notes context={context} report={state.report} />
          <ChangesSection context={context} report={state.report} />
          <ProblemSection context={context} view={view} report={state.report} page={props.page} />
          <DecideForm {...props} report={state.report} />
          <ColumnSections context={context} report={state.report} />
          <LateSection context={context} late={state.late} />
        </>
      );
    default:
      return null;
  }
}

function Working(props: {
  readonly context: PageContext;
  readonly view: UploadView;
  readonly progress: Progress | undefined;
}) {
  const { context, progress } = props;
  const say = wordsOf(context);
  return (
    <>
      <p class="summary">
        <b>{progress?.what === 'take' ? say.taking : say.checking}</b>
      </p>
      <p class="quiet" role="status">
        {say.rowsSoFar(context.words.number(progress?.rowsRead ?? 0))}
      </p>
      <LinkRow links={[{ href: linkTo(context, context.address), label: say.refresh }]} />
    </>
  );
}

function Unreadable({ context, problem }: { context: PageContext; problem: Problem }) {
  const { words } = context;
  const say = wordsOf(context);
  const { title, detail, todo } = describeProblem(problem, context.language);
  return (
    <div class="panel">
      <h2 class="panel-heading">
        {say.cannotRead}
        {words.language === 'zh' ? '：' : ': '}
        {title}
      </h2>
      <p>
        <MixedText words={words} text={detail} />
      </p>
      <p>
        <MixedText words={words} text={todo} />
      </p>
      <LinkRow links={[{ href: linkTo(context, paths.deskIntake), label: say.another }]} />
      <p class="quiet">{words.t('form.nothingSaved')}</p>
    </div>
  );
}

function CheckedSummary({ context, report }: { context: PageContext; report: ImportReport }) {
  const { words } = context;
  const say = wordsOf(context);
  return (
    <p class="summary">
      <b>{say.nothingStored}</b>
      {words.language === 'zh' ? '' : ' '}
      {standing(context, report)}
    </p>
  );
}

function standing(context: PageContext, report: ImportReport): string {
  const say = wordsOf(context);
  const number = (value: number): string => context.words.number(value);
  const { rowsRead } = report;
  const fresh = report.fresh + report.changed;
  const faulty = faultyOf(report);
  if (faulty > 0) return say.someFresh(number(rowsRead), number(fresh), number(faulty));
  if (report.toReview > 0) {
    return say.someReview(number(rowsRead), number(fresh), number(report.toReview));
  }
  if (fresh === 0) return say.noneFresh(number(rowsRead));
  if (fresh === rowsRead) return say.allFresh(number(fresh));
  return say.freshAndKnown(number(rowsRead), number(fresh));
}

/** Read, to be taken in and to mend always stand there; the others where there are any. */
function countsOf(context: PageContext, report: ImportReport) {
  const say = wordsOf(context);
  const optional = [
    { label: say.countKnown, value: report.known },
    { label: say.countChanged, value: report.changed },
    { label: say.countReview, value: report.toReview },
    { label: say.countSetAside, value: report.setAside },
    { label: say.countExpired, value: report.expired },
  ].filter(({ value }) => value > 0);
  return [
    { label: say.countRead, value: report.rowsRead },
    { label: say.countFresh, value: report.fresh },
    { label: say.countFaulty, value: faultyOf(report) },
    ...optional,
  ];
}

/** Rows that their agency has to mend; those that contradict the register are for review. */
function faultyOf({ refused, toReview }: ImportReport): number {
  return Math.max(0, refused - toReview);
}

/** What happens to rows that are neither taken in nor to be mended, one sentence each. */
function Notes({ context, report }: { context: PageContext; report: ImportReport }) {
  const { words } = context;
  const say = wordsOf(context);
  const warned = (code: string): number =>
    report.warnings.find((warning) => warning.code === code)?.rows ?? 0;
  const notes = [
    { count: report.setAside, says: say.aboutSetAside },
    { count: report.changed, says: say.aboutChanged },
    { count: report.toReview, says: say.aboutReview },
    { count: report.expired, says: say.aboutExpired },
    { count: warned('sealed'), says: say.aboutSealed },
    { count: warned('person-data-masked'), says: say.aboutMasked },
    { count: warned('region-unknown'), says: say.aboutRegion },
  ].filter(({ count }) => count > 0);
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map(({ count, says }) => (
        <li>{says(words.number(count))}</li>
      ))}
    </ul>
  );
}
