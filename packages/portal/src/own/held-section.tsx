import type { CaseClock, OwnCaseLine, OwnRecordLine } from '@credence/casework';
import { isBefore, localise, type CivilDate } from '@credence/domain';
import { AsGiven, DataTable, Day, EmptyState, StatusChip } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { MixedText } from '../page/mixed-text.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { casePath } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { notShownWords } from '../words/not-shown.ts';
import { ownWords } from '../words/own.ts';
import { wordOf } from '../words/own-door.ts';
import { doorPath } from './own-paths.ts';
import { RecordName } from './record-line.tsx';

interface HeldProps {
  readonly context: PageContext;
  readonly subject: string;
  /** The page is a counter's: its doors are those of the counter. */
  readonly counter: boolean;
}

/** Every record, published or not: how it stands, when it ends, the nearest way out. */
export function HeldRecords(props: HeldProps & { readonly records: readonly OwnRecordLine[] }) {
  const { context, records, subject, counter } = props;
  const { words, language } = context;
  const say = ownWords(language);
  const old = accessWords(language);
  if (records.length === 0) {
    return <EmptyState heading={say.heldNone} level={3} meaning={say.heldNoneMeaning} />;
  }
  return (
    <DataTable
      caption={say.held}
      captionHidden
      columns={[
        { key: 'record', label: old.ownRecord, heads: true },
        { key: 'decided', label: old.ownDecided },
        { key: 'who', label: old.ownProvider },
        { key: 'state', label: say.stands },
        { key: 'exit', label: say.exit },
        { key: 'act', label: say.act },
      ]}
      rows={[...records.filter(stands), ...records.filter(isOver)].map((record) => ({
        record: <RecordName context={context} record={record} />,
        decided: <Day words={words} on={record.decidedOn} />,
        who: <AsGiven words={words} text={record.provider} />,
        state: (
          <span>
            {record.disputedSince === undefined ? null : (
              <>
                <StatusChip words={words} state="disputed" />{' '}
              </>
            )}
            {publicityOf(context, record)}
          </span>
        ),
        exit: isOver(record) ? say.noExit : exitOf(context, record.repairFrom),
        act: isOver(record) ? null : (
          <a
            href={linkTo(
              context,
              doorPath({ kind: 'record', recordId: record.id }, { subject, counter }),
            )}
          >
            {say.door}
          </a>
        ),
      }))}
    />
  );
}

/** What still stands comes before what has ended. */
function stands(record: OwnRecordLine): boolean {
  return !isOver(record);
}

function isOver({ publicity }: OwnRecordLine): boolean {
  return publicity.kind === 'ended';
}

function exitOf({ clock, words, language }: PageContext, from: CivilDate | undefined): string {
  const say = ownWords(language);
  if (from === undefined) return say.anyTime;
  const isNow = clock !== undefined && !isBefore(clock.today, from);
  return isNow ? say.repairNow : say.repairFrom(words.date(from));
}

/** How a record stands in public, in words for its own subject. */
function publicityOf({ language, words }: PageContext, { publicity }: OwnRecordLine): string {
  const say = accessWords(language);
  switch (publicity.kind) {
    case 'shown':
      return say.ownShown(words.date(publicity.begins), words.date(publicity.ends));
    case 'valid':
      return publicity.ends === 'none'
        ? say.ownShownOpen(words.date(publicity.begins))
        : say.ownShown(words.date(publicity.begins), words.date(publicity.ends));
    case 'not-begun':
      return say.ownNotYet(words.date(publicity.begins));
    case 'ended':
      return say.ownEnded(words.date(publicity.endedOn));
    case 'not-shown': {
      const reason = notShownWords(language)[publicity.because];
      return language === 'zh' ? `${say.ownNever}：${reason}` : `${say.ownNever}: ${reason}`;
    }
  }
}

/** Lists and measures, with begin and end and what ends them sooner. */
export function HeldEffects(props: HeldProps & { readonly cases: readonly OwnCaseLine[] }) {
  const { context, cases, subject, counter } = props;
  const { language } = context;
  const say = ownWords(language);
  if (cases.length === 0) return <p>{say.effectsNone}</p>;
  return (
    <DataTable
      caption={say.effects}
      captionHidden
      columns={[
        { key: 'what', label: say.what, heads: true },
        { key: 'state', label: say.stands },
        { key: 'ends', label: say.ends },
        { key: 'exit', label: say.exit },
        { key: 'act', label: say.act },
      ]}
      rows={cases.map((each) => ({
        what: <CaseName context={context} line={each} />,
        state: `${say.effectKinds[each.effect.kind]}${
          each.disputed ? `${language === 'zh' ? '；' : '; '}${say.disputed}` : ''
        }`,
        ends: endOf(context, each),
        exit: exitOf(context, each.repairFrom),
        act: (
          <a
            href={linkTo(
              context,
              doorPath({ kind: 'case', caseId: each.caseId }, { subject, counter }),
            )}
          >
            {say.door}
          </a>
        ),
      }))}
    />
  );
}

function endOf({ words, language }: PageContext, { effect }: OwnCaseLine): string {
  const say = ownWords(language);
  if (effect.kind !== 'in-effect') return '—';
  if (effect.until !== undefined) return say.endsOn(words.date(effect.until));
  return effect.confirmBy === undefined
    ? say.endsOpen
    : say.endsByDuty(words.date(effect.confirmBy));
}

/** Cases with what comes next, and by when the authority has to answer. */
export function HeldCases(props: HeldProps & { readonly cases: readonly OwnCaseLine[] }) {
  const { context, cases, counter } = props;
  const { words, language } = context;
  const say = ownWords(language);
  if (cases.length === 0) return <p>{say.casesNone}</p>;
  return (
    <DataTable
      caption={say.cases}
      captionHidden
      columns={[
        { key: 'what', label: say.what, heads: true },
        { key: 'opened', label: say.sentOn },
        { key: 'state', label: say.stands },
        { key: 'next', label: say.next },
      ]}
      rows={cases.map((each) => ({
        what: counter ? (
          <CaseName context={context} line={each} />
        ) : (
          <a href={linkTo(context, casePath(each.caseId))}>
            <CaseName context={context} line={each} />
          </a>
        ),
        opened: <Day words={words} on={each.openedOn} />,
        state: (
          <div>
            {wordOf(say.phases, each.phase)}
            {each.counter === undefined ? null : (
              <p class="quiet">
                <MixedText words={words} text={counterText(context, each.counter)} />
              </p>
            )}
          </div>
        ),
        next: nextOf(context, each.clocks) ?? '—',
      }))}
    />
  );
}

/** By which office and official something was taken down. */
export function counterText(
  { language }: PageContext,
  { agency, agencyName, official }: NonNullable<OwnCaseLine['counter']>,
): string {
  const office = agencyName === undefined ? agency : localise(agencyName, language).text;
  return ownWords(language).counterBy(office, official);
}

export function CaseName(props: { readonly context: PageContext; readonly line: OwnCaseLine }) {
  const { context, line } = props;
  const { language } = context;
  const card = line.card === undefined ? undefined : localise(line.card, language).text;
  const kind = ownWords(language).of[line.kind];
  return (
    <span>
      {card === undefined ? kind : `${kind}${language === 'zh' ? '：' : ': '}${card}`}
      {line.number === undefined ? null : (
        <>
          {' '}
          <AsGiven words={context.words} text={line.number} class="quiet" />
        </>
      )}
    </span>
  );
}

/** The authority's next limit: a late one is said to be late. */
function nextOf({ words, language }: PageContext, clocks: readonly CaseClock[]): Child | undefined {
  const say = ownWords(language);
  const theirs = clocks.filter(({ runsFor }) => runsFor !== 'subject');
  const late = theirs.find(({ state }) => state === 'late');
  if (late?.dueOn !== undefined) return say.late(words.date(late.dueOn));
  const running = theirs.findLast(({ state }) => state === 'running');
  return running?.dueOn === undefined ? undefined : say.answerBy(words.date(running.dueOn));
}
