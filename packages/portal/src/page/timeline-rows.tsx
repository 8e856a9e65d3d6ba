import type { RecordView } from '@credence/casework';
import { earlier, isBefore, type Language } from '@credence/domain';
import { Day, DocumentNumber, TitleText, type Term, type TimelineRow } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { headingText, RecordHeading } from './fact-value.tsx';
import type { PageContext } from './page-context.ts';
import { barOf, termOf } from './record-terms.ts';

/** Records on this page, then each kind of licence as one line: the first of them to run out. */
export function timelineRows(
  context: PageContext,
  records: readonly RecordView[],
  others: readonly RecordView[],
): readonly TimelineRow[] {
  return [...records.map((record) => burdenRow(context, record)), ...licenceRows(context, others)];
}

function burdenRow(context: PageContext, record: RecordView): TimelineRow {
  const { words } = context;
  const kind = <TitleText words={words} text={record.item.title} />;
  const endNote = endNoteOf(context, record);
  return {
    label: isShort(record, context.language) ? (
      <RecordHeading words={words} record={record} />
    ) : (
      kind
    ),
    ...(isShort(record, context.language)
      ? { note: kind }
      : record.document === undefined
        ? {}
        : { note: <DocumentNumber words={words} text={record.document.number} /> }),
    term: barOf(record),
    ...(endNote === undefined ? {} : { endNote }),
  };
}

/** A heading that fits the label column in two lines; a longer one stands on the card below. */
function isShort(record: RecordView, language: Language): boolean {
  if (record.heading.value === '') return false;
  const text = headingText(record, language);
  return text.length <= (/\p{Script=Han}/u.test(text) ? 24 : 48);
}

function endNoteOf(context: PageContext, record: RecordView) {
  const { words, say, clock } = context;
  const term = termOf(record);
  if (term.kind === 'validity') return undefined;
  if (term.repairFrom === undefined) return say.endsByItself;
  const today = clock?.today ?? term.begins.on;
  return isBefore(today, term.repairFrom)
    ? inOrder(context, <Day words={words} on={term.repairFrom} />)
    : say.repairOpen;
}

/** 2027年1月30日 起可修复 / repair from 30 Jan 2027. */
function inOrder({ language, say }: PageContext, day: Child): Child {
  return language === 'zh' ? [day, ' ', say.repairFrom] : [say.repairFrom, ' ', day];
}

function licenceRows(context: PageContext, others: readonly RecordView[]): readonly TimelineRow[] {
  const { words, say } = context;
  const kinds = new Map<string, RecordView[]>();
  for (const record of others) {
    if (record.publicity.kind !== 'valid') continue;
    kinds.set(record.item.code, [...(kinds.get(record.item.code) ?? []), record]);
  }
  return [...kinds.values()].flatMap((records) => {
    const [first] = records;
    const term = firstToEnd(records);
    if (first === undefined || term === undefined) return [];
    const title = <TitleText words={words} text={first.item.title} />;
    const dated = term.ends !== 'none';
    return [
      {
        label: title,
        note: records.length === 1 ? words.t('term.chipValid') : say.allValid(records.length),
        term,
        ...(dated ? { endNote: records.length === 1 ? say.lastDay : say.firstToExpire } : {}),
      },
    ];
  });
}

/** From the first begin to the first end; without any end, open. */
function firstToEnd(records: readonly RecordView[]): Term | undefined {
  return records.map(barOf).reduce<Term | undefined>((joined, term) => {
    if (joined === undefined) return term;
    const begins = earlier(joined.begins, term.begins);
    return { tone: 'licence', begins, ends: firstOf(joined.ends, term.ends) };
  }, undefined);
}

function firstOf(a: Term['ends'], b: Term['ends']): Term['ends'] {
  if (a === 'none' || a === 'by-duty') return b;
  return b === 'none' || b === 'by-duty' ? a : earlier(a, b);
}
