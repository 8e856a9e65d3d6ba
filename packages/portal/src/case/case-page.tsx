import type { CaseView } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  AsGiven,
  DataTable,
  Day,
  DocumentNumber,
  EmptyState,
  ErrorSummary,
  LinkRow,
  Notice,
  PageHeading,
  Section,
  TitleText,
  type FieldError,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import type { FormValues } from '../desk/form-values.ts';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { NoticesSection } from '../notice/notices-section.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, subjectPath } from '../request/paths.ts';
import { actWords } from '../words/case-acts.ts';
import { clockWord, kindWord, partWord, phaseWord, reasonWord } from '../words/case-codes.ts';
import { ActionForms } from './action-forms.tsx';
import { CaseReaders, CaseTimeline } from './case-timeline.tsx';
import { DueCell } from './cases-page.tsx';
import { CaseSides, PointList } from './case-sides.tsx';
import { agencyName, sayOf, turnText } from './say.ts';

export interface CasePageProps {
  readonly context: PageContext;
  readonly view: CaseView;
  /** Fields that show a form is ours. */
  readonly token: Child;
  /** A form that could not be taken: which, what was typed, what is wrong. */
  readonly tried?: {
    readonly act: string;
    readonly entered: FormValues;
    readonly errors: readonly FieldError[];
    /** How many acts were there when the form was made, where somebody acted since. */
    readonly seen?: number;
  };
}

/** A case as whoever has a part in it reads it: the file, what runs, what he may do, what happened. */
export function CasePage(props: CasePageProps) {
  const { context, view, tried } = props;
  const { words, language } = context;
  const say = sayOf(context);
  const { dossier, standing } = view;
  return (
    <DeskFrame
      context={context}
      title={`${kindWord(language, standing.kind)} · ${localise(dossier.title, language).text}`}
      above={[{ label: say.title, path: paths.deskCases }]}
      heading={<CaseHeading context={context} view={view} />}
    >
      {tried === undefined || tried.errors.length === 0 ? null : (
        <ErrorSummary words={words} errors={tried.errors} />
      )}
      {tried?.seen === undefined ? null : (
        <Changed context={context} view={view} seen={tried.seen} />
      )}
      <p class="summary">{leadOf(context, view)}</p>
      <ActionForms {...props} />
      <Section heading={say.file} id="file">
        <CaseSides context={context} view={view} />
      </Section>
      <Section heading={say.points} id="points">
        <PointList context={context} points={dossier.points} />
      </Section>
      <Section heading={say.clocks} id="clocks">
        <Clocks context={context} view={view} />
      </Section>
      <Section heading={say.whoTitle} id="who">
        <Seats context={context} view={view} />
      </Section>
      <Section heading={say.timeline} id="timeline">
        <CaseTimeline context={context} view={view} />
      </Section>
      {view.notices === undefined ? null : (
        <NoticesSection {...{ context, notices: view.notices, caseId: standing.caseId }} />
      )}
      <Section heading={say.readers} id="readers">
        <CaseReaders context={context} view={view} />
      </Section>
      <LinkRow links={[{ href: linkTo(context, paths.deskCases), label: say.back }]} />
    </DeskFrame>
  );
}

function CaseHeading({
  context,
  view,
}: {
  readonly context: PageContext;
  readonly view: CaseView;
}) {
  const { words, language } = context;
  const say = sayOf(context);
  const { dossier, standing } = view;
  const name = dossier.subject.name ?? dossier.subject.code ?? '';
  const [opened] = view.actions;
  return (
    <PageHeading
      title={<TitleText words={words} text={dossier.title} />}
      above={
        <>
          <span>{kindWord(language, standing.kind)}</span>{' '}
          <span>{phaseWord(language, standing.phase)}</span>
        </>
      }
      second={
        <a href={linkTo(context, subjectPath(dossier.subject.home))}>
          <AsGiven words={words} text={name} />
        </a>
      }
      facts={[
        ...(dossier.subject.code === undefined
          ? []
          : [
              <span class="code" translate="no">
                {dossier.subject.code}
              </span>,
            ]),
        ...(dossier.record?.document === undefined
          ? []
          : [<DocumentNumber words={words} text={dossier.record.document} />]),
        ...(opened === undefined
          ? []
          : [
              <>
                {say.openedOn} <Day words={words} on={opened.on} />
              </>,
            ]),
      ]}
    />
  );
}

/** Where the case stands, in one or two sentences that can be read aloud. */
function leadOf(context: PageContext, view: CaseView): string {
  const { words, language } = context;
  const say = sayOf(context);
  const { standing, dossier } = view;
  const { phase, effect, urgent } = standing;
  // Whoever has the urgent review is told of that first.
  const isUrgent = urgent !== undefined && dossier.held.includes(urgent.part);
  const queue = isUrgent ? urgent : standing.queue;
  const phrase = phaseWord(language, phase);
  const lead: string[] = [];
  if (queue !== undefined) {
    const isMine = dossier.held.includes(queue.part);
    const turn = turnText(context, queue, dossier.agencies);
    lead.push(isMine ? say.leadYours(phrase) : say.leadTurn(turn, phrase));
    const due = standing.clocks.find(
      ({ runsFor, state }) => runsFor === queue.part && (state === 'running' || state === 'late'),
    );
    if (due?.dueOn !== undefined) lead.push(say.leadDue(words.date(due.dueOn)));
  }
  switch (effect.kind) {
    case 'in-effect':
      lead.push(
        effect.until === undefined
          ? say.leadDuty(words.date(effect.from))
          : say.leadInEffect(words.date(effect.from), words.date(effect.until)),
      );
      break;
    case 'suspended':
      lead.push(say.leadSuspended(reasonWord(language, effect.because)));
      break;
    case 'ended':
      lead.push(say.leadEnded(words.date(effect.on), reasonWord(language, effect.because)));
      break;
    case 'not-begun':
      lead.push(say.leadNotBegun(words.date(effect.from)));
      break;
    case 'none':
      break;
  }
  if (lead.length === 0) lead.push(say.leadOver(phrase));
  return lead.join(language === 'zh' ? '' : ' ');
}

/** What somebody else did after the form was made. */
function Changed(props: {
  readonly context: PageContext;
  readonly view: CaseView;
  readonly seen: number;
}) {
  const { context, view, seen } = props;
  const { words, language } = context;
  const say = sayOf(context);
  const since = view.dossier.acts - seen;
  const done = since > 0 ? view.actions.slice(-since) : [];
  return (
    <Notice tone="due" heading={say.changed}>
      {done.length === 0 ? null : (
        <>
          <p>{say.changedSince}</p>
          <ul>
            {done.map((action) => (
              <li>
                <Day words={words} on={action.on} /> {actWords(language, action.kind).done}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function Clocks({ context, view }: Pick<CasePageProps, 'context' | 'view'>) {
  const { words, language } = context;
  const say = sayOf(context);
  const { clocks } = view.standing;
  if (clocks.length === 0) return <p class="quiet">{say.clocksNone}</p>;
  return (
    <DataTable
      caption={say.clocks}
      captionHidden
      columns={[
        { key: 'clock', label: say.clock, heads: true },
        { key: 'who', label: say.runsFor },
        { key: 'started', label: say.started },
        { key: 'due', label: say.dueOn },
        { key: 'state', label: say.state },
      ]}
      rows={clocks.map((clock) => ({
        clock: clockWord(language, clock.clock),
        who: partWord(language, clock.runsFor),
        started: <Day words={words} on={clock.startedOn} />,
        due: <DueCell context={context} due={clock} />,
        state: say.states[clock.state],
      }))}
    />
  );
}

/** Parts that sign after another; where nobody holds one, the page says who may. */
const signs = new Set(['reviewer', 'approver']);

function Seats({ context, view }: Pick<CasePageProps, 'context' | 'view'>) {
  const { words, language } = context;
  const say = sayOf(context);
  const { seats, agencies } = view.dossier;
  if (seats.length === 0)
    return <EmptyState level={3} heading={say.nobody} meaning={say.whoLead} />;
  const superior = seats.find(({ part }) => part === 'superior');
  const empty = seats.filter(({ part, officials }) => signs.has(part) && officials === 0);
  return (
    <>
      <p>{say.whoLead}</p>
      <DataTable
        caption={say.whoTitle}
        captionHidden
        columns={[
          { key: 'seat', label: say.seat, heads: true },
          { key: 'office', label: say.office },
          { key: 'people', label: say.officials },
        ]}
        rows={seats.map(({ part, agency, officials }) => ({
          seat: partWord(language, part),
          office: <AsGiven words={words} text={agencyName(agencies, agency, language)} />,
          people:
            officials === undefined
              ? say.officialsUnknown
              : officials === 0
                ? say.nobodyHere
                : say.officialsCount(words.number(officials)),
        }))}
      />
      {empty.map(({ part }) => (
        <p class="after-table">
          {superior === undefined
            ? say.noSecondPool(partWord(language, part))
            : say.noSecond(
                partWord(language, part),
                agencyName(agencies, superior.agency, language),
              )}
        </p>
      ))}
    </>
  );
}
