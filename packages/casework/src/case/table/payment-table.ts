import type { PaymentComplaintState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done about a complaint that somebody pays late. */
export type PaymentComplaintAct =
  | 'checked'
  | 'accepted'
  | 'declined'
  | 'noticed'
  | 'stated'
  | 'waived'
  | 'extended'
  | 'confirmed'
  | 'duty-open'
  | 'found'
  | 'returned'
  | 'approved'
  | 'served'
  | 'service-failed'
  | 'paid'
  | 'withdrawn'
  | 'conflict-declared';

const heard = ['notice-reached', 'window-over'] as const;
const late = ['desk-is-late', 'without-conflict'] as const;
const signs = ['another-role', 'without-conflict'] as const;
const decline = to<PaymentComplaintState>('closed', ['officer'], ['without-conflict']);
const extend = note(['officer'], ['extended-once']);
const declare = note(['officer', 'superior', 'approver']);
const withdraw = to<PaymentComplaintState>('closed', ['creditor']);
const pay = note(['subject', 'creditor']);
const confirm = note(['subject'], ['not-done-yet']);
/** Somebody has looked and it is still not paid; without that it shows no longer. */
const open = note(['officer'], ['without-conflict']);

const notice = to<PaymentComplaintState>(
  'noticed',
  ['officer', 'superior'],
  ['notice-complete', ...late],
);
const attempt = note(['officer', 'superior'], ['service-counts', 'not-done-yet']);

const nothing = {
  checked: no,
  accepted: no,
  declined: no,
  noticed: no,
  stated: no,
  waived: no,
  extended: no,
  confirmed: no,
  'duty-open': no,
  found: no,
  returned: no,
  approved: no,
  served: no,
  'service-failed': no,
  paid: no,
  withdrawn: no,
  'conflict-declared': no,
} as const;

/** Forwarded, accepted, found, approved by another, served. Before that nobody else sees it. */
export const paymentComplaintTable: Table<PaymentComplaintState, PaymentComplaintAct> = {
  open: {
    ...nothing,
    checked: to('referred', ['platform']),
    accepted: to('accepted', ['officer'], ['without-conflict']),
    declined: decline,
    paid: pay,
    withdrawn: withdraw,
    'conflict-declared': declare,
  },
  referred: {
    ...nothing,
    accepted: to('accepted', ['officer'], ['without-conflict']),
    declined: decline,
    paid: pay,
    withdrawn: withdraw,
    'conflict-declared': declare,
  },
  accepted: {
    ...nothing,
    noticed: notice,
    extended: extend,
    paid: pay,
    withdrawn: withdraw,
    'conflict-declared': declare,
  },
  noticed: {
    ...nothing,
    noticed: notice,
    served: attempt,
    'service-failed': attempt,
    stated: note(['subject', 'creditor']),
    waived: note(['subject'], ['notice-reached', 'not-done-yet']),
    extended: extend,
    confirmed: confirm,
    'duty-open': open,
    found: to(
      'found',
      ['officer', 'superior'],
      [...heard, 'payment-due', 'basis-in-force', 'points-answered', 'ways-out-told', ...late],
    ),
    paid: pay,
    withdrawn: withdraw,
    'conflict-declared': declare,
  },
  found: {
    ...nothing,
    confirmed: confirm,
    'duty-open': open,
    returned: to('noticed', ['approver', 'superior'], signs),
    approved: to('approved', ['approver', 'superior'], [...heard, ...signs]),
    paid: pay,
    withdrawn: withdraw,
    'conflict-declared': declare,
  },
  approved: {
    ...nothing,
    'duty-open': open,
    served: to('served', ['officer', 'superior'], ['service-counts']),
    'service-failed': attempt,
    paid: pay,
  },
  served: {
    ...nothing,
    'duty-open': open,
    paid: to('paid', ['creditor', 'officer'], ['paid-in-full']),
  },
  paid: nothing,
  closed: nothing,
};
