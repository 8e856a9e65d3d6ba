import type {
  ExportAnswerOutcome,
  ExportChoice,
  ExportLine,
  ExportsOutcome,
} from '@credence/casework';
import { describeProblem } from '@credence/domain';
import {
  ActionButton,
  AsGiven,
  DataTable,
  Day,
  EmptyState,
  Notice,
  PageHeading,
  Section,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { Frame } from '../../page/frame.tsx';
import { MixedText } from '../../page/mixed-text.tsx';
import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths, subjectPath, withQuery } from '../../request/paths.ts';
import { accessWords } from '../../words/access.ts';
import { exportWords } from '../../words/export-desk.ts';
import { intakeWords } from '../../words/intake-desk.ts';

/** One item and one platform. */
export interface Chosen {
  readonly choice: ExportChoice;
  readonly target: string;
  readonly view: Extract<ExportsOutcome, { readonly kind: 'found' }>;
}

interface ExportPageProps {
  readonly context: PageContext;
  readonly choices: readonly ExportChoice[];
  readonly token: Child;
  readonly chosen?: Chosen;
  readonly answer?: ExportAnswerOutcome;
}

/** What is to be reported where, what was sent, and what came back. */
export function ExportPage(props: ExportPageProps) {
  const { context, choices, chosen } = props;
  const say = exportWords(context.language);
  return (
    <Frame
      context={context}
      title={say.title}
      robots="noindex"
      workspace={intakeWords(context.language).workspace}
      breadcrumb={[
        { label: accessWords(context.language).deskTitle, href: linkTo(context, paths.desk) },
        { label: say.title },
      ]}
      heading={<PageHeading title={say.title} />}
    >
      <p class="summary">{say.lead}</p>
      {props.answer === undefined ? null : <AnswerNotice context={context} answer={props.answer} />}
      {choices.length === 0 ? (
        <EmptyState heading={say.nothingToReport} meaning={say.nothingMeaning} />
      ) : (
        <Choices {...props} />
      )}
      {chosen === undefined ? null : <ChosenSections {...props} chosen={chosen} />}
    </Frame>
  );
}

function Choices({ context, choices, chosen }: ExportPageProps) {
  const { words } = context;
  const say = exportWords(context.language);
  return (
    <Section heading={say.choose}>
      <ul class="export-choices">
        {choices.map(({ item, importAs, title, targets }) => (
          <li>
            <b>
              <TitleText words={words} text={title} />
            </b>
            <span class="link-row">
              {targets.map(({ target, title: called }) => {
                const current = chosen?.choice.item === item && chosen.target === target;
                return (
                  <a
                    href={exportPath(context, importAs, target)}
                    aria-current={current ? 'true' : undefined}
                  >
                    <TitleText words={words} text={called} />
                  </a>
                );
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The page of one item and one platform. */
function exportPath(context: PageContext, item: string, to: string): string {
  return withQuery(linkTo(context, paths.deskExport), { item, to });
}

function ChosenSections(props: ExportPageProps & { readonly chosen: Chosen }) {
  const { context, chosen, token } = props;
  const { words } = context;
  const say = exportWords(context.language);
  const { counts, lines, exports } = chosen.view;
  const waiting = counts['to-send'] + counts['to-withdraw'];
  const path = linkTo(context, paths.deskExport);
  const asked = (
    <>
      <input type="hidden" name="item" value={chosen.choice.importAs} />
      <input type="hidden" name="to" value={chosen.target} />
    </>
  );
  return (
    <>
      <Section heading={say.state} id="state">
        <p class="summary">
          {waiting === 0 ? say.noneWaiting : say.counted(words.number(waiting))}
        </p>
        <StateCounts context={context} counts={counts} />
        {waiting === 0 ? null : (
          <form method="post" action={`${path}/file`} class="after-block">
            {token}
            {asked}
            <p>{say.writeMeaning}</p>
            <ActionButton rank="first">{say.write(words.number(waiting))}</ActionButton>
          </form>
        )}
      </Section>
      {exports.length === 0 ? null : (
        <Section heading={say.answerTitle} id="answer">
          <p>{say.answerMeaning}</p>
          <form method="post" enctype="multipart/form-data" action={`${path}/answer`}>
            {token}
            {asked}
            <div class="field">
              <label for="answer-file">{say.answerFile}</label>
              <input id="answer-file" name="file" type="file" required />
            </div>
            <div class="after-block">
              <ActionButton>{say.answerSend}</ActionButton>
            </div>
          </form>
        </Section>
      )}
      <LineSection context={context} lines={lines} />
      <ExportList context={context} view={chosen.view} />
    </>
  );
}

function StateCounts(props: {
  readonly context: PageContext;
  readonly counts: Chosen['view']['counts'];
}) {
  const { context, counts } = props;
  const say = exportWords(context.language);
  const kinds = ['to-send', 'to-withdraw', 'sent', 'accepted', 'returned', 'ended-there'] as const;
  return (
    <dl class="counts">
      {kinds.map((kind) => (
        <div>
          <dt>{say.states[kind]}</dt>
          <dd>{context.words.number(counts[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

function LineSection(props: {
  readonly context: PageContext;
  readonly lines: readonly ExportLine[];
}) {
  const { context, lines } = props;
  const { words } = context;
  const say = exportWords(context.language);
  return (
    <Section heading={say.lines} id="lines">
      {lines.length === 0 ? (
        <EmptyState level={3} heading={say.noLines} meaning={say.noLinesMeaning} />
      ) : (
        <>
          <p class="quiet">{say.linesFirst(words.number(lines.length))}</p>
          <DataTable
            caption={say.lines}
            captionHidden
            columns={[
              { key: 'document', label: say.document, heads: true },
              { key: 'subject', label: say.subject },
              { key: 'state', label: say.standing },
              { key: 'on', label: say.on },
            ]}
            rows={lines.map((line) => ({
              document: <AsGiven words={words} text={line.documentNumber ?? '—'} />,
              subject: (
                <a href={linkTo(context, subjectPath(line.home))}>
                  <AsGiven words={words} text={line.subjectName ?? '—'} />
                </a>
              ),
              state: <StateOf context={context} state={line.state} />,
              on: 'on' in line.state ? <Day words={words} on={line.state.on} /> : '',
            }))}
          />
        </>
      )}
    </Section>
  );
}

function StateOf(props: { readonly context: PageContext; readonly state: ExportLine['state'] }) {
  const { context, state } = props;
  const say = exportWords(context.language);
  const { words } = context;
  const more = (text: string): string => (words.language === 'zh' ? `（${text}）` : ` (${text})`);
  switch (state.kind) {
    case 'to-send':
      return <>{`${say.states['to-send']}${more(say.because[state.because])}`}</>;
    case 'returned':
      return (
        <>
          {say.states.returned}
          <br />
          <AsGiven words={words} text={state.reason} class="quiet" />
        </>
      );
    default:
      return <>{say.states[state.kind]}</>;
  }
}

function ExportList(props: { readonly context: PageContext; readonly view: Chosen['view'] }) {
  const { context, view } = props;
  const { words } = context;
  const say = exportWords(context.language);
  if (view.exports.length === 0) return null;
  return (
    <Section heading={say.exportsTitle} id="exports">
      <DataTable
        caption={say.exportsTitle}
        captionHidden
        columns={[
          { key: 'on', label: say.on, heads: true },
          { key: 'what', label: say.sent },
        ]}
        rows={view.exports.map(({ on, counts }) => ({
          on: <Day words={words} on={on} />,
          what: say.exportCounts(
            words.number(counts.new),
            words.number(counts.changed),
            words.number(counts.withdrawal),
          ),
        }))}
      />
    </Section>
  );
}

function AnswerNotice(props: {
  readonly context: PageContext;
  readonly answer: ExportAnswerOutcome;
}) {
  const { context, answer } = props;
  const { words } = context;
  const say = exportWords(context.language);
  switch (answer.kind) {
    case 'known':
      return <Notice>{say.answerKnown}</Notice>;
    case 'recorded': {
      const { accepted, returned, ended } = answer.counts;
      const numbers = [accepted, returned, ended].map((count) => words.number(count));
      const [one = '', two = '', three = ''] = numbers;
      return <Notice tone="good">{say.answered(one, two, three)}</Notice>;
    }
    case 'refused':
      return (
        <Notice tone="due" heading={say.answerRefused}>
          <ul class="notes">
            {answer.problems.map(({ row, problem }) => {
              const { title, detail, todo } = describeProblem(problem, context.language);
              const place = row === undefined ? '' : `${say.row(words.number(row))}: `;
              return (
                <li>
                  <MixedText words={words} text={`${place}${title}. ${detail} ${todo}`} />
                </li>
              );
            })}
          </ul>
        </Notice>
      );
  }
}
