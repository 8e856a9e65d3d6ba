import type { Child } from 'hono/jsx';
import type { CivilDate, Localised } from '@credence/domain';

import type { Words } from '../words/words.ts';
import type { BurdenEnd } from './ends.ts';
import { Day, TitleText } from './text.tsx';

/** A record as the first sentence needs it: what it is and when it ends. */
export interface SummaryRecord {
  readonly what: Localised;
  readonly ends: BurdenEnd;
  readonly disputed?: true;
}

/** More than this many records are counted, not listed. */
const listedMax = 3;

/**
 * The first thing under a title: how many records, what they are, until when at the latest, what is
 * disputed, what is valid. Made from the state by fixed sentences, so that nobody's is worded worse.
 */
export function SummarySentence(props: {
  readonly words: Words;
  readonly records: readonly SummaryRecord[];
  /** Licences and other records that are no burden, valid on the day. */
  readonly valid: number;
  readonly day: CivilDate;
  readonly today: CivilDate;
}) {
  const { words, records, valid } = props;
  const disputed = records.filter((record) => record.disputed).length;
  const past = props.day === props.today ? undefined : props.day;
  const sentences: Child[] = [publishedSentence(words, records, past)];
  if (records.length === 0) sentences.push(words.t('page.noRecordMeaning'));
  if (disputed > 0) sentences.push(words.t('subject.someDisputed', { count: disputed }));
  if (valid > 0) sentences.push(words.t('subject.valid', { count: valid }));
  const space = words.language === 'zh' ? '' : ' ';
  return (
    <>
      <p class="summary">
        {sentences.map((sentence, index) => [index === 0 ? '' : space, sentence])}
      </p>
      <p class="quiet summary-note">{words.t('subject.notAGrade')}</p>
    </>
  );
}

/** A summary sentence that a page words itself, in the same form. */
export function Summary(props: { readonly note?: Child; readonly children?: Child }) {
  return (
    <>
      <p class="summary">{props.children}</p>
      {props.note === undefined ? null : <p class="quiet summary-note">{props.note}</p>}
    </>
  );
}

function publishedSentence(
  words: Words,
  records: readonly SummaryRecord[],
  past: CivilDate | undefined,
): Child {
  const day = past === undefined ? undefined : <Day words={words} on={past} />;
  const count = records.length;
  if (count === 0) {
    return day === undefined ? words.t('page.noRecord') : words.rich('subject.noneOnDay', { day });
  }
  const last = lastEnd(records);
  if (count > listedMax && last !== undefined) {
    const ends = strongDay(words, last);
    return day === undefined
      ? words.rich('subject.severalToday', { count, last: ends })
      : words.rich('subject.severalOnDay', { count, day, last: ends });
  }
  const listed = records.slice(0, listedMax).map((record) => describe(words, record));
  const list = words.richList(listed);
  if (count === 1) {
    return day === undefined
      ? words.rich('subject.oneToday', { what: list })
      : words.rich('subject.oneOnDay', { day, what: list });
  }
  return day === undefined
    ? words.rich('subject.withListToday', { count, list })
    : words.rich('subject.withListOnDay', { count, day, list });
}

function describe(words: Words, { what, ends }: SummaryRecord): Child {
  const title = <TitleText words={words} text={what} />;
  if (ends.kind === 'by-duty') return words.rich('subject.endsByDuty', { what: title });
  const on = strongDay(words, ends.on);
  return ends.how === 'by-itself'
    ? words.rich('subject.endsOn', { what: title, on })
    : words.rich('subject.endsAtTheLatest', { what: title, on });
}

function strongDay(words: Words, on: CivilDate): Child {
  return (
    <b>
      <Day words={words} on={on} />
    </b>
  );
}

/** The last of the dated ends; civil dates order as text. */
function lastEnd(records: readonly SummaryRecord[]): CivilDate | undefined {
  return records
    .flatMap(({ ends }) => (ends.kind === 'on' ? [ends.on] : []))
    .reduce<CivilDate | undefined>((a, b) => (a === undefined || a < b ? b : a), undefined);
}
