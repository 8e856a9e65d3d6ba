import { formatPeriod } from '@credence/domain';

import type { SourceRank } from '../card/source-card.ts';
import type { CardOf } from '../card/card-kinds.ts';
import { isLonger } from '../check/compare-periods.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { binds, isAdverseItem, legislativeRanks, placeOf, type GuardView } from './view.ts';

type Repair = CardOf<'repair'>;
type Way = NonNullable<CardOf<'item'>['waysOut']>[number];

/** Conditions that concern the breach itself. */
const fair: readonly Repair['conditions'][number][] = [
  'corrected',
  'paid',
  'minimum_time',
  'pledge',
  'free_course',
];

/** Ranks that may keep somebody from repair (Order 36 art. 2). */
const excluding: readonly SourceRank[] = [...legislativeRanks, 'central_policy_document'];

const neededWays: readonly { readonly oneOf: readonly Way[]; readonly why: string }[] = [
  { oneOf: ['correction'], why: 'a wrong record can be corrected from the first day (N4)' },
  { oneOf: ['repair', 'put_right', 'wait'], why: 'there is a way back for everyone (G32)' },
];

/** Unless a law excludes it by name, whoever has put it right may apply for repair; its conditions concern the breach itself. */
export const g32: Guard = {
  id: 'G32',
  title: { zh: '人人有路可回', en: 'A way back for everyone' },
  why: {
    zh: '除法律明文排除外，改正后都可以申请修复；条件只与该违法行为有关。',
    en: 'Unless a law excludes it by name, whoever has put it right may apply for repair; its conditions concern the breach itself.',
  },
  source: 'NDRC Order 58 art. 2; Guiding Opinions 2020',
  judge(view, report) {
    for (const [id, repair] of view.cards.repair) {
      judgeOpen(view, id, repair, report);
      judgeConditions(id, repair, report);
    }
    for (const [id, list] of view.cards.list) judgeList(id, list, report);
    for (const [id, item] of view.cards.item) {
      if (!isAdverseItem(view.draft, item)) continue;
      judgeItem(id, item, report);
      judgeWait(view, item, report);
    }
  },
};

function judgeOpen(view: GuardView, id: string, repair: Repair, report: ReportBreach): void {
  const { open, excludedBy } = repair;
  const byLaw =
    typeof open !== 'boolean' &&
    view.cited([open.none]).some(({ source }) => legislativeRanks.includes(source.rank));
  if (open !== true && !byLaw) {
    report(placeOf('repair', id, 'open'), {
      code: 'way-out-missing',
      message: 'Nobody may apply, and no law excludes it by name.',
      accepted: 'true | {none: {source, at}}',
      repair: 'Open it, or cite the law that excludes it.',
    });
  }
  excludedBy.forEach(({ ground, category }, index) => {
    if (ground !== 'none' && binds(view, ground, excluding)) return;
    report(placeOf('repair', id, 'excluded-by', index), {
      code: 'way-out-missing',
      message: 'Some may never apply, and no law excludes them by name.',
      found: category,
      accepted: 'ground: {source, at}',
      repair: 'Drop the exclusion, or cite the law.',
    });
  });
}

function judgeConditions(id: string, repair: Repair, report: ReportBreach): void {
  repair.conditions.forEach((condition, index) => {
    if (fair.includes(condition)) return;
    report(placeOf('repair', id, 'conditions', index), {
      code: 'way-out-missing',
      message: `${condition} has nothing to do with the breach.`,
      found: condition,
      accepted: fair.join(' | '),
      repair: 'Drop the condition.',
    });
  });
  if (repair.silence === 'refused') {
    report(placeOf('repair', id, 'silence'), {
      code: 'way-out-missing',
      message: 'An office could refuse by saying nothing.',
      found: 'refused',
      accepted: 'escalates | granted',
      repair: 'Let a late answer go to the superior.',
    });
  }
}

function judgeList(id: string, list: CardOf<'list'>, report: ReportBreach): void {
  const ways = list.ends.flatMap(({ by }) => by);
  if (!ways.includes('repair') && !ways.includes('status')) {
    report(placeOf('list', id, 'ends'), {
      code: 'way-out-missing',
      message: 'There is no way to leave the list early (G32).',
      accepted: '{by: repair, earliest: P12M}',
      repair: 'Add an end by repair.',
    });
  }
  const time = list.ends.find((end) => end.by === 'time');
  list.ends.forEach((end, index) => {
    if (end.by !== 'repair' || time?.by !== 'time' || typeof time.after === 'string') return;
    if (isLonger(time.after, end.earliest)) return;
    report(placeOf('list', id, 'ends', index, 'earliest'), {
      code: 'way-out-missing',
      message: 'Repair would open only after the entry has ended by itself.',
      accepted: 'an earlier opening',
      repair: 'Open repair earlier.',
    });
  });
}

function judgeItem(id: string, item: CardOf<'item'>, report: ReportBreach): void {
  for (const { oneOf, why } of neededWays) {
    if (oneOf.some((way) => item.waysOut?.includes(way))) continue;
    report(placeOf('item', id, ...(item.waysOut === undefined ? [] : ['ways-out'])), {
      code: 'way-out-missing',
      message: `No ${oneOf.join(' or ')} among the ways out: ${why}.`,
      accepted: oneOf.join(' | '),
      repair: `Add ${oneOf.join(' or ')} and its clock.`,
    });
  }
}

/** For all but the heaviest class repair opens in the first half of the term. */
function judgeWait(view: GuardView, item: CardOf<'item'>, report: ReportBreach): void {
  const adverse = view.edition.severities.filter((severity) => severity.adverse);
  for (const [severity, id] of Object.entries(item.publicity ?? {})) {
    const gravity = view.gravityOf(severity);
    if (gravity === 0 || gravity === adverse.length) continue;
    view.cards.value.get(id)?.values.forEach(({ min, max }, index) => {
      if (min === undefined || max === undefined) return;
      if (!isLonger({ ...min, count: min.count * 2 }, max)) return;
      report(placeOf('value', id, 'values', index, 'min'), {
        code: 'way-out-missing',
        message: 'Repair would open only in the second half of the term.',
        found: formatPeriod(min),
        accepted: `at most half of ${formatPeriod(max)}`,
        repair: 'Open repair earlier.',
      });
    });
  }
}
