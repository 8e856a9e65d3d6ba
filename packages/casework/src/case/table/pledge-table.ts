import type { PledgeState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done about a decision that is asked for on a pledge. */
export type PledgeAct =
  | 'noticed'
  | 'served'
  | 'service-failed'
  | 'pledged'
  | 'ordinary-chosen'
  | 'excluded'
  | 'granted-on-pledge'
  | 'check-set'
  | 'seen-kept'
  | 'seen-unkept'
  | 'put-right'
  | 'stated'
  | 'waived'
  | 'hearing-asked'
  | 'hearing-set'
  | 'hearing-held'
  | 'drafted'
  | 'reviewed'
  | 'returned'
  | 'approved'
  | 'mended'
  | 'conflict-declared';

const decided = [
  'notice-reached',
  'cure-over',
  'window-over',
  'hearing-held',
  'basis-in-force',
  'points-answered',
  'measures-announced',
  'ways-out-told',
  'without-conflict',
] as const;
const signs = ['another-role', 'without-conflict'] as const;
/** Before it is decided the firm goes the ordinary way whenever it likes, and gives no reason. */
const leave = to<PledgeState>('ordinary', ['subject']);
const leftOut = to<PledgeState>('ordinary', ['officer'], ['exclusion-named', 'without-conflict']);
const told = ['notice-complete', 'without-conflict'] as const;
const seen = ['seen-in-time', 'without-conflict'] as const;
const attempt = note(['officer'], ['service-counts', 'not-done-yet']);
const byOpening = note(['officer', 'subject'], ['service-counts', 'not-done-yet']);
const declare = note(['officer', 'reviewer', 'approver']);

const nothing = {
  noticed: no,
  served: no,
  'service-failed': no,
  pledged: no,
  'ordinary-chosen': no,
  excluded: no,
  'granted-on-pledge': no,
  'check-set': no,
  'seen-kept': no,
  'seen-unkept': no,
  'put-right': no,
  stated: no,
  waived: no,
  'hearing-asked': no,
  'hearing-set': no,
  'hearing-held': no,
  drafted: no,
  reviewed: no,
  returned: no,
  approved: no,
  mended: no,
  'conflict-declared': no,
} as const;

/** Told, chosen freely, decided, looked at afterwards; put right, or revoked after a hearing. */
export const pledgeTable: Table<PledgeState, PledgeAct> = {
  asked: {
    ...nothing,
    noticed: to('told', ['officer'], told),
    'granted-on-pledge': to(
      'running',
      ['officer'],
      ['kept-elsewhere', 'not-excluded', 'without-conflict'],
    ),
    'ordinary-chosen': leave,
    excluded: leftOut,
    'conflict-declared': declare,
  },
  told: {
    ...nothing,
    noticed: to('told', ['officer'], told),
    served: byOpening,
    'service-failed': attempt,
    pledged: to('pledged', ['subject'], ['notice-reached', 'not-excluded', 'pledge-worded']),
    'ordinary-chosen': leave,
    excluded: leftOut,
    'conflict-declared': declare,
  },
  pledged: {
    ...nothing,
    'granted-on-pledge': to('running', ['officer'], ['not-excluded', 'without-conflict']),
    'ordinary-chosen': leave,
    excluded: leftOut,
    'conflict-declared': declare,
  },
  running: {
    ...nothing,
    'check-set': note(['officer'], ['check-in-time', 'without-conflict']),
    'seen-kept': to('kept', ['officer'], seen),
    'seen-unkept': to('unkept', ['officer'], ['conditions-of-the-pledge', ...seen]),
    'conflict-declared': declare,
  },
  unkept: {
    ...nothing,
    noticed: to('curing', ['officer'], told),
    'put-right': note(['subject'], ['not-done-yet']),
    'seen-kept': to('kept', ['officer'], seen),
    'conflict-declared': declare,
  },
  curing: {
    ...nothing,
    noticed: to('curing', ['officer'], told),
    served: byOpening,
    'service-failed': attempt,
    'put-right': note(['subject'], ['not-done-yet']),
    'seen-kept': to('kept', ['officer'], seen),
    stated: note(['subject']),
    waived: note(['subject'], ['notice-reached', 'not-done-yet']),
    'hearing-asked': note(['subject'], ['hearing-asked-in-time', 'not-done-yet']),
    'hearing-set': note(
      ['officer'],
      ['hearing-called-in-time', 'presides-without-part', 'not-done-yet'],
    ),
    'hearing-held': note(['officer'], ['presides-without-part', 'day-has-come', 'not-done-yet']),
    drafted: to('drafted', ['officer'], decided),
    'conflict-declared': declare,
  },
  drafted: {
    ...nothing,
    reviewed: to('reviewed', ['reviewer'], signs),
    returned: to('curing', ['reviewer'], signs),
    'conflict-declared': declare,
  },
  reviewed: {
    ...nothing,
    approved: to('approved', ['approver'], signs),
    returned: to('curing', ['approver'], signs),
    'conflict-declared': declare,
  },
  approved: {
    ...nothing,
    served: to('broken', ['officer'], ['service-counts']),
    'service-failed': attempt,
  },
  broken: {
    ...nothing,
    'put-right': note(['subject'], ['not-done-yet']),
    mended: to('mended', ['officer'], ['repair-open', 'without-conflict']),
    'conflict-declared': declare,
  },
  kept: nothing,
  mended: nothing,
  ordinary: nothing,
};
