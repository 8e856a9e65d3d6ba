import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

/** Conditions that somebody else sells. */
const paidFor = ['paid_course', 'named_agency', 'certificate'];

/** Own report, objection, repair, removal and appeal cost nothing and need no paid intermediary or course. */
export const g46: Guard = {
  id: 'G46',
  title: { zh: '不收费', en: 'Free of charge' },
  why: {
    zh: '查询自己的报告、异议、修复、移出和复核都不收费，也不要求付费中介或者付费课程。',
    en: 'Own report, objection, repair, removal and appeal cost nothing and need no paid intermediary or course.',
  },
  source: 'Right to repair; GDPR art. 12(5)',
  judge(view, report) {
    const refuse = (place: Parameters<typeof report>[0], found: string): void => {
      report(place, {
        code: 'not-free',
        message: 'A right would cost money, or need somebody who is paid.',
        found,
        accepted: 'none',
        repair: 'Make it free, without an intermediary.',
      });
    };
    for (const { kind, id, remedies } of view.actions) {
      if (remedies === undefined || remedies.fee === 'none') continue;
      refuse(placeOf(kind, id, 'remedies', 'fee'), remedies.fee);
    }
    for (const [id, { fee, conditions }] of view.cards.repair) {
      if (fee !== 'none') refuse(placeOf('repair', id, 'fee'), fee);
      conditions.forEach((condition, index) => {
        if (paidFor.includes(condition))
          refuse(placeOf('repair', id, 'conditions', index), condition);
      });
    }
    for (const [id, { fee }] of view.cards.pledge) {
      if (fee !== 'none') refuse(placeOf('pledge', id, 'fee'), fee);
    }
    for (const [id, { reader, price }] of view.cards.query) {
      if (reader === 'subject' && price !== 'none') refuse(placeOf('query', id, 'price'), price);
    }
  },
};
