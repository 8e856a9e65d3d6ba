import type { ListingState } from '../case.ts';
import { no, note, to, type Table } from './table.ts';

/** What may be done in a listing. */
export type ListingAct =
  | 'noticed'
  | 'served'
  | 'service-failed'
  | 'stated'
  | 'waived'
  | 'hearing-asked'
  | 'hearing-set'
  | 'hearing-held'
  | 'drafted'
  | 'reviewed'
  | 'returned'
  | 'approved'
  | 'dropped'
  | 'conflict-declared'
  | 'duty-performed'
  | 'duty-open'
  | 'stayed'
  | 'stay-lifted'
  | 'removed'
  | 'grace-given'
  | 'superior-told'
  | 'release-asked'
  | 'release-consented'
  | 'release-found';

const law = ['rule-in-force', 'basis-in-force', 'effective-document'] as const;
const heard = ['notice-reached', 'window-over', 'hearing-held'] as const;
const signs = ['another-role', 'without-conflict'] as const;

const notice = to<ListingState>(
  'noticed',
  ['officer'],
  [...law, 'notice-complete', 'without-conflict'],
);
const attempt = note(['officer'], ['service-counts', 'not-done-yet']);
/** Opened in the inbox by the subject itself, with its consent. */
const received = note(['officer', 'subject'], ['service-counts', 'not-done-yet']);
const declare = note(['officer', 'reviewer', 'approver']);
const drop = to<ListingState>('closed', ['officer']);
const grace = note(['officer'], ['grace-allowed', 'without-conflict']);
const tell = note(['officer'], ['superior-named', 'not-done-yet']);
const releasing = ['release-known', 'not-over', 'not-done-yet'] as const;
const back = to<ListingState>('noticed', ['reviewer', 'approver'], signs);

/**
 * From a proposal to its end. Nothing adverse stands before `served`, and every row in front of it
 * asks for what the one before it left open.
 */
export const listingTable: Table<ListingState, ListingAct> = {
  proposed: {
    noticed: notice,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    drafted: no,
    reviewed: no,
    returned: no,
    approved: no,
    dropped: drop,
    'conflict-declared': declare,
    'duty-performed': no,
    'duty-open': no,
    stayed: no,
    'stay-lifted': no,
    removed: no,
    'grace-given': grace,
    'superior-told': no,
    'release-asked': no,
    'release-consented': no,
    'release-found': no,
  },
  noticed: {
    noticed: notice,
    served: received,
    'service-failed': attempt,
    stated: note(['subject', 'creditor']),
    waived: note(['subject'], ['notice-reached', 'not-done-yet']),
    'hearing-asked': note(['subject'], ['hearing-asked-in-time', 'not-done-yet']),
    'hearing-set': note(
      ['officer'],
      ['hearing-called-in-time', 'presides-without-part', 'not-done-yet'],
    ),
    'hearing-held': note(['officer'], ['presides-without-part', 'day-has-come', 'not-done-yet']),
    drafted: to(
      'drafted',
      ['officer'],
      [
        ...law,
        ...heard,
        'points-answered',
        'measures-announced',
        'end-told',
        'ways-out-told',
        'ground-named',
        'lengthening-lawful',
        'without-conflict',
      ],
    ),
    reviewed: no,
    returned: no,
    approved: no,
    dropped: drop,
    'conflict-declared': declare,
    'duty-performed': no,
    'duty-open': no,
    stayed: no,
    'stay-lifted': no,
    removed: no,
    'grace-given': grace,
    'superior-told': no,
    'release-asked': no,
    'release-consented': no,
    'release-found': no,
  },
  drafted: {
    noticed: no,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    drafted: no,
    reviewed: to('reviewed', ['reviewer'], [...law, ...heard, ...signs]),
    returned: back,
    approved: no,
    dropped: drop,
    'conflict-declared': declare,
    'duty-performed': no,
    'duty-open': no,
    stayed: no,
    'stay-lifted': no,
    removed: no,
    'grace-given': grace,
    'superior-told': no,
    'release-asked': no,
    'release-consented': no,
    'release-found': no,
  },
  reviewed: {
    noticed: no,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    drafted: no,
    reviewed: no,
    returned: back,
    approved: to(
      'approved',
      ['approver'],
      [...law, ...heard, ...signs, 'sum-weighed', 'grace-over'],
    ),
    dropped: drop,
    'conflict-declared': declare,
    'duty-performed': no,
    'duty-open': no,
    stayed: no,
    'stay-lifted': no,
    removed: no,
    'grace-given': grace,
    'superior-told': no,
    'release-asked': no,
    'release-consented': no,
    'release-found': no,
  },
  approved: {
    noticed: no,
    served: to('served', ['officer', 'subject'], ['service-counts', 'grace-over']),
    'service-failed': attempt,
    stated: no,
    waived: no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    drafted: no,
    reviewed: no,
    returned: no,
    approved: no,
    dropped: drop,
    'conflict-declared': declare,
    'duty-performed': no,
    'duty-open': no,
    stayed: no,
    'stay-lifted': no,
    removed: no,
    'grace-given': grace,
    'superior-told': tell,
    'release-asked': no,
    'release-consented': no,
    'release-found': no,
  },
  served: {
    noticed: no,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    drafted: no,
    reviewed: no,
    returned: no,
    approved: no,
    dropped: no,
    'conflict-declared': declare,
    'duty-performed': note(['subject', 'officer'], ['duty-is-open']),
    'duty-open': note(['officer'], ['duty-is-open', 'without-conflict']),
    stayed: note(['officer', 'review-unit'], ['not-over', 'not-done-yet', 'somebody-turned-to-it']),
    'stay-lifted': note(['officer', 'review-unit'], ['stands-stayed']),
    removed: to('closed', ['officer', 'review-unit'], ['somebody-turned-to-it']),
    'grace-given': no,
    'superior-told': tell,
    'release-asked': note(['subject', 'creditor'], releasing),
    'release-consented': note(['creditor'], releasing),
    'release-found': note(['officer'], [...releasing, 'release-proven', 'without-conflict']),
  },
  closed: {
    noticed: no,
    served: no,
    'service-failed': no,
    stated: no,
    waived: no,
    'hearing-asked': no,
    'hearing-set': no,
    'hearing-held': no,
    drafted: no,
    reviewed: no,
    returned: no,
    approved: no,
    dropped: no,
    'conflict-declared': no,
    'duty-performed': no,
    'duty-open': no,
    stayed: no,
    'stay-lifted': no,
    removed: no,
    'grace-given': no,
    'superior-told': no,
    'release-asked': no,
    'release-consented': no,
    'release-found': no,
  },
};
