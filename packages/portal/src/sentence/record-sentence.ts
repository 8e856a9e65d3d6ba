import type { RecordView } from '@credence/casework';
import type { Language } from '@credence/domain';

import { sentence, type Piece, type Sentence } from './sentence.ts';

/** Who decided, and when. Names stay as the source wrote them. */
export function recordSentence(
  record: Pick<RecordView, 'authority' | 'decidedOn'>,
  language: Language,
): readonly Sentence[] {
  const on = { on: record.decidedOn };
  if (record.authority === undefined) {
    return [language === 'zh' ? sentence`${on} 作出决定。` : sentence`Decided on ${on}.`];
  }
  const by = sourceText(record.authority.name);
  return [
    language === 'zh' ? sentence`${by}于 ${on} 作出决定。` : sentence`Decided by ${by} on ${on}.`,
  ];
}

/** Begin, end and the way to an earlier end of one record, as one reads it aloud. */
export function recordSummary(
  record: Pick<RecordView, 'authority' | 'decidedOn' | 'publicity'>,
  today: string,
  language: Language,
): readonly Sentence[] {
  const { publicity } = record;
  const decided = recordSentence(record, language);
  if (publicity.kind !== 'shown') return decided;
  const { begins, ends, repairFrom } = publicity;
  const from = { on: begins };
  const end = { on: ends };
  const open = repairFrom !== undefined && repairFrom <= today;
  if (language === 'zh') {
    const term = sentence`这条记录自 ${from} 起公示，${repairFrom === undefined ? '' : '最晚'}于 ${end} 到期停止公示。`;
    if (repairFrom === undefined) return [...decided, term];
    return [
      ...decided,
      term,
      open ? ['现在就可以申请提前结束。'] : sentence`${{ on: repairFrom }} 起可以申请提前结束。`,
    ];
  }
  const term = sentence` The record is public from ${from} and ends by itself on ${end}${repairFrom === undefined ? '' : ' at the latest'}.`;
  if (repairFrom === undefined) return [...decided, term];
  return [
    ...decided,
    term,
    open
      ? [' It can be asked to end earlier now.']
      : sentence` It can be asked to end earlier from ${{ on: repairFrom }}.`,
  ];
}

function sourceText(text: string): Piece {
  if (/\p{Script=Han}/u.test(text)) return { text, language: 'zh' };
  return /\p{Script=Latin}/u.test(text) ? { text, language: 'en' } : text;
}
