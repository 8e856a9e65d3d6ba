import type { MeasureState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What a body may do with a measure it was given. */
export type MeasureAct =
  'accepted' | 'declined' | 'executed' | 'lifted' | 'withdrawn' | 'conflict-declared';

const bearable = ['cause-in-effect', 'burden-bearable'] as const;
const withdraw = to<MeasureState>('closed', ['officer']);
const decline = to<MeasureState>('declined', ['body']);
const nothing = {
  accepted: no,
  declined: no,
  executed: no,
  lifted: no,
  withdrawn: no,
  'conflict-declared': no,
} as const;

/** A task for one body: taken, refused with its article, carried out, reported as lifted. */
export const measureTable: Table<MeasureState, MeasureAct> = {
  assigned: {
    accepted: to('accepted', ['body'], bearable),
    declined: decline,
    executed: no,
    lifted: no,
    withdrawn: withdraw,
    'conflict-declared': note(['body']),
  },
  accepted: {
    accepted: no,
    declined: decline,
    executed: to('executed', ['body'], [...bearable, 'without-conflict']),
    lifted: no,
    withdrawn: withdraw,
    'conflict-declared': note(['body']),
  },
  executed: {
    accepted: no,
    declined: no,
    executed: no,
    lifted: to('lifted', ['body']),
    withdrawn: no,
    'conflict-declared': no,
  },
  declined: nothing,
  lifted: nothing,
  closed: nothing,
};
