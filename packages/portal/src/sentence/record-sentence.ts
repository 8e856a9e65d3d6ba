import type { RecordView } from '@credence/casework';
import type { Language } from '@credence/domain';

import { repairOf } from './repair.ts';
import { day, sentence, type Piece, type Sentence } from './sentence.ts';

/** Who decided, and when. Names stay as the source wrote them. */
export function recordSentence(
  { authority, decidedOn }: Pick<RecordView, 'authority' | 'decidedOn'>,
  language: Language,
): Sentence {
  const on = day(decidedOn);
  if (authority === undefined) {
    return language === 'zh' ? sentence`${on} 作出决定。` : sentence`Decided on ${on}.`;
  }
  const by = sourceText(authority.name);
  return language === 'zh'
    ? sentence`${by}于 ${on} 作出决定。`
    : sentence`Decided by ${by} on ${on}.`;
}

/** Begin, end and the way to an earlier end of one record, as one reads it aloud. */
export function recordSummary(record: RecordView, language: Language): readonly Sentence[] {
  const decided = recordSentence(record, language);
  const { publicity } = record;
  if (publicity.kind !== 'shown') return [decided];
  const begins = day(publicity.begins);
  const ends = day(publicity.ends);
  const repair = repairOf(record);
  const latest = repair.kind !== 'none';
  if (language === 'zh') {
    return [
      decided,
      sentence`这条记录自 ${begins} 起公示，${latest ? '最晚' : ''}于 ${ends} 到期停止公示。`,
      ...(repair.kind === 'open' ? [['现在就可以申请提前结束。']] : []),
      ...(repair.kind === 'later' ? [sentence`${day(repair.from)} 起可以申请提前结束。`] : []),
    ];
  }
  return [
    decided,
    sentence` The record is public from ${begins} and ends by itself on ${ends}${latest ? ' at the latest' : ''}.`,
    ...(repair.kind === 'open' ? [[' An earlier end can be applied for now.']] : []),
    ...(repair.kind === 'later'
      ? [sentence` An earlier end can be applied for from ${day(repair.from)}.`]
      : []),
  ];
}

function sourceText(text: string): Piece {
  if (/\p{Script=Han}/u.test(text)) return { text, language: 'zh' };
  return /\p{Script=Latin}/u.test(text) ? { text, language: 'en' } : text;
}
