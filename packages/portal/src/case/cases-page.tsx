import type { CaseDeskLine, CaseDeskView, CaseKind } from '@credence/casework';
import { daysBetween, localise } from '@credence/domain';
import {
  ActionButton,
  ActionLink,
  Actions,
  AsGiven,
  DataTable,
  Day,
  EmptyState,
  Icon,
  Section,
  TitleText,
} from '@credence/pages';

import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { casePath, paths } from '../request/paths.ts';
import { actWords } from '../words/case-acts.ts';
import { caseKinds, kindWord, phaseWord } from '../words/case-codes.ts';
import { nextAct } from './next-acts.ts';
import { sayOf, subjectName, turnText } from './say.ts';

/** What of the queue is looked at. */
export interface CaseFilter {
  readonly kind?: CaseKind;
  readonly text: string;
}

export interface CasesPageProps {
  readonly context: PageContext;
  readonly view: CaseDeskView;
  readonly filter: CaseFilter;
  /** Whoever looks may open cases. */
  readonly opens: boolean;
  /** Whoever looks belongs to no desk and chooses one. */
  readonly chooses: boolean;
}

/** The queue of whoever is signed in: his turn, others' turn, nobody's. */
export function CasesPage(props: CasesPageProps) {
  const { context, view, filter, opens } = props;
  const { words } = context;
  const say = sayOf(context);
  const late = view.mine.filter(({ due }) => due?.state === 'late').length;
  const narrowed = filter.kind !== undefined || filter.text !== '';
  const group = (heading: string, lines: readonly CaseDeskLine[], empty: Empty) => (
    <Section heading={heading}>
      <Lines
        {...{ context, view, heading, narrowed }}
        lines={fitting(lines, filter)}
        empty={empty}
      />
    </Section>
  );
  return (
    <DeskFrame context={context} title={say.title} queue>
      <p class="summary">
        {view.mine.length === 0
          ? say.leadNone
          : say.leadMine(words.number(view.mine.length), words.number(late))}
      </p>
      {opens ? (
        <Actions>
          <ActionLink href={linkTo(context, paths.deskCasesNew)}>{say.newCase}</ActionLink>
        </Actions>
      ) : null}
      <FilterForm {...props} />
      {group(say.mine, view.mine, [say.mineNone, say.mineNoneMeaning])}
      {group(say.waiting, view.waiting, [say.waitingNone, say.waitingNoneMeaning])}
      {group(say.closed, view.closed, [say.closedNone, say.closedNoneMeaning])}
    </DeskFrame>
  );
}

type Empty = readonly [heading: string, meaning: string];

function fitting(lines: readonly CaseDeskLine[], { kind, text }: CaseFilter) {
  const needle = text.normalize('NFKC').toLowerCase();
  return lines.filter(
    (line) =>
      (kind === undefined || line.kind === kind) &&
      [line.subject.name, line.subject.code, ...Object.values(line.title)].some(
        (each) => each?.normalize('NFKC').toLowerCase().includes(needle) === true,
      ),
  );
}

function FilterForm({ context, view, filter, chooses }: CasesPageProps) {
  const { language } = context;
  const say = sayOf(context);
  return (
    <form class="filter" method="get" action={linkTo(context, paths.deskCases)}>
      {chooses ? (
        <div class="field">
          <label for="agency">{say.agency}</label>
          <select id="agency" name="agency">
            {view.agencies.map(({ code, name }) => (
              <option value={code} selected={code === view.agency}>
                {localise(name, language).text}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <div class="field">
        <label for="kind">{say.filterKind}</label>
        <select id="kind" name="kind">
          <option value="">{say.filterAll}</option>
          {caseKinds.map((kind) => (
            <option value={kind} selected={kind === filter.kind}>
              {kindWord(language, kind)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="q">{say.filterText}</label>
        <input id="q" name="q" type="search" value={filter.text} />
      </div>
      <ActionButton>{say.filterDo}</ActionButton>
    </form>
  );
}

function Lines(props: {
  readonly context: PageContext;
  readonly view: CaseDeskView;
  readonly heading: string;
  readonly lines: readonly CaseDeskLine[];
  readonly narrowed: boolean;
  readonly empty: Empty;
}) {
  const { context, view, lines, narrowed } = props;
  const { words, language } = context;
  const say = sayOf(context);
  const [heading, meaning] = narrowed ? [say.nothingFits, say.nothingFitsMeaning] : props.empty;
  if (lines.length === 0) return <EmptyState level={3} heading={heading} meaning={meaning} />;
  return (
    <DataTable
      caption={props.heading}
      captionHidden
      columns={[
        { key: 'case', label: say.case, heads: true },
        { key: 'kind', label: say.kind },
        { key: 'organisation', label: say.organisation },
        { key: 'due', label: say.due },
        { key: 'next', label: say.next },
        { key: 'why', label: say.why },
      ]}
      rows={lines.map((line) => ({
        case: (
          <a href={linkTo(context, casePath(line.caseId))}>
            <TitleText words={words} text={line.title} />
          </a>
        ),
        kind: kindWord(language, line.kind),
        organisation: <AsGiven words={words} text={subjectName(line)} />,
        due: <DueCell context={context} due={line.due} />,
        next: nextText(context, line),
        why: <AsGiven words={words} text={turnText(context, line.queue, view.agencies)} />,
      }))}
    />
  );
}

/** The usual next step where whoever looks may take it, else where the case stands. */
function nextText({ language }: PageContext, { acts, phase }: CaseDeskLine): string {
  const next = nextAct(phase, acts);
  return next === undefined ? phaseWord(language, phase) : actWords(language, next).act;
}

/** The last day with the days to it, in words: never by colour alone. */
export function DueCell(props: {
  readonly context: PageContext;
  readonly due: CaseDeskLine['due'];
}) {
  const { context, due } = props;
  const { words, clock } = context;
  const say = sayOf(context);
  if (due === undefined) return <span class="quiet">{say.dueNone}</span>;
  if (due.dueOn === undefined || clock === undefined) {
    return <span class="quiet">{say.dueUnknown}</span>;
  }
  const left = daysBetween(clock.today, due.dueOn);
  if (due.state === 'met' || due.state === 'over') return <Day words={words} on={due.dueOn} />;
  const said =
    left < 0
      ? say.late(words.number(-left))
      : left === 0
        ? say.dueToday
        : say.daysLeft(words.number(left));
  return (
    <>
      <Day words={words} on={due.dueOn} />{' '}
      {left <= 0 ? (
        <b class="due">
          <Icon shape="clock" /> {said}
        </b>
      ) : (
        <span class="quiet unbroken">{said}</span>
      )}
    </>
  );
}
