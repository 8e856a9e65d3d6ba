import type { AppealState, ObjectionState, ReplyState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done about "this is wrong". */
export type ObjectionAct =
  'checked' | 'extended' | 'urgently-reviewed' | 'answered' | 'withdrawn' | 'conflict-declared';

const answer = to<ObjectionState>(
  'answered',
  ['officer', 'superior'],
  ['points-answered', 'desk-is-late', 'without-conflict'],
);
const extend = note(['officer'], ['extended-once']);
const declare = note(['officer', 'superior']);
/** Taken back by whoever lodged it, and by nobody else it touches. */
const withdraw = to<ObjectionState>(
  'closed',
  ['subject', 'creditor', 'third-party', 'other-subject'],
  ['lodged-by-oneself'],
);
/** Another unit looks at once at what lateness may not lift. */
export const urgent = note(['review-unit', 'superior'], ['urgent-review-open', 'without-conflict']);

/** The mark stands from the first day; the check and the answer have clocks of their own. */
export const objectionTable: Table<ObjectionState, ObjectionAct> = {
  open: {
    checked: to('checked', ['platform']),
    extended: extend,
    'urgently-reviewed': urgent,
    answered: answer,
    withdrawn: withdraw,
    'conflict-declared': declare,
  },
  checked: {
    checked: no,
    extended: extend,
    'urgently-reviewed': urgent,
    answered: answer,
    withdrawn: withdraw,
    'conflict-declared': declare,
  },
  answered: {
    checked: no,
    extended: no,
    'urgently-reviewed': no,
    answered: no,
    withdrawn: no,
    'conflict-declared': no,
  },
  closed: {
    checked: no,
    extended: no,
    'urgently-reviewed': no,
    answered: no,
    withdrawn: no,
    'conflict-declared': no,
  },
};

/** What may be done in an appeal. */
export type AppealAct =
  | 'stayed'
  | 'stay-lifted'
  | 'extended'
  | 'urgently-reviewed'
  | 'hearing-asked'
  | 'hearing-set'
  | 'hearing-held'
  | 'allowed'
  | 'dismissed'
  | 'withdrawn'
  | 'conflict-declared';

const elsewhere = ['another-unit', 'without-conflict'] as const;

/** Decided by another unit than the one that decided before; it may put the effect off meanwhile. */
export const appealTable: Table<AppealState, AppealAct> = {
  open: {
    stayed: note(['review-unit'], ['not-done-yet', ...elsewhere]),
    'stay-lifted': note(['review-unit'], ['stands-stayed', ...elsewhere]),
    extended: note(['review-unit'], ['extended-once']),
    'urgently-reviewed': urgent,
    'hearing-asked': note(['subject', 'creditor'], ['hearing-asked-in-time', 'not-done-yet']),
    'hearing-set': note(
      ['review-unit'],
      ['hearing-called-in-time', 'presides-without-part', 'not-done-yet', ...elsewhere],
    ),
    'hearing-held': note(
      ['review-unit'],
      ['presides-without-part', 'day-has-come', 'not-done-yet', ...elsewhere],
    ),
    allowed: to('allowed', ['review-unit'], ['hearing-held', 'points-answered', ...elsewhere]),
    dismissed: to('dismissed', ['review-unit'], ['hearing-held', 'points-answered', ...elsewhere]),
    withdrawn: to('closed', ['subject', 'creditor', 'other-subject'], ['lodged-by-oneself']),
    'conflict-declared': note(['review-unit', 'superior']),
  },
  allowed: {
    stayed: no,
    'stay-lifted': no,
    extended: no,
    'urgently-reviewed': no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    allowed: no,
    dismissed: no,
    withdrawn: no,
    'conflict-declared': no,
  },
  dismissed: {
    stayed: no,
    'stay-lifted': no,
    extended: no,
    'urgently-reviewed': no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    allowed: no,
    dismissed: no,
    withdrawn: no,
    'conflict-declared': no,
  },
  closed: {
    stayed: no,
    'stay-lifted': no,
    extended: no,
    'urgently-reviewed': no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    allowed: no,
    dismissed: no,
    withdrawn: no,
    'conflict-declared': no,
  },
};

/** What may be done about a reply beside a record. */
export type ReplyAct = 'withdrawn';

/** It stands as long as its subject likes and what it replies to does. */
export const replyTable: Table<ReplyState, ReplyAct> = {
  shown: { withdrawn: to('closed', ['subject']) },
  closed: { withdrawn: no },
};
