import type { RepairState } from '../case.ts';
import { urgent } from './objection-table.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done about "I have put it right". */
export type RepairAct =
  | 'condition-shown'
  | 'pledged'
  | 'completion-asked'
  | 'checked'
  | 'extended'
  | 'urgently-reviewed'
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'shielded'
  | 'shield-lifted'
  | 'noticed'
  | 'served'
  | 'service-failed'
  | 'stated'
  | 'waived'
  | 'drafted'
  | 'returned'
  | 'approved'
  | 'dropped'
  | 'conflict-declared';

const show = note(['subject', 'officer', 'platform'], ['condition-is-asked']);
const pledge = note(['subject'], ['not-done-yet']);
const complete = note(['platform', 'officer'], ['lodged']);
const extend = note(['officer'], ['lodged', 'extended-once']);
const grant = to<RepairState>(
  'granted',
  ['officer', 'superior'],
  ['lodged', 'every-condition-met', 'desk-is-late', 'without-conflict'],
);
const refuse = to<RepairState>(
  'refused',
  ['officer', 'superior'],
  ['lodged', 'grounds-all-named', 'desk-is-late', 'without-conflict'],
);
const withdraw = to<RepairState>('closed', ['subject']);
const shield = note(['officer'], ['not-done-yet']);
const unshield = note(['officer'], ['shielded-now']);
const declare = note(['officer', 'reviewer', 'approver']);
const notice = to<RepairState>(
  'void-noticed',
  ['officer'],
  ['notice-complete', 'without-conflict'],
);
const attempt = note(['officer'], ['service-counts', 'not-done-yet']);
/** Opened in the inbox by the subject itself, with its consent. */
const received = note(['officer', 'subject'], ['service-counts', 'not-done-yet']);
const signs = ['another-role', 'without-conflict'] as const;

const nothing = {
  'condition-shown': no,
  pledged: no,
  'completion-asked': no,
  checked: no,
  extended: no,
  'urgently-reviewed': no,
  granted: no,
  refused: no,
  withdrawn: no,
  shielded: no,
  'shield-lifted': no,
  noticed: no,
  served: no,
  'service-failed': no,
  stated: no,
  waived: no,
  drafted: no,
  returned: no,
  approved: no,
  dropped: no,
  'conflict-declared': no,
} as const;

/** Prepared, lodged by itself on its first day, decided; taken back only by a procedure of its own. */
export const repairTable: Table<RepairState, RepairAct> = {
  prepared: {
    'condition-shown': show,
    pledged: pledge,
    'completion-asked': complete,
    checked: to('forwarded', ['platform'], ['lodged']),
    extended: extend,
    'urgently-reviewed': urgent,
    granted: grant,
    refused: refuse,
    withdrawn: withdraw,
    shielded: shield,
    'shield-lifted': unshield,
    noticed: no,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    drafted: no,
    returned: no,
    approved: no,
    dropped: no,
    'conflict-declared': declare,
  },
  forwarded: {
    'condition-shown': show,
    pledged: pledge,
    'completion-asked': complete,
    checked: no,
    extended: extend,
    'urgently-reviewed': urgent,
    granted: grant,
    refused: refuse,
    withdrawn: withdraw,
    shielded: shield,
    'shield-lifted': unshield,
    noticed: no,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    drafted: no,
    returned: no,
    approved: no,
    dropped: no,
    'conflict-declared': declare,
  },
  granted: {
    'condition-shown': no,
    pledged: no,
    'completion-asked': no,
    checked: no,
    extended: no,
    'urgently-reviewed': no,
    granted: no,
    refused: no,
    withdrawn: no,
    shielded: no,
    'shield-lifted': no,
    noticed: notice,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    drafted: no,
    returned: no,
    approved: no,
    dropped: no,
    'conflict-declared': declare,
  },
  'void-noticed': {
    'condition-shown': no,
    pledged: no,
    'completion-asked': no,
    checked: no,
    extended: no,
    'urgently-reviewed': no,
    granted: no,
    refused: no,
    withdrawn: no,
    shielded: no,
    'shield-lifted': no,
    noticed: notice,
    served: received,
    'service-failed': attempt,
    stated: note(['subject']),
    waived: note(['subject'], ['notice-reached', 'not-done-yet']),
    drafted: to(
      'void-drafted',
      ['officer'],
      ['notice-reached', 'window-over', 'points-answered', 'ways-out-told', 'without-conflict'],
    ),
    returned: no,
    approved: no,
    dropped: to('granted', ['officer']),
    'conflict-declared': declare,
  },
  'void-drafted': {
    'condition-shown': no,
    pledged: no,
    'completion-asked': no,
    checked: no,
    extended: no,
    'urgently-reviewed': no,
    granted: no,
    refused: no,
    withdrawn: no,
    shielded: no,
    'shield-lifted': no,
    noticed: no,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    drafted: no,
    returned: to('void-noticed', ['approver'], signs),
    approved: to('voided', ['approver'], ['notice-reached', 'window-over', ...signs]),
    dropped: to('granted', ['officer']),
    'conflict-declared': declare,
  },
  voided: {
    'condition-shown': no,
    pledged: no,
    'completion-asked': no,
    checked: no,
    extended: no,
    'urgently-reviewed': no,
    granted: no,
    refused: no,
    withdrawn: no,
    shielded: no,
    'shield-lifted': no,
    noticed: no,
    served: received,
    'service-failed': attempt,
    stated: no,
    waived: no,
    drafted: no,
    returned: no,
    approved: no,
    dropped: no,
    'conflict-declared': no,
  },
  refused: nothing,
  closed: nothing,
};
