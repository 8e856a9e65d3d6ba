import type { InspectionState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done about a visit of inspection. */
export type InspectionAct =
  | 'visited-clear'
  | 'visited-faults'
  | 'nobody-met'
  | 'visit-refused'
  | 'postponed'
  | 'inspector-replaced'
  | 'joined'
  | 'noticed'
  | 'served'
  | 'service-failed'
  | 'stated'
  | 'put-right'
  | 'seen-right'
  | 'seen-faulty'
  | 'referred'
  | 'decision-linked'
  | 'dropped'
  | 'conflict-declared';

const looked = ['visit-in-time', 'inspectors-of-the-visit', 'without-conflict'] as const;
const asked = ['questions-of-the-list', ...looked] as const;
const tried = note(['officer'], ['visit-in-time', 'not-done-yet', 'without-conflict']);
const attempt = note(['officer'], ['service-counts', 'not-done-yet']);
const byOpening = note(['officer', 'subject'], ['service-counts', 'not-done-yet']);
const declare = note(['officer']);
const replace = note(['officer'], ['inspector-known', 'without-conflict']);
const order = to<InspectionState>('ordered', ['officer'], ['notice-complete', 'without-conflict']);
const pass = to<InspectionState>('passed-on', ['officer'], ['without-conflict']);
const right = to<InspectionState>('corrected', ['officer'], looked);

const nothing = {
  'visited-clear': no,
  'visited-faults': no,
  'nobody-met': no,
  'visit-refused': no,
  postponed: no,
  'inspector-replaced': no,
  joined: no,
  noticed: no,
  served: no,
  'service-failed': no,
  stated: no,
  'put-right': no,
  'seen-right': no,
  'seen-faulty': no,
  referred: no,
  'decision-linked': no,
  dropped: no,
  'conflict-declared': no,
} as const;

/**
 * Arranged, visited; what was found is ordered to be put right and looked at again. What was not put
 * right is passed on: nothing adverse is decided here, and no finding becomes a record by itself.
 */
export const inspectionTable: Table<InspectionState, InspectionAct> = {
  arranged: {
    ...nothing,
    'visited-clear': to('clear', ['officer'], asked),
    'visited-faults': to('faulty', ['officer'], asked),
    'nobody-met': tried,
    'visit-refused': tried,
    postponed: note(['officer'], ['postponed-onward', 'postponement-left', 'without-conflict']),
    'inspector-replaced': replace,
    joined: note(['officer'], ['joins-a-draw']),
    dropped: to('closed', ['officer'], ['without-conflict']),
    'conflict-declared': declare,
  },
  faulty: {
    ...nothing,
    noticed: order,
    referred: pass,
    'conflict-declared': declare,
  },
  ordered: {
    ...nothing,
    noticed: order,
    served: byOpening,
    'service-failed': attempt,
    stated: note(['subject']),
    'put-right': note(['subject'], ['not-done-yet']),
    'inspector-replaced': replace,
    'seen-right': right,
    'seen-faulty': to('uncorrected', ['officer'], ['correction-over', ...asked]),
    'conflict-declared': declare,
  },
  uncorrected: {
    ...nothing,
    'put-right': note(['subject'], ['not-done-yet']),
    'inspector-replaced': replace,
    'seen-right': right,
    referred: pass,
    'conflict-declared': declare,
  },
  'passed-on': {
    ...nothing,
    'decision-linked': note(['officer'], ['record-of-subject', 'without-conflict']),
    'conflict-declared': declare,
  },
  clear: nothing,
  corrected: nothing,
  closed: nothing,
};
