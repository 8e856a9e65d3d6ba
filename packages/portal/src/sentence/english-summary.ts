import type { RecordView } from '@credence/casework';

import { countInWords, day, sentence, type Sentence } from './sentence.ts';
import { kindsOf, type Span, type SummaryFacts } from './summary-facts.ts';

export function englishSummary(facts: SummaryFacts): readonly Sentence[] {
  const opening = facts.past
    ? sentence`This is the state of ${day(facts.day)}, as known today. `
    : [];
  return [opening, published(facts), earlier(facts), valid(facts)];
}

function published({ past, records, listed, ends }: SummaryFacts): Sentence {
  if (ends === undefined && listed) return [];
  if (ends === undefined) {
    const none = past
      ? 'No adverse record of that day may still be shown. '
      : 'No published adverse records. ';
    return [none, 'The listed sources hold none for this period; this is no judgement. '];
  }
  const noun = records.length === 1 ? 'record' : 'records';
  const verb = records.length === 1 ? 'is' : 'are';
  const what = past
    ? `${noun} published that day may still be shown`
    : `${noun} ${verb} published today`;
  const count = countInWords(records.length);
  return sentence`${count} ${what} (${kinds(records)}). ${endOf(records.length, ends)}`;
}

function endOf(count: number, { first, last }: Span): Sentence {
  if (count === 1) return sentence`It ends by itself on ${day(last)} at the latest. `;
  if (first === last) return sentence`All end by themselves on ${day(last)} at the latest. `;
  return sentence`The first ends by itself on ${day(first)}, the last on ${day(last)} at the latest. `;
}

/** `administrative penalty 2, abnormal operations 1`; a single kind needs no number. */
function kinds(records: readonly RecordView[]): Sentence {
  const found = kindsOf(records, 'en');
  if (found.length === 1) return found.map(({ title }) => title);
  return found.flatMap(({ title, count }, index) => [
    index === 0 ? '' : ', ',
    title,
    ` ${String(count)}`,
  ]);
}

function earlier({ past, records, repairOpen, repairNext }: SummaryFacts): Sentence {
  if (past) return [];
  if (repairOpen > 0) {
    return [
      records.length === 1
        ? 'An earlier end can be applied for now. '
        : `For ${countInWords(repairOpen).toLowerCase()} of them an earlier end can be applied for now. `,
    ];
  }
  if (repairNext === undefined) return [];
  return records.length === 1
    ? sentence`An earlier end can be applied for from ${day(repairNext)}. `
    : sentence`For the first, an earlier end can be applied for from ${day(repairNext)}. `;
}

function valid({ valid: records, validUntil }: SummaryFacts): Sentence {
  if (records.length === 0) return [];
  const what = records.length === 1 ? 'other record is' : 'other records are';
  const head = sentence`${countInWords(records.length)} ${what} valid (${kinds(records)})`;
  if (validUntil === undefined) return [...head, '.'];
  return records.length === 1
    ? sentence`${head}, until ${day(validUntil.first)}.`
    : sentence`${head}; the first runs until ${day(validUntil.first)}.`;
}
