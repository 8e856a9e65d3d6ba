import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

/** Those who keep the machine running; they have no standing access. */
const maintainers = ['vendor_support', 'administrator', 'database_administrator', 'operator'];

/** Nobody alters or deletes a record in place; a correction is a new entry with its reason and two names. */
export const g41: Guard = {
  id: 'G41',
  title: { zh: '不得悄悄改动', en: 'No quiet change' },
  why: {
    zh: '任何人都不能就地修改或者删除记录；更正是写明理由、两人签名的新条目。',
    en: 'Nobody alters or deletes a record in place; a correction is a new entry with its reason and two names.',
  },
  source: 'Horizon: [2019] EWHC 3408 (QB)',
  judge(view, report) {
    for (const [id, operation] of view.cards.operation) {
      const refuse = (field: string, message: string, accepted: string): void => {
        report(placeOf('operation', id, field), {
          code: 'change-hidden',
          message,
          accepted,
          repair: `Write ${field}: ${accepted}.`,
        });
      };
      if (operation.does === 'change_in_place' || operation.does === 'delete') {
        refuse('does', 'A record would be altered or deleted in place.', 'append_entry');
      }
      if (operation.does === 'read') continue;
      if (operation.journal === 'none') refuse('journal', 'It would leave no trace.', 'entry');
      if (operation.reason === 'none') refuse('reason', 'No reason is written down.', 'required');
      if (operation.access === 'standing' && maintainers.includes(operation.by)) {
        refuse('access', 'Those who maintain the platform have no standing access.', '{days: 1}');
      }
    }
    for (const [id, { handPicked }] of view.cards['inspection-plan']) {
      if (handPicked === 'none') continue;
      if (handPicked.recordedAs === 'hand_picked' && handPicked.journal === 'entry') continue;
      report(placeOf('inspection-plan', id, 'hand-picked'), {
        code: 'change-hidden',
        message: 'The record would say something else than what was done.',
        accepted: '{reason: required, recorded-as: hand_picked, journal: entry}',
        repair: 'Record what was done, with its reason.',
      });
    }
  },
};
