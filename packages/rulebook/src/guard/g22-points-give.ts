import type { CardOf } from '../card/card-kinds.ts';
import { essentials } from '../card/guard-words.ts';
import type { Guard, ReportBreach } from './guard.ts';
import { placeOf, type GuardView } from './view.ts';

/** Points and incentives bring extras. They take nothing, and nobody fares worse for having none. */
export const g22: Guard = {
  id: 'G22',
  alias: 'L17',
  title: { zh: '积分只奖不罚', en: 'Points only give' },
  why: {
    zh: '个人积分只用于激励，不得扣分惩戒，不得限制公共服务，不参加的人不吃亏。',
    en: 'Points are for rewards only; whoever has none fares as before.',
  },
  source: 'NDRC, 2019; work plan 2024-2025',
  judge(view, report) {
    for (const [id, points] of view.cards.points) {
      points.entries.forEach((entry, index) => {
        if (entry.points >= 0) return;
        report(placeOf('points', id, 'entries', index, 'points'), {
          code: 'points-take',
          message: `${entry.entry} takes points.`,
          found: String(entry.points),
          accepted: '0 or more',
          repair: 'Remove the entry.',
        });
      });
      if (points.neverBelow === 'none' || points.neverBelow < 0) {
        report(placeOf('points', id, 'never-below'), {
          code: 'points-take',
          message: 'Nobody has less than nothing.',
          found: String(points.neverBelow),
          accepted: '0',
          repair: 'Write never-below: 0.',
        });
      }
      points.extras.forEach(({ touches, forOthers }, index) => {
        const foreign = extra(touches);
        if (foreign.length > 0) {
          report(placeOf('points', id, 'extras', index, 'touches'), {
            code: 'points-take',
            message: 'What everybody needs, or a place in a queue, is no prize.',
            found: foreign.join(', '),
            repair: 'Remove the extra.',
          });
        }
        if (forOthers === 'unchanged') return;
        report(placeOf('points', id, 'extras', index, 'for-others'), {
          code: 'points-take',
          message: 'Those without points would fare worse than before.',
          found: forOthers,
          accepted: 'unchanged',
          repair: 'Leave everybody else as before.',
        });
      });
    }
    judgeIncentives(view, report);
  },
};

/** What everybody needs, and places in a queue. */
function extra(touches: readonly string[]): readonly string[] {
  return touches.filter(
    (one) => one === 'queues' || essentials.some((essential) => essential === one),
  );
}

/** What a law gives by conditions of its own, or what one gets and another therefore does not. */
const owedToAll: readonly CardOf<'incentive'>['touches'][number][] = [
  'licences',
  'market_entry',
  'public_tenders',
  'trade',
];

function judgeIncentives(view: GuardView, report: ReportBreach): void {
  for (const [id, incentive] of view.cards.incentive) {
    if (incentive.forOthers !== 'unchanged') {
      report(placeOf('incentive', id, 'for-others'), {
        code: 'points-take',
        message: 'A benefit for some would be a loss for all others.',
        found: incentive.forOthers,
        accepted: 'unchanged',
        repair: 'Leave everybody else as before.',
      });
    }
    const foreign = extra(incentive.touches);
    if (foreign.length > 0) {
      report(placeOf('incentive', id, 'touches'), {
        code: 'points-take',
        message: 'What everybody needs, or a place in a queue, is no prize.',
        found: foreign.join(', '),
        repair: 'Remove it.',
      });
    }
    const owed = incentive.touches.filter((one) => owedToAll.includes(one));
    if (owed.length > 0) {
      report(placeOf('incentive', id, 'touches'), {
        code: 'points-take',
        message: 'What the law gives to whoever meets its own conditions is no prize.',
        found: owed.join(', '),
        repair: 'Leave it to the law that gives it; give something besides.',
      });
    }
    if (incentive.takes.length > 0) {
      report(placeOf('incentive', id, 'takes'), {
        code: 'points-take',
        message: 'The same instrument takes something from others.',
        found: incentive.takes.map(({ measure }) => measure).join(', '),
        accepted: '[]',
        repair: 'Remove what it takes; a loss needs a measure of its own.',
      });
    }
  }
}
