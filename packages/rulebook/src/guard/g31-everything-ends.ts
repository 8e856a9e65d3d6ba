import { formatPeriod } from '@credence/domain';

import type { CardOf } from '../card/card-kinds.ts';
import type { SourceRank } from '../card/source-card.ts';
import { isLonger } from '../check/compare-periods.ts';
import type { Path } from '../load/place.ts';
import type { Breach, Guard, ReportBreach } from './guard.ts';
import { writeLimit } from './limits.ts';
import { isAdverseItem, legislativeRanks, placeOf, type GuardView } from './view.ts';

type List = CardOf<'list'>;

const longerRanks: readonly SourceRank[] = [...legislativeRanks, 'judicial_interpretation'];

/** Every adverse record, measure, entry and publication has a maximum end fixed in the rule, and ends by itself. */
export const g31: Guard = {
  id: 'G31',
  alias: 'L05',
  title: { zh: '一切都有终点', en: 'Everything ends' },
  why: {
    zh: '不利的记录、措施、名单和公示都有规则写明的最长期限，到期自动结束。',
    en: 'Every adverse record, measure, entry and publication has a maximum end fixed in the rule, and ends by itself.',
  },
  source: 'Three years usual in market regulation; draft repair rules 2025; N1',
  judge(view, report) {
    for (const [id, list] of view.cards.list) {
      judgeEnds(id, list, report);
      judgeGrounds({ view, id, list, report });
      list.ends.forEach((end, index) => {
        judgeEnd({ view, id, list, report }, end, index);
      });
    }
    for (const [id, measure] of view.cards.measure) {
      judgeMeasure(view, id, measure, report);
      judgeOrder(view, id, measure, report);
    }
    for (const [id, item] of view.cards.item) {
      if (!isAdverseItem(view.draft, item)) continue;
      judgeItem(id, item, report);
      judgePublicity(view, item, report);
    }
  },
};

type End = List['ends'][number];

interface Judged {
  readonly view: GuardView;
  readonly id: string;
  readonly list: List;
  readonly report: ReportBreach;
}

function judgeEnds(id: string, list: List, report: ReportBreach): void {
  const ways = list.ends.flatMap(({ by }) => by);
  if (!ways.includes('time') && !ways.includes('status')) {
    report(placeOf('list', id, 'ends'), {
      code: 'never-ends',
      message: 'An entry ends by itself, by time or with the duty it is tied to (G31).',
      accepted: '{by: time, after: P36M, renew: none}',
      repair: 'Add an end by time.',
    });
  }
  if (!ways.includes('annulment')) {
    report(placeOf('list', id, 'ends'), {
      code: 'never-ends',
      message: 'An entry falls with the decision it rests on.',
      accepted: '{by: [annulment, ...]}',
      repair: 'Add annulment.',
    });
  }
}

function judgeEnd({ view, id, list, report }: Judged, end: End, index: number): void {
  const { limits } = view;
  type Rest = Partial<Pick<Breach, 'found' | 'limit'>>;
  const refuse = (field: string, message: string, accepted: string, rest: Rest = {}): void => {
    report(placeOf('list', id, 'ends', index, field), {
      code: 'never-ends',
      message,
      accepted,
      repair: `Write ${field}: ${accepted}.`,
      ...rest,
    });
  };
  if (end.by === 'time') {
    const byLaw = view.cited(list.basis).some(({ source }) => longerRanks.includes(source.rank));
    const limit = byLaw ? 'listTermByLaw' : 'listTerm';
    const most = writeLimit(limits[limit]);
    if (typeof end.after === 'string') {
      const found = end.after;
      refuse('after', 'The entry has no end that a calendar knows.', most, { found });
    } else if (isLonger(end.after, limits[limit].atMost)) {
      const found = formatPeriod(end.after);
      refuse('after', 'The entry lasts longer than any article lets it.', most, { found, limit });
    }
    if (end.renew === 'same_document' || end.renew === 'while_circumstances_persist') {
      refuse('renew', 'It would begin again without a new decision.', 'none | new_document', {
        found: end.renew,
      });
    }
  }
  if (end.by !== 'status') return;
  const { sanction } = list.trigger;
  if (sanction !== 'open_duty' && sanction !== 'adjudicated_duty') {
    refuse('duty', 'The entry is tied to no open duty of the subject (N1).', 'an end by time', {
      found: sanction,
    });
  }
  if (isLonger(end.decideAgainAfter, limits.listTermByLaw.atMost)) {
    const most = `${writeLimit(limits.listTermByLaw)} or shorter`;
    refuse('decide-again-after', 'Nobody would decide afresh in time (N1).', most, {
      found: formatPeriod(end.decideAgainAfter),
      limit: 'listTermByLaw',
    });
  }
  if (end.exitWithin.workingDays > limits.openDutyExitWorkingDays.atMost) {
    refuse(
      'exit-within',
      'The entry would outlast the proof that the duty is done (N1).',
      `{working-days: ${writeLimit(limits.openDutyExitWorkingDays)}}`,
      { found: String(end.exitWithin.workingDays), limit: 'openDutyExitWorkingDays' },
    );
  }
  if (isLonger(end.confirmEvery, limits.openDutyConfirmed.atMost)) {
    refuse(
      'confirm-every',
      'An official would confirm too seldom that the duty is open (N1).',
      `${writeLimit(limits.openDutyConfirmed)} or shorter`,
      { found: formatPeriod(end.confirmEvery), limit: 'openDutyConfirmed' },
    );
  }
}

/** A ground with a term of its own, and what may be added to it, stay under what a law allows. */
function judgeGrounds({ view, id, list, report }: Judged): void {
  const limit = view.limits.listTermByLaw;
  list.enforcement?.grounds.forEach(({ ends }, index) => {
    if (ends.by !== 'time') return;
    const most = ends.extension?.atMost;
    const added = most !== undefined && most.unit === ends.after.unit ? most.count : 0;
    const longest = { ...ends.after, count: ends.after.count + added };
    if (!isLonger(longest, limit.atMost)) return;
    report(placeOf('list', id, 'enforcement', 'grounds', index, 'ends'), {
      code: 'never-ends',
      message: 'The entry lasts longer than any article lets it.',
      accepted: writeLimit(limit),
      repair: `Write after: ${writeLimit(limit)}.`,
      found: formatPeriod(longest),
      limit: 'listTermByLaw',
    });
  });
}

/** An order that a duty keeps open is confirmed in time, and ends all the same. */
function judgeOrder(
  view: GuardView,
  id: string,
  { order }: CardOf<'measure'>,
  report: ReportBreach,
): void {
  if (order === undefined) return;
  const bounds = [
    ['ends-after', order.endsAfter, 'listTermByLaw'],
    ['confirm-every', order.confirmEvery, 'openDutyConfirmed'],
  ] as const;
  for (const [field, found, limit] of bounds) {
    if (!isLonger(found, view.limits[limit].atMost)) continue;
    report(placeOf('measure', id, 'order', field), {
      code: 'never-ends',
      message: 'The entry lasts longer than any article lets it.',
      accepted: writeLimit(view.limits[limit]),
      repair: `Write ${field}: ${writeLimit(view.limits[limit])}.`,
      found: formatPeriod(found),
      limit,
    });
  }
}

function judgeMeasure(
  view: GuardView,
  id: string,
  measure: CardOf<'measure'>,
  report: ReportBreach,
): void {
  if (measure.class === 'III') return;
  const problem = problemOf(view, measure) ?? lengthOf(view, measure);
  if (problem === undefined) return;
  report(placeOf('measure', id, 'term'), {
    code: 'never-ends',
    message: problem,
    accepted: '{at-most: P3Y} | {none: {source, at}} with depends-on: entry',
    repair: 'Say after what time it ends by itself.',
  });
}

function problemOf(view: GuardView, measure: CardOf<'measure'>): string | undefined {
  const { term, dependsOn, touches } = measure;
  if (typeof term === 'string') return 'The measure has no end that a calendar knows.';
  if ('none' in term) {
    if (dependsOn === 'none') return 'The measure lasts as long as nothing it is tied to.';
    return isListed(view, measure)
      ? undefined
      : 'No list brings the measure, so no end of an entry ends it.';
  }
  if (!('lifelong' in term)) return undefined;
  if (term.lifelong === 'none') return 'The measure is lifelong and no law says so.';
  const lawful = view.cited([term.lifelong]).some(({ source }) => source.rank === 'law');
  return lawful && touches.includes('licences')
    ? undefined
    : 'Only a law makes a measure lifelong, for a licence in the same trade.';
}

function judgeItem(id: string, item: CardOf<'item'>, report: ReportBreach): void {
  const refuse = (path: Path, message: string, accepted: string, found?: string): void => {
    report(placeOf('item', id, ...path), {
      code: 'never-ends',
      message,
      accepted,
      repair: `Write ${accepted}.`,
      ...(found === undefined ? {} : { found }),
    });
  };
  if (item.term !== 'severity') {
    const message = 'What burdens a subject ends by itself (G31); this term has no end of its own.';
    refuse(['term'], message, 'severity', item.term);
  }
  if (item.retention === undefined) {
    const message = 'An adverse record is erased one day (N9); retention is missing.';
    refuse([], message, 'retention: {from, at-most, basis, confidence}');
  }
  if (item.whenEnded === 'entered_again') {
    const message = 'When its time is over the same record would begin anew.';
    refuse(['when-ended'], message, 'closed_archive', item.whenEnded);
  }
}

/** Whether some list brings the measure, or it hangs on one. */
function isListed({ cards }: GuardView, { measure, follows }: CardOf<'measure'>): boolean {
  if (follows !== undefined) return follows.list !== undefined;
  return [...cards.list.values()].some(({ effect }) => effect.measures.includes(measure));
}

/** A long term stands in law; the longest are for a licence in the same trade. */
function lengthOf(
  view: GuardView,
  { term, basis, touches }: CardOf<'measure'>,
): string | undefined {
  const { listTerm, listTermByLaw } = view.limits;
  if (typeof term !== 'object' || !('atMost' in term)) return undefined;
  const ranks = view.cited(basis).map(({ source }) => source.rank);
  if (isLonger(term.atMost, listTermByLaw.atMost)) {
    return ranks.includes('law') && touches.includes('licences')
      ? undefined
      : 'Only a law bars for so long, and from a licence in the same trade alone.';
  }
  const byLaw = ranks.some((rank) => longerRanks.includes(rank));
  return byLaw || !isLonger(term.atMost, listTerm.atMost)
    ? undefined
    : 'The measure lasts longer than any article lets it.';
}

/** The term of a record stands in the value of its class. */
function judgePublicity(view: GuardView, item: CardOf<'item'>, report: ReportBreach): void {
  const { listTerm, listTermByLaw } = view.limits;
  for (const [severity, id] of Object.entries(item.publicity ?? {})) {
    if (view.gravityOf(severity) === 0) continue;
    view.cards.value.get(id)?.values.forEach(({ max, basis }, index) => {
      if (max === undefined) return;
      const byLaw = view.cited(basis).some(({ source }) => longerRanks.includes(source.rank));
      const limit = byLaw ? 'listTermByLaw' : 'listTerm';
      if (!isLonger(max, (byLaw ? listTermByLaw : listTerm).atMost)) return;
      report(placeOf('value', id, 'values', index, 'max'), {
        code: 'never-ends',
        message: 'Records would be shown longer than any article lets them.',
        found: formatPeriod(max),
        accepted: `${writeLimit(view.limits[limit])} or shorter`,
        repair: 'Shorten the term.',
        limit,
      });
    });
  }
}
