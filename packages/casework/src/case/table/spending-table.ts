import type { SpendingState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done in an order about the spending of a unit. */
export type SpendingAct =
  | 'noticed'
  | 'served'
  | 'service-failed'
  | 'stated'
  | 'waived'
  | 'drafted'
  | 'reviewed'
  | 'returned'
  | 'approved'
  | 'dropped'
  | 'conflict-declared'
  | 'grace-given'
  | 'duty-open'
  | 'stayed'
  | 'stay-lifted'
  | 'release-asked'
  | 'release-consented'
  | 'release-found'
  | 'allowance-asked'
  | 'allowance-granted'
  | 'allowance-refused'
  | 'removed';

const law = ['order-lawful', 'basis-in-force', 'effective-document', 'desks-closed'] as const;
const heard = ['notice-reached', 'window-over'] as const;
const signs = ['another-role', 'without-conflict'] as const;

const notice = to<SpendingState>(
  'noticed',
  ['officer'],
  [...law, 'notice-complete', 'without-conflict'],
);
const attempt = note(['officer'], ['service-counts', 'not-done-yet']);
const declare = note(['officer', 'reviewer', 'approver']);
const grace = note(['officer'], ['grace-allowed', 'without-conflict']);
const drop = to<SpendingState>('closed', ['officer']);
const back = to<SpendingState>('noticed', ['reviewer', 'approver'], signs);
const decide = note(['officer'], ['allowance-open', 'not-over', 'without-conflict']);
const releasing = ['release-known', 'not-over', 'not-done-yet'] as const;

const nothing = {
  noticed: no,
  served: no,
  'service-failed': no,
  stated: no,
  waived: no,
  drafted: no,
  reviewed: no,
  returned: no,
  approved: no,
  dropped: no,
  'conflict-declared': no,
  'grace-given': no,
  'duty-open': no,
  stayed: no,
  'stay-lifted': no,
  'release-asked': no,
  'release-consented': no,
  'release-found': no,
  'allowance-asked': no,
  'allowance-granted': no,
  'allowance-refused': no,
  removed: no,
} as const;

/** The same road as a listing, without a hearing; it binds the unit, and eases on application. */
export const spendingTable: Table<SpendingState, SpendingAct> = {
  proposed: {
    ...nothing,
    noticed: notice,
    dropped: drop,
    'conflict-declared': declare,
    'grace-given': grace,
  },
  noticed: {
    ...nothing,
    noticed: notice,
    served: attempt,
    'service-failed': attempt,
    stated: note(['subject', 'creditor', 'named-person']),
    waived: note(['subject'], ['notice-reached', 'not-done-yet']),
    drafted: to(
      'drafted',
      ['officer'],
      [...law, ...heard, 'points-answered', 'ways-out-told', 'without-conflict'],
    ),
    dropped: drop,
    'conflict-declared': declare,
    'grace-given': grace,
  },
  drafted: {
    ...nothing,
    reviewed: to('reviewed', ['reviewer'], [...law, ...heard, ...signs]),
    returned: back,
    dropped: drop,
    'conflict-declared': declare,
    'grace-given': grace,
  },
  reviewed: {
    ...nothing,
    returned: back,
    approved: to('approved', ['approver'], [...law, ...heard, ...signs, 'grace-over']),
    dropped: drop,
    'conflict-declared': declare,
    'grace-given': grace,
  },
  approved: {
    ...nothing,
    served: to('served', ['officer'], ['service-counts', 'grace-over']),
    'service-failed': attempt,
    dropped: drop,
    'conflict-declared': declare,
    'grace-given': grace,
  },
  served: {
    ...nothing,
    'conflict-declared': declare,
    'duty-open': note(['officer'], ['not-over', 'without-conflict']),
    stayed: note(['officer', 'review-unit'], ['not-over', 'not-done-yet', 'somebody-turned-to-it']),
    'stay-lifted': note(['officer', 'review-unit'], ['stands-stayed']),
    'release-asked': note(['subject', 'creditor', 'named-person'], releasing),
    'release-consented': note(['creditor'], releasing),
    'release-found': note(['officer'], [...releasing, 'release-proven', 'without-conflict']),
    'allowance-asked': note(['subject', 'named-person'], ['allowance-lawful', 'not-over']),
    'allowance-granted': decide,
    'allowance-refused': decide,
    removed: to('closed', ['officer', 'review-unit'], ['somebody-turned-to-it']),
  },
  closed: nothing,
};
