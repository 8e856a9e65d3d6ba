import type { LatePaymentView, ListingView, RecordView, SubjectView } from '@credence/casework';
import { earlier, isBefore, type CivilDate, type Language } from '@credence/domain';
import { Day, DocumentNumber, TitleText, type Term, type TimelineRow } from '@credence/pages';
import type { Child } from 'hono/jsx';

import { latePaymentWords } from '../words/late-payments.ts';
import { headingText, RecordHeading } from './fact-value.tsx';
import type { PageContext } from './page-context.ts';
import { barOf, termOf } from './record-terms.ts';

/**
 * The lists it stands in with their measures and what it is late with, the records on this page, then
 * each kind of licence as one line: the first of them to run out.
 */
export function timelineRows(
  context: PageContext,
  records: readonly RecordView[],
  { listings = [], latePayments = [], others }: Pick<SubjectView, 'others'> & Standing,
): readonly TimelineRow[] {
  return [
    ...listings.map((listing) => listingRow(context, listing)),
    ...latePayments.map((late) => latePaymentRow(context, late)),
    ...records.map((record) => burdenRow(context, record)),
    ...licenceRows(context, others),
  ];
}

type Standing = Pick<SubjectView, 'listings' | 'latePayments'>;

/** A list, and under it the measures that stand as long as it does. */
function listingRow(context: PageContext, listing: ListingView): TimelineRow {
  const { words, say } = context;
  const { list, measures, begins, ends, confirmBy, repairFrom, disputedSince } = listing;
  return {
    label: <TitleText words={words} text={list.title} />,
    ...(measures.length === 0
      ? {}
      : {
          note: words.richList(
            measures.map(({ title }) => <TitleText words={words} text={title} />),
          ),
        }),
    term: {
      ...{ tone: 'burden', begins, ends: ends ?? 'by-duty' },
      ...(confirmBy === undefined ? {} : { nextCheckOn: confirmBy }),
      ...(repairFrom === undefined ? {} : { repairFrom }),
      ...(disputedSince === undefined ? {} : { disputed: true }),
    },
    ...(ends === undefined
      ? {}
      : { endNote: repairNote(context, begins, repairFrom) ?? say.endsByItself }),
  };
}

/** Gone once paid: its last day is the one on which it goes in any case. */
function latePaymentRow(context: PageContext, late: LatePaymentView): TimelineRow {
  const say = latePaymentWords(context.language);
  const { begins, ends, confirmBy, disputedSince } = late;
  return {
    label: say.heading,
    note: say[`because_${late.because}`],
    term: {
      ...{ tone: 'burden', begins, ends, nextCheckOn: confirmBy },
      ...(disputedSince === undefined ? {} : { disputed: true }),
    },
    endNote: say.paidEnds,
  };
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
  const { say } = context;
  const term = termOf(record);
  if (term.kind === 'validity') return undefined;
  return repairNote(context, term.begins.on, term.repairFrom) ?? say.endsByItself;
}

/** From when it may be repaired, or that it may be now. */
function repairNote(
  context: PageContext,
  begins: CivilDate,
  repairFrom: CivilDate | undefined,
): Child | undefined {
  const { words, say, clock } = context;
  if (repairFrom === undefined) return undefined;
  return isBefore(clock?.today ?? begins, repairFrom)
    ? inOrder(context, <Day words={words} on={repairFrom} />)
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
