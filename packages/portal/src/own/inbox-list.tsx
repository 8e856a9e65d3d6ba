import type { InboxDue, InboxLine, OwnDeskView } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, Day, EmptyState, StatusChip, TitleText } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, withQuery } from '../request/paths.ts';
import { dutyWords } from '../words/duties.ts';
import { ownWords } from '../words/own.ts';
import { documentPath } from './own-paths.ts';

/** The inbox: what waits first, by its own last day. Each row says what it asks, and until when. */
export function InboxList(props: {
  readonly context: PageContext;
  readonly lines: readonly InboxLine[];
  /** What has to be filed; it waits among the documents by its own last day. */
  readonly reports?: OwnDeskView['reports'];
  readonly subject: string;
}) {
  const { context, lines, reports = [], subject } = props;
  const say = ownWords(context.language);
  if (lines.length === 0 && reports.length === 0) {
    return <EmptyState heading={say.inboxNone} level={3} meaning={say.inboxNoneMeaning} />;
  }
  const rows = [
    ...reports.map((report) => ({
      due: report.due.on,
      row: <ReportRow {...{ context, report, subject }} />,
    })),
    ...lines.map((line) => ({
      due: waitsUntil(line),
      row: <Row {...{ context, line, subject }} />,
    })),
  ];
  return (
    <ul class="inbox">{rows.toSorted((a, b) => compare(a.due, b.due)).map(({ row }) => row)}</ul>
  );
}

/** Behind everything that has a last day; what only wants to be read comes last, as it was. */
function waitsUntil({ asks, due }: InboxLine): string {
  return asks === 'nothing' ? 'read' : (due?.on ?? 'none');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function Row(props: {
  readonly context: PageContext;
  readonly line: InboxLine;
  readonly subject: string;
}) {
  const { context, line, subject } = props;
  const { words, language } = context;
  const say = ownWords(language);
  return (
    <li class={line.asks === 'nothing' ? undefined : 'inbox-waits'}>
      <p class="inbox-from">
        <span>{senderOf(context, line)}</span>
        <Day words={words} on={line.on} />
      </p>
      <p>
        <a href={linkTo(context, documentPath(line.caseId, line.place, subject))}>
          <b>{titleOf(context, line)}</b>
        </a>
        {line.number === undefined ? null : (
          <>
            {' '}
            <AsGiven words={words} text={line.number} class="quiet" />
          </>
        )}
      </p>
      <p class="inbox-asks">
        <DueChip context={context} line={line} /> {askText(context, line)}
      </p>
      <p class="quiet">
        {line.openedOn === undefined ? say.unread : say.opened(words.date(line.openedOn))}
      </p>
    </li>
  );
}

/** A report that waits: which, until when, and the way to its form. */
function ReportRow(props: {
  readonly context: PageContext;
  readonly report: NonNullable<OwnDeskView['reports']>[number];
  readonly subject: string;
}) {
  const { context, report, subject } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  const { duty, key, title, due, state, demanded } = report;
  const to = `${withQuery(linkTo(context, paths.ownDuties), { subject })}#${duty}`;
  return (
    <li class="inbox-waits">
      <p>
        <a href={to}>
          <b>
            <TitleText words={words} text={title} />
          </b>
        </a>{' '}
        {/^\d{4}$/.test(key) ? <span class="quiet">{say.year(key)}</span> : null}
      </p>
      <p class="inbox-asks">
        <StatusChip words={words} state="due">
          {dueText(language, due)}
          {language === 'zh' ? '，' : ', '}
          {ownWords(language).dueOn(words.date(due.on))}
        </StatusChip>{' '}
        {state === 'overdue' ? say.states.overdue : say.inInbox}
      </p>
      {demanded === undefined ? null : <p class="quiet">{say.demandedShort(demanded)}</p>}
    </li>
  );
}

export function senderOf({ language }: PageContext, line: InboxLine): string {
  return line.fromName === undefined ? line.from : localise(line.fromName, language).text;
}

const selfExplaining: ReadonlySet<InboxLine['kind']> = new Set(['answer', 'granted', 'refused']);

/** What a document is: its kind and the kind of case it belongs to. */
export function titleOf({ language }: PageContext, line: InboxLine): string {
  const say = ownWords(language);
  // An answer and what became of a repair say by themselves what they belong to.
  if (selfExplaining.has(line.kind)) return say.kinds[line.kind];
  const of = say.of[line.of];
  return language === 'zh' ? `${say.kinds[line.kind]}：${of}` : `${say.kinds[line.kind]}: ${of}`;
}

/** What a document asks of whoever reads it. */
export function askText({ language }: PageContext, line: InboxLine): string {
  const say = ownWords(language);
  return isAboutIdentity(line) ? say.identityAsk : say.asks[line.asks];
}

/** A notice about who is who is meant against nobody, and knows no hearing. */
export function isAboutIdentity({ of, asks }: InboxLine): boolean {
  return of === 'identity' && asks === 'state';
}

function DueChip({ context, line }: { readonly context: PageContext; readonly line: InboxLine }) {
  const { words, language } = context;
  if (line.asks === 'nothing' || line.due === undefined) return null;
  return (
    <StatusChip words={words} state="due">
      {dueText(language, line.due)}
      {language === 'zh' ? '，' : ', '}
      {ownWords(language).dueOn(words.date(line.due.on))}
    </StatusChip>
  );
}

/** How much time is left: in working days where their calendar is published. */
export function dueText(language: PageContext['language'], due: InboxDue): string {
  const say = ownWords(language);
  if (due.days < 0) return say.over;
  return due.workingDays === undefined
    ? say.daysLeft(due.days)
    : say.workingDaysLeft(due.days === 0 ? 0 : Math.max(1, due.workingDays));
}
