import type { AnswerClock, SubjectLine } from '@credence/casework';
import type { Language } from '@credence/domain';

import { sentence, type Sentence } from './sentence.ts';

/** One line under a search result: how many records are public and until when, or that none is. */
export function standingOf(
  subject: Pick<SubjectLine, 'published' | 'lastEnd'>,
  clock: Pick<AnswerClock, 'today' | 'day'>,
  language: Language,
): readonly Sentence[] {
  const past = clock.day !== clock.today;
  const { published, lastEnd } = subject;
  if (published === 0 || lastEnd === undefined) {
    if (language === 'zh') return [past ? ['这一天没有可公示的记录。'] : ['没有公示中的记录。']];
    return [past ? ['No records to publish for that day.'] : ['No published records.']];
  }
  if (language === 'zh') {
    const at = past ? '这一天公示的记录' : '公示中的记录';
    const head = `${at} ${String(published)} 条，`;
    return [
      sentence`${head}${published === 1 ? '' : '最晚的一条'}于 ${{ on: lastEnd }} 到期停止公示。`,
    ];
  }
  const records =
    published === 1 ? '1 published record.' : `${String(published)} published records.`;
  return [
    [past ? `${records.slice(0, -1)} that day. ` : `${records} `],
    sentence`${published === 1 ? 'It ends' : 'The last one ends'} by itself on ${{ on: lastEnd }}.`,
  ];
}
