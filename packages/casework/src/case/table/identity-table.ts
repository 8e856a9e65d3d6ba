import type { IdentityState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done about whose history something is. */
export type IdentityAct =
  | 'noticed'
  | 'served'
  | 'service-failed'
  | 'stated'
  | 'drafted'
  | 'returned'
  | 'approved'
  | 'dropped'
  | 'undone'
  | 'conflict-declared';

const both = ['notice-reached', 'other-reached', 'window-over'] as const;
const signs = ['another-role', 'without-conflict'] as const;
const notice = to<IdentityState>(
  'noticed',
  ['officer'],
  ['identity-known', 'basis-in-force', 'notice-complete', 'without-conflict'],
);
const attempt = note(['officer'], ['service-counts', 'not-done-yet']);
const declare = note(['officer', 'approver']);
const drop = to<IdentityState>('closed', ['officer']);

const nothing = {
  noticed: no,
  served: no,
  'service-failed': no,
  stated: no,
  drafted: no,
  returned: no,
  approved: no,
  dropped: no,
  undone: no,
  'conflict-declared': no,
} as const;

/** Both are told and heard, two decide, and it can be taken back with both histories whole. */
export const identityTable: Table<IdentityState, IdentityAct> = {
  proposed: { ...nothing, noticed: notice, dropped: drop, 'conflict-declared': declare },
  noticed: {
    ...nothing,
    noticed: notice,
    served: attempt,
    'service-failed': attempt,
    stated: note(['subject', 'other-subject']),
    drafted: to(
      'drafted',
      ['officer'],
      [
        ...both,
        'identity-known',
        'basis-in-force',
        'points-answered',
        'ways-out-told',
        'without-conflict',
      ],
    ),
    dropped: drop,
    'conflict-declared': declare,
  },
  drafted: {
    ...nothing,
    returned: to('noticed', ['approver'], signs),
    approved: to('approved', ['approver'], [...both, 'identity-known', ...signs]),
    dropped: drop,
    'conflict-declared': declare,
  },
  approved: {
    ...nothing,
    served: attempt,
    'service-failed': attempt,
    undone: to('undone', ['reviewer', 'review-unit'], ['basis-in-force', ...signs]),
  },
  undone: { ...nothing, served: attempt, 'service-failed': attempt },
  closed: nothing,
};
