import { describe, expect, it } from 'vitest';

import { breachesOf, guardsAgainst, type CardData } from './corpus.test-support.ts';
import {
  alone,
  annulled,
  article,
  earlier,
  folders,
  laid,
  status,
} from './faulty-cards.test-support.ts';
import { faultyEnds } from './faulty-ends.test-support.ts';
import { faultyProcedure } from './faulty-procedure.test-support.ts';
import { faultyUse } from './faulty-use.test-support.ts';

const faulty = [...faultyProcedure, ...faultyEnds, ...faultyUse];

/** Cards that look like a breach and are none. */
const clean: readonly (readonly [string, string, CardData])[] = [
  ...Object.keys(folders).map((like) => [`the ordinary ${like}`, like, {}] as const),
  ['an earlier document that named it (N4)', 'list', alone('notice', { earlier })],
  [
    'an emergency told within a day',
    'list',
    alone('notice', { emergency: article, 'within-hours': 24 }),
  ],
  [
    'unheard by law, shown after five days (N4)',
    'list',
    {
      procedure: { statement: { 'working-days': null, none: article } },
      publicity: { waits: { 'working-days': 5 } },
    },
  ],
  [
    'no hearing by article',
    'list',
    {
      procedure: {
        hearing: { 'on-request-within': null, notice: null, presiding: null, none: article },
      },
    },
  ],
  [
    'an open duty (N1)',
    'list',
    { trigger: { sanction: 'adjudicated_duty' }, ends: [status, annulled] },
  ],
  [
    'an open archive by order of a court',
    'query',
    { part: 'archive', authorisation: 'court_order' },
  ],
  [
    'a delayed look',
    'query',
    { 'shown-to-subject': { after: 'P90D', order: 'written_for_named_investigation' } },
  ],
  [
    'picked by hand, and said so',
    'inspection-plan',
    { 'hand-picked': { reason: 'required', 'recorded-as': 'hand_picked', journal: 'entry' } },
  ],
  [
    'offices left out by law',
    'list',
    { trigger: { 'where-not': ['public_body'], 'left-out-by': article } },
  ],
  ['listings reported by authority', 'target', { counts: 'listings', kind: 'report' }],
  [
    'law restated',
    'list',
    {
      impact: { 'lab-report': null, published: null, none: article },
      comment: null,
      evaluation: null,
    },
  ],
  [
    'lifelong by a law, for the licence',
    'measure',
    { term: { 'at-least': null, 'at-most': null, lifelong: article } },
  ],
  [
    'while the listing lasts, by article',
    'measure',
    { term: { 'at-least': null, 'at-most': null, none: article } },
  ],
  [
    'closed fields by authorisation, one by one',
    'sharing',
    { part: 'closed', authorisation: 'subject', use: { bulk: 'none' } },
  ],
];

describe('guards G24 to G46', () => {
  it.each(faulty.map((each) => [`${each.guard} ${each.like}: ${each.name}`, each] as const))(
    'refuse %s',
    (_, { guard, like, says, field }) => {
      const found = breachesOf(laid(like, says)).filter((breach) => breach.guard === guard);
      expect(found.map((breach) => breach.field)).toContain(field);
    },
  );

  it.each(clean)('accept %s', (_, like, says) => {
    expect(guardsAgainst(laid(like, says))).toEqual([]);
  });

  it('each refuse at least one card', () => {
    const all = Array.from({ length: 23 }, (_, index) => `G${String(index + 24)}`);
    expect([...new Set(faulty.map(({ guard }) => guard))]).toEqual(all);
  });
});
