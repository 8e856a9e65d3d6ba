import type { CardOf } from '../card/card-kinds.ts';
import type { Guard } from './guard.ts';
import { writeLimit } from './limits.ts';
import { placeOf } from './view.ts';

/** Everything that ends with a record on the same day. */
const allEnds: CardOf<'repair'>['ends'] = ['publicity', 'measures', 'copies', 'indexes', 'inputs'];

/** On the day of removal, repair or annulment every dependent measure, copy and derived result ends too; no list is kept on the side. */
export const g33: Guard = {
  id: 'G33',
  title: { zh: '移出要彻底', en: 'Removal goes all the way' },
  why: {
    zh: '移出、修复或者撤销的当天，所有附随措施、副本和计算结果同时结束；不得另留工作名单。',
    en: 'On the day of removal, repair or annulment every dependent measure, copy and derived result ends too; no list is kept on the side.',
  },
  source: 'ICO on the Gangs Matrix, 2018; N8',
  judge(view, report) {
    for (const [id, { recall, receipts }] of view.cards.sharing) {
      if (recall === 'none' || !isSoon(recall, view.limits.recallDays.atMost)) {
        report(placeOf('sharing', id, 'recall'), {
          code: 'removal-partial',
          message: 'Copies would outlive the record they were made of.',
          accepted: `at_once | {working-days: ${writeLimit(view.limits.recallDays)}}`,
          repair: 'Call copies back in time.',
          limit: 'recallDays',
        });
      }
      if (receipts === 'none') {
        report(placeOf('sharing', id, 'receipts'), {
          code: 'removal-partial',
          message: 'Nobody would know whether a recipient has ended its copy.',
          found: receipts,
          accepted: 'required',
          repair: 'Demand a receipt of every recall.',
        });
      }
    }
    for (const [id, repair] of view.cards.repair) {
      const left = allEnds.filter((end) => !repair.ends.includes(end));
      if (left.length === 0) continue;
      report(placeOf('repair', id, 'ends'), {
        code: 'removal-partial',
        message: `After the repair these would go on: ${left.join(', ')}.`,
        found: repair.ends.join(', '),
        accepted: allEnds.join(', '),
        repair: 'End all of them on the same day.',
      });
    }
    for (const [id, measure] of view.cards.measure) {
      if (measure.class === 'III' || measure.dependsOn !== 'none') continue;
      report(placeOf('measure', id, 'depends-on'), {
        code: 'removal-partial',
        message: 'The measure would go on after the entry or decision it rests on has ended.',
        found: 'none',
        accepted: 'entry | decision',
        repair: 'Tie it to the entry or the decision.',
      });
    }
  },
};

function isSoon(recall: Exclude<CardOf<'sharing'>['recall'], 'none'>, days: number): boolean {
  if (recall === 'at-once') return true;
  return (recall.unit === 'working-days' || recall.unit === 'days') && recall.count <= days;
}
