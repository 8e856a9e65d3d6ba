import type { InboxDue, InboxLine } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, Day, EmptyState, StatusChip } from '@credence/pages';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { ownWords } from '../words/own.ts';
import { documentPath } from './own-paths.ts';

/** The inbox: what waits first, by its own last day. Each row says what it asks, and until when. */
export function InboxList(props: {
  readonly context: PageContext;
  readonly lines: readonly InboxLine[];
  readonly subject: string;
}) {
  const { context, lines, subject } = props;
  const { words, language } = context;
  const say = ownWords(language);
  if (lines.length === 0) {
    return <EmptyState heading={say.inboxNone} level={3} meaning={say.inboxNoneMeaning} />;
  }
  return (
    <ul class="inbox">
      {lines.map((line) => (
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
      ))}
    </ul>
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
