import type { RecordView, SubjectView } from '@credence/casework';
import { addDays, isBefore, localise, type CivilDate, type Language } from '@credence/domain';

import { countInWords, sentence, type Sentence } from './sentence.ts';

/**
 * The first thing a reader sees of an organisation: how many records are public, what they are,
 * until when at the latest, and what is in order. Made from the state alone; it weighs nothing.
 */
export function summariseSubject(view: SubjectView, language: Language): readonly Sentence[] {
  const sentences = language === 'zh' ? chinese(view) : english(view);
  return sentences.filter((each) => each.length > 0);
}

interface Shown {
  readonly ends: CivilDate;
  readonly repairFrom: CivilDate | undefined;
}

function shownOf(records: readonly RecordView[]): readonly Shown[] {
  return records.flatMap(({ publicity }) =>
    publicity.kind === 'shown' ? [{ ends: publicity.ends, repairFrom: publicity.repairFrom }] : [],
  );
}

function firstAndLast(
  dates: readonly CivilDate[],
): { first: CivilDate; last: CivilDate } | undefined {
  const [head, ...rest] = dates;
  if (head === undefined) return undefined;
  return rest.reduce(
    (span, date) => ({
      first: isBefore(date, span.first) ? date : span.first,
      last: isBefore(span.last, date) ? date : span.last,
    }),
    { first: head, last: head },
  );
}

/** `行政处罚 2 条、经营异常 1 条`; a single kind needs no number. */
function kindsOf(records: readonly RecordView[], language: Language): string {
  const counts = new Map<string, number>();
  for (const { item } of records) {
    const title = localise(item.title, language).text;
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  if (counts.size === 1) return inSentence([...counts.keys()].join(''), language);
  return [...counts]
    .map(([title, count]) =>
      language === 'zh'
        ? `${title} ${String(count)} 条`
        : `${inSentence(title, language)} ${String(count)}`,
    )
    .join(language === 'zh' ? '、' : ', ');
}

/** A title inside an English sentence loses its capital, an abbreviation keeps it. */
function inSentence(title: string, language: Language): string {
  return language === 'en' && /^[A-Z][a-z]/.test(title)
    ? title.slice(0, 1).toLowerCase() + title.slice(1)
    : title;
}

function chinese(view: SubjectView): readonly Sentence[] {
  const { clock, records } = view;
  const past = clock.day !== clock.today;
  const opening: Sentence = past ? sentence`这是 ${{ on: clock.day }} 的状况，按今天所知。` : [];
  const span = firstAndLast(shownOf(records).map(({ ends }) => ends));
  if (records.length === 0 || span === undefined) {
    const none = past
      ? '这一天没有现在仍可公示的记录。这说明所列来源没有，不是评价。'
      : '没有公示中的记录。这说明所列来源在这段时间没有记录，不是评价。';
    return [opening, [none], othersInChinese(view)];
  }
  const head = past ? '这一天公示、现在仍可公示的记录有' : '今天公示着';
  const what = past ? '条' : '条记录';
  const count = [`${head} ${String(records.length)} ${what}（${kindsOf(records, 'zh')}）`];
  const end =
    span.first === span.last
      ? sentence`，${records.length === 1 ? '' : '都'}最晚于 ${{ on: span.last }} 到期停止公示。`
      : sentence`，最早的一条于 ${{ on: span.first }}、最晚的一条于 ${{ on: span.last }} 到期停止公示。`;
  return [opening, [...count, ...end], past ? [] : earlierInChinese(view), othersInChinese(view)];
}

function earlierInChinese({ clock, records }: SubjectView): Sentence {
  const from = repairDates(records);
  if (from.length === 0) return [];
  const open = from.filter((date) => !isBefore(clock.today, date)).length;
  const next = firstAndLast(from.filter((date) => isBefore(clock.today, date)));
  if (open > 0 && records.length === 1) return ['现在就可以申请提前结束。'];
  if (open > 0) return [`其中 ${String(open)} 条现在就可以申请提前结束。`];
  return next === undefined ? [] : sentence`${{ on: next.first }} 起可以申请提前结束。`;
}

function repairDates(records: readonly RecordView[]): readonly CivilDate[] {
  return shownOf(records).flatMap(({ repairFrom }) =>
    repairFrom === undefined ? [] : [repairFrom],
  );
}

function validEnds(view: SubjectView): readonly CivilDate[] {
  return view.others.flatMap(({ publicity }) =>
    // The last day of validity is said, as documents say it.
    publicity.kind === 'valid' && publicity.ends !== 'none' ? [addDays(publicity.ends, -1)] : [],
  );
}

function othersInChinese(view: SubjectView): Sentence {
  const valid = view.others.filter(({ publicity }) => publicity.kind === 'valid');
  const span = firstAndLast(validEnds(view));
  if (valid.length === 0) return [];
  const head = `另有 ${String(valid.length)} 项有效记录（${kindsOf(valid, 'zh')}）`;
  if (span === undefined) return [`${head}。`];
  return valid.length === 1
    ? sentence`${head}，有效至 ${{ on: span.first }}。`
    : sentence`${head}，最早一项有效至 ${{ on: span.first }}。`;
}

function english(view: SubjectView): readonly Sentence[] {
  const { clock, records } = view;
  const past = clock.day !== clock.today;
  const opening: Sentence = past
    ? sentence`This is the state of ${{ on: clock.day }}, as known today. `
    : [];
  const span = firstAndLast(shownOf(records).map(({ ends }) => ends));
  if (records.length === 0 || span === undefined) {
    const none = past ? 'No record of that day may still be shown. ' : 'No published records. ';
    const means = 'The listed sources hold none for this period; this is no judgement. ';
    return [opening, [none, means], othersInEnglish(view)];
  }
  const noun = records.length === 1 ? 'record' : 'records';
  const verb = records.length === 1 ? 'is' : 'are';
  const what = past
    ? `${noun} published that day may still be shown`
    : `${noun} ${verb} published today`;
  const count = `${countInWords(records.length)} ${what} (${kindsOf(records, 'en')}). `;
  return [
    opening,
    [count],
    endInEnglish(records.length, span),
    past ? [] : earlierInEnglish(view),
    othersInEnglish(view),
  ];
}

function endInEnglish(
  count: number,
  span: { readonly first: CivilDate; readonly last: CivilDate },
): Sentence {
  if (count === 1) return sentence`It ends by itself on ${{ on: span.last }} at the latest. `;
  if (span.first === span.last) {
    return sentence`All end by themselves on ${{ on: span.last }} at the latest. `;
  }
  return sentence`The first ends by itself on ${{ on: span.first }}, the last on ${{ on: span.last }} at the latest. `;
}

function earlierInEnglish({ clock, records }: SubjectView): Sentence {
  const from = repairDates(records);
  const open = from.filter((date) => !isBefore(clock.today, date)).length;
  const next = firstAndLast(from.filter((date) => isBefore(clock.today, date)));
  if (open > 0 && records.length === 1) return ['It can be asked to end earlier now. '];
  if (open > 0) {
    return [`${countInWords(open)} of them can be asked to end earlier now. `];
  }
  return next === undefined
    ? []
    : sentence`${records.length === 1 ? 'It' : 'The first'} can be asked to end earlier from ${{ on: next.first }}. `;
}

function othersInEnglish(view: SubjectView): Sentence {
  const valid = view.others.filter(({ publicity }) => publicity.kind === 'valid');
  const span = firstAndLast(validEnds(view));
  if (valid.length === 0) return [];
  const records = valid.length === 1 ? 'other record is' : 'other records are';
  const head = `${countInWords(valid.length)} ${records} valid (${kindsOf(valid, 'en')})`;
  if (span === undefined) return [`${head}.`];
  return valid.length === 1
    ? sentence`${head}, until ${{ on: span.first }}.`
    : sentence`${head}; the first runs until ${{ on: span.first }}.`;
}
