import type { JsonValue } from '@credence/domain';

import {
  annulled,
  article,
  repaired,
  rows,
  status,
  type Faulty,
} from './faulty-cards.test-support.ts';

const said = { says: { zh: '一', en: 'One' }, basis: [article], confidence: 'verified' };
const within = { 'working-days': 3 };
const releases = { within, grounds: [{ ground: 'performed', ...said }] };

/** What a court asks beside, with one ground that ends after so long. */
function enforcementFor(after: string): JsonValue {
  const rest = { basis: [article], confidence: 'verified' };
  return {
    grounds: [{ ground: 'evades', ...said, ends: { by: 'time', after }, exempt: [] }],
    'on-application': { within: { days: 15 }, ...rest },
    grace: { 'at-most': 'P3M', ...rest },
    releases,
    'superior-told': { subjects: ['public_body'], 'state-owned': true, ...rest },
    'small-sums': { reasons: 'court_president', never: ['wages'], ...rest },
  };
}

/** An order about spending with these bounds. */
function orderFor(bounds: Readonly<Record<'ends-after' | 'confirm-every', string>>): JsonValue {
  return {
    weighed: [{ factor: 'evasion', ...said }],
    forbids: [{ forbids: 'holidays', ...said }],
    exempt: [{ exempt: 'livelihood', ...said }],
    persons: { capacities: ['principal'], basis: [article], confidence: 'verified' },
    'private-means': said,
    occasion: { 'at-most': 'P1M', ...said },
    releases,
    ...bounds,
    basis: [article],
    confidence: 'verified',
  };
}

/** Cards that break G30 to G36: disputes, ends, removal, purposes. */
export const faultyEnds: readonly Faulty[] = [
  ...rows(
    'G30',
    'list',
    ['no mark', { remedies: { 'dispute-mark': 'none' } }, 'remedies.dispute-mark'],
    [
      'a mark after two days',
      { remedies: { 'dispute-mark': { 'working-days': 2 } } },
      'remedies.dispute-mark',
    ],
    ['no correction', { remedies: { correction: 'none' } }, 'remedies.correction'],
    ['nobody is told', { remedies: { 'recipients-told': 'none' } }, 'remedies.recipients-told'],
  ),
  ...rows('G30', 'item', ['a record without mark', { 'dispute-mark': 'none' }, 'dispute-mark']),
  ...rows('G30', 'sharing', ['sent unmarked', { disputed: 'unmarked' }, 'disputed']),
  ...rows('G30', 'evaluation', ['no objection', { objection: 'none' }, 'objection']),
  ...rows('G30', 'scale', ['no objection to a scale', { objection: 'none' }, 'objection']),
  ...rows(
    'G31',
    'list',
    ['no end by time', { ends: [repaired, annulled] }, 'ends'],
    [
      'outlives its ground',
      { ends: [{ by: 'time', after: 'P3Y', renew: 'none' }, repaired] },
      'ends',
    ],
    [
      'lifelong',
      { ends: [{ by: 'time', after: 'lifelong', renew: 'none' }, repaired, annulled] },
      'ends[0].after',
    ],
    [
      'until further notice',
      { ends: [{ by: 'time', after: 'until_further_notice', renew: 'none' }, repaired, annulled] },
      'ends[0].after',
    ],
    [
      'six years',
      { ends: [{ by: 'time', after: 'P6Y', renew: 'none' }, repaired, annulled] },
      'ends[0].after',
    ],
    [
      'renewed by the same document',
      { ends: [{ by: 'time', after: 'P3Y', renew: 'same_document' }, repaired, annulled] },
      'ends[0].renew',
    ],
    [
      'six days to leave (N1)',
      { ends: [{ ...status, 'exit-within': { 'working-days': 6 } }, annulled] },
      'ends[0].exit-within',
    ],
    [
      'confirmed too rarely (N1)',
      { ends: [{ ...status, 'confirm-every': 'P7M' }, annulled] },
      'ends[0].confirm-every',
    ],
    [
      'a ground of six years',
      { enforcement: enforcementFor('P6Y') },
      'enforcement.grounds[0].ends',
    ],
  ),
  ...rows(
    'G31',
    'measure',
    ['no term', { term: 'none' }, 'term'],
    [
      'an order of six years',
      { order: orderFor({ 'ends-after': 'P6Y', 'confirm-every': 'P6M' }) },
      'order.ends-after',
    ],
    [
      'an order nobody confirms for a year',
      { order: orderFor({ 'ends-after': 'P2Y', 'confirm-every': 'P1Y' }) },
      'order.confirm-every',
    ],
    ['while circumstances persist', { term: 'while_circumstances_persist' }, 'term'],
    [
      'lifelong by no law',
      { term: { 'at-least': null, 'at-most': null, lifelong: 'none' } },
      'term',
    ],
    [
      'lifelong outside licences',
      { touches: ['public_funds'], term: { 'at-least': null, 'at-most': null, lifelong: article } },
      'term',
    ],
    [
      'as long as nothing lasts',
      { 'depends-on': 'none', term: { 'at-least': null, 'at-most': null, none: article } },
      'term',
    ],
  ),
  ...rows(
    'G31',
    'item',
    ['a standing record', { term: 'standing' }, 'term'],
    ['never erased', { retention: null }, ''],
    ['entered again', { 'when-ended': 'entered_again' }, 'when-ended'],
  ),
  ...rows(
    'G32',
    'repair',
    ['closed', { open: false }, 'open'],
    [
      'closed by a mere order',
      { open: { none: { source: 'ministry-order', at: 'art-2' } } },
      'open',
    ],
    ['a donation', { conditions: ['corrected', 'donation'] }, 'conditions[1]'],
    ['silence refuses', { silence: 'refused' }, 'silence'],
    [
      'some are kept out',
      {
        'excluded-by': [
          { category: 'enforcement', says: { zh: '一', en: 'Some' }, ground: 'none' },
        ],
      },
      'excluded-by[0]',
    ],
  ),
  ...rows(
    'G32',
    'list',
    ['no way to leave', { ends: [{ by: 'time', after: 'P3Y', renew: 'none' }, annulled] }, 'ends'],
    [
      'repair after the end',
      {
        ends: [
          { by: 'time', after: 'P3Y', renew: 'none' },
          { ...repaired, earliest: 'P4Y' },
          annulled,
        ],
      },
      'ends[1].earliest',
    ],
  ),
  ...rows('G32', 'item', [
    'no correction',
    { 'ways-out': ['repair', 'review'], clocks: { correction: null, court: null } },
    'ways-out',
  ]),
  ...rows(
    'G33',
    'sharing',
    ['no recall', { recall: 'none' }, 'recall'],
    ['recall within a month', { recall: 'P1M' }, 'recall'],
    ['no receipt', { receipts: 'none' }, 'receipts'],
  ),
  ...rows('G33', 'repair', [
    'copies go on',
    { ends: ['publicity', 'measures', 'indexes', 'inputs'] },
    'ends',
  ]),
  ...rows('G33', 'measure', ['tied to nothing', { 'depends-on': 'none' }, 'depends-on']),
  ...rows('G34', 'risk-class', [
    'ended records count',
    { 'ended-records': 'included' },
    'ended-records',
  ]),
  ...rows('G34', 'sharing', [
    'ended records go out',
    { 'ended-records': 'included' },
    'ended-records',
  ]),
  ...rows('G34', 'item', ['kept in use', { 'when-ended': 'kept_in_use' }, 'when-ended']),
  ...rows('G34', 'query', ['an open archive', { part: 'archive' }, 'part']),
  ...rows('G35', 'list', [
    'a purpose the item has not',
    { use: { purposes: ['supervision', 'lending'] } },
    'use.purposes[1]',
  ]),
  ...rows('G35', 'item', [
    'public order',
    { purposes: ['supervision', 'publicity', 'public_order'] },
    'purposes[2]',
  ]),
  ...rows('G35', 'sharing', ['migration', { use: { purposes: ['migration'] } }, 'use.purposes[0]']),
  ...rows('G35', 'query', ['hiring', { purposes: ['employment_screening'] }, 'purposes[0]']),
  ...rows('G35', 'evaluation', ['security', { use: ['security'] }, 'use[0]']),
  ...rows(
    'G36',
    'sharing',
    ['a price', { use: { price: 'CNY 1' } }, 'use.price'],
    ['closed fields in bulk', { part: 'closed' }, 'use.bulk'],
    [
      'closed fields for all',
      { part: 'closed', use: { bulk: 'none', recipients: ['all'] } },
      'use.recipients',
    ],
    [
      'closed fields by nothing',
      { part: 'closed', use: { bulk: 'none' }, authorisation: 'none' },
      'authorisation',
    ],
  ),
  ...rows('G36', 'list', ['a list for sale', { use: { price: 'CNY 1' } }, 'use.price']),
  ...rows(
    'G36',
    'query',
    ['in bulk', { scope: 'bulk' }, 'scope'],
    ['a price', { price: 'CNY 1' }, 'price'],
    ['authorised by nothing', { authorisation: 'none' }, 'authorisation'],
    ['no limit', { 'daily-limit': 'none' }, 'daily-limit'],
    ['too many a day', { 'daily-limit': 201 }, 'daily-limit'],
  ),
];
