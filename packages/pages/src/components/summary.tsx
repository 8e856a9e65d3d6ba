import type { Child } from 'hono/jsx';
import type { CivilDate, Localised } from '@credence/domain';

import type { Words } from '../words/words.ts';
import type { BurdenEnd } from './ends.ts';
import { sentences } from './sentences.ts';
import { Day, TitleText } from './text.tsx';

type DatedEnd = Extract<BurdenEnd, { readonly kind: 'on' }>;

/** A record as the first sentence needs it: what it is and when it ends. */
export interface SummaryRecord {
  readonly what: Localised;
  readonly ends: BurdenEnd;
  readonly disputed?: true;
}

/** More kinds than this are counted, not listed. */
const kindsMax = 4;

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
  const parts: Child[] = [publishedSentence(words, records, past), ...endSentences(words, records)];
  if (records.length === 0) parts.push(words.t('page.noRecordMeaning'));
  if (disputed > 0) parts.push(words.t('subject.someDisputed', { count: disputed }));
  if (valid > 0) parts.push(words.t('subject.valid', { count: valid }));
  return (
    <>
      <p class="summary">{sentences(words, parts)}</p>
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
  const list = words.richList(kinds(words, records));
  return day === undefined
    ? words.rich('subject.publishedToday', { count, list })
    : words.rich('subject.publishedOnDay', { count, day, list });
}

/** Each kind with its number, in the order of the records. */
function kinds(words: Words, records: readonly SummaryRecord[]): Child[] {
  const counted = new Map<string, { readonly what: Localised; count: number }>();
  for (const { what } of records) {
    const key = `${what.zh ?? ''}|${what.en ?? ''}`;
    const known = counted.get(key);
    if (known === undefined) counted.set(key, { what, count: 1 });
    else known.count += 1;
  }
  const listed = [...counted.values()].slice(0, kindsMax);
  const others = [...counted.values()].slice(kindsMax);
  const named = listed.map(({ what, count }) =>
    words.rich('subject.kindCount', { what: <TitleText words={words} text={what} />, count }),
  );
  const rest = others.reduce((sum, { count }) => sum + count, 0);
  return rest === 0 ? named : [...named, words.t('subject.otherKinds', { count: rest })];
}

function endSentences(words: Words, records: readonly SummaryRecord[]): Child[] {
  const dated = records
    .flatMap(({ ends }) => (ends.kind === 'on' ? [ends] : []))
    // Civil dates order as text.
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const byDuty = records.length - dated.length;
  const parts = datedSentences(words, dated);
  return byDuty === 0 ? parts : [...parts, words.t('subject.byDuty', { count: byDuty })];
}

function datedSentences(words: Words, dated: readonly DatedEnd[]): Child[] {
  const [first] = dated;
  const final = dated.at(-1);
  if (first === undefined || final === undefined) return [];
  const last = strongDay(words, final.on);
  const atTheLatest = dated.some(({ how }) => how === 'at-the-latest');
  if (dated.length === 1) {
    return [words.rich(atTheLatest ? 'subject.endsOneLatest' : 'subject.endsOne', { last })];
  }
  if (first.on === final.on && !atTheLatest) return [words.rich('subject.endsSame', { last })];
  const key = atTheLatest ? 'subject.endsSeveralLatest' : 'subject.endsSeveral';
  return [words.rich(key, { first: strongDay(words, first.on), last })];
}

function strongDay(words: Words, on: CivilDate): Child {
  return (
    <b>
      <Day words={words} on={on} />
    </b>
  );
}
