import type { RecordView } from '@credence/casework';

import { day, sentence, type Sentence } from './sentence.ts';
import { kindsOf, type Span, type SummaryFacts } from './summary-facts.ts';

export function chineseSummary(facts: SummaryFacts): readonly Sentence[] {
  const opening = facts.past ? sentence`这是 ${day(facts.day)} 的状况，按今天所知。` : [];
  return [opening, published(facts), earlier(facts), valid(facts)];
}

function published({ past, records, listed, ends }: SummaryFacts): Sentence {
  if (ends === undefined && listed) return [];
  if (ends === undefined) {
    return past
      ? ['这一天没有现在仍可公示的不利记录。这说明所列来源没有这类记录，不是评价。']
      : ['没有公示中的不利记录。这说明所列来源在这段时间没有这类记录，不是评价。'];
  }
  const count = String(records.length);
  const head = past ? `这一天公示、现在仍可公示的记录有 ${count} 条` : `今天公示着 ${count} 条记录`;
  return sentence`${head}（${kinds(records)}），${endOf(records.length, ends)}到期停止公示。`;
}

function endOf(count: number, { first, last }: Span): Sentence {
  if (count === 1) return sentence`最晚于 ${day(last)} `;
  if (first === last) return sentence`都最晚于 ${day(last)} `;
  return sentence`最早的一条于 ${day(first)}、最晚的一条于 ${day(last)} `;
}

/** `行政处罚 2 条、经营异常 1 条`; a single kind needs no number. */
function kinds(records: readonly RecordView[]): Sentence {
  const found = kindsOf(records, 'zh');
  if (found.length === 1) return found.map(({ title }) => title);
  return found.flatMap(({ title, count }, index) => [
    index === 0 ? '' : '、',
    title,
    ` ${String(count)} 条`,
  ]);
}

function earlier({ past, records, repairOpen, repairNext }: SummaryFacts): Sentence {
  if (past) return [];
  if (repairOpen > 0) {
    return [
      records.length === 1
        ? '现在就可以申请提前结束。'
        : `其中 ${String(repairOpen)} 条现在就可以申请提前结束。`,
    ];
  }
  return repairNext === undefined ? [] : sentence`${day(repairNext)} 起可以申请提前结束。`;
}

function valid({ valid: records, validUntil }: SummaryFacts): Sentence {
  if (records.length === 0) return [];
  const head = sentence`另有 ${String(records.length)} 项有效记录（${kinds(records)}）`;
  if (validUntil === undefined) return [...head, '。'];
  const first = records.length === 1 ? '有效至' : '最早一项有效至';
  return sentence`${head}，${first} ${day(validUntil.first)}。`;
}
