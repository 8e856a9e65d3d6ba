import { civilDate, problem, type CivilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { CaseFile, CaseWorld } from './case.ts';
import type { Invariant } from './case-invariants.test-support.ts';
import { long, playKind, type WalkOptions, type Walked } from './case-walk.test-support.ts';
import type { CaseConditions } from './condition/case-conditions.ts';
import { effectOf } from './effect/effect-of.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import type { OfferInvariant } from './offers-make-sense.test-support.ts';
import { standing } from './standing/standing.ts';
import { to } from './table/table.ts';

const kinds: readonly Walked[] = ['listing', 'objection', 'repair', 'appeal', 'measure'];
const patience = long ? 600_000 : 60_000;

describe('whatever is done in a case, by anybody, on any day', () => {
  it.each(kinds)(
    'a %s does what the law does, and a past day answers as it did',
    (kind) => {
      const seen = playKind(kind);
      expect([...seen]).toEqual(expect.arrayContaining([...reached[kind]]));
    },
    patience,
  );

  it(
    'no listing is decided once the document it rests on is annulled',
    () => {
      // Whoever waives the time to be heard may be decided about before; every walk holds it to that.
      const seen = playKind('listing', { sourceEndsOn: annulledOn });
      expect(seen).toContain('L stated');
    },
    patience,
  );
});

/** Before the time to be heard can be over for a case that is opened on the first day of a walk. */
const annulledOn = civilDate('2024-01-15');

/** What the walks have to have met, so that the property is about something. */
const reached: Readonly<Record<Walked, readonly string[]>> = {
  listing: ['L in effect', 'L stated', 'L waived', 'L drafted', 'L approved', 'L stayed'],
  objection: ['L in effect', 'O checked', 'O answered', 'O extended'],
  repair: ['R granted', 'R shielded', 'R noticed', 'R drafted'],
  appeal: ['A allowed', 'A dismissed', 'A stayed', 'A stay-lifted'],
  measure: ['M accepted', 'M executed', 'M in effect', 'M lifted', 'A allowed'],
  reply: [],
};

const pass = (): undefined => undefined;
const without = (...names: readonly (keyof CaseConditions)[]): CaseRules => ({
  ...caseRules,
  conditions: {
    ...caseRules.conditions,
    ...Object.fromEntries(names.map((name) => [name, pass])),
  },
});

/** A fault for each thing that must never happen, planted in a copy of the rules. */
const canaries: readonly (readonly [string, Invariant | OfferInvariant, Walked, WalkOptions])[] = [
  [
    'what is done stands open still',
    'what is done is not offered again',
    'listing',
    { rules: without('not-done-yet'), looksAtOffers: true },
  ],
  [
    'nobody may take what stands open',
    'somebody can take what is offered',
    'appeal',
    { rules: onlyOffered(), looksAtOffers: true },
  ],
  [
    'a basis is not asked for',
    'a decision has a basis',
    'listing',
    { rules: without('basis-in-force') },
  ],
  [
    'a notice that reached nobody is enough',
    'a notice reaches its party',
    'listing',
    { rules: without('notice-reached', 'window-over') },
  ],
  [
    'the time to be heard is not waited for',
    'the time to be heard is over',
    'listing',
    { rules: without('window-over') },
  ],
  [
    'a hearing that was asked for is not held',
    'a hearing that was asked for is held',
    'listing',
    { rules: without('hearing-held') },
  ],
  [
    'points are left unanswered',
    'every point is answered',
    'listing',
    { rules: without('points-answered') },
  ],
  ['one person signs as three', 'three people sign', 'listing', { rules: without('another-role') }],
  [
    'a declared interest keeps nobody out',
    'nobody with an interest signs',
    'listing',
    { rules: without('without-conflict') },
  ],
  [
    'an end may lie beyond the law',
    'no end lies beyond the law',
    'listing',
    { rules: without('end-told') },
  ],
  ['no way out is told', 'the ways out are told', 'listing', { rules: without('ways-out-told') }],
  [
    'an annulled document is enough',
    'the document is in legal effect',
    'listing',
    { rules: without('effective-document'), sourceEndsOn: annulledOn },
  ],
  [
    'a decision is approved without a check',
    'three people sign',
    'listing',
    {
      rules: {
        ...caseRules,
        tables: {
          ...caseRules.tables,
          listing: {
            ...caseRules.tables.listing,
            table: {
              ...caseRules.tables.listing.table,
              drafted: {
                ...caseRules.tables.listing.table.drafted,
                approved: to('approved', ['approver']),
              },
            },
          },
        },
      },
    },
  ],
  [
    'the unit that decided decides the appeal',
    'another unit decides an appeal',
    'appeal',
    { rules: unitAlone() },
  ],
  [
    'a measure is taken up after its cause',
    'nothing is carried out without its cause',
    'measure',
    { rules: without('cause-in-effect') },
  ],
  [
    'a measure outlives its cause',
    'a measure stands only with its cause',
    'measure',
    { rules: { ...caseRules, effectOf: outliving } },
  ],
  [
    'an ended listing shows on',
    'a listing stands as its acts and the law say',
    'repair',
    { rules: { ...caseRules, effectOf: deaf } },
  ],
  [
    'a past day knows of later acts',
    'a past day answers as it did',
    'listing',
    { stand: (file, world) => standing(file, world, civilDate('2024-12-31')) },
  ],
];

/** A look at the page finds nothing against a stay, whoever orders one is refused. */
function onlyOffered(): CaseRules {
  const anyway = caseRules.conditions['another-unit'];
  return {
    ...caseRules,
    conditions: {
      ...caseRules.conditions,
      'another-unit': (attempt) =>
        attempt.act === 'stayed' && attempt.action !== undefined
          ? problem('case-nothing-to-lift', {})
          : anyway(attempt),
    },
  };
}

function unitAlone(): CaseRules {
  const { appeal } = caseRules.tables;
  const anyone = { by: ['review-unit'], needs: [] } as const;
  const open = {
    ...appeal.table.open,
    dismissed: { ...to('dismissed', anyone.by, anyone.needs) },
  };
  return {
    ...without('another-unit'),
    tables: {
      ...caseRules.tables,
      appeal: { ...appeal, table: { ...appeal.table, open } },
    },
  };
}

function outliving(file: CaseFile, world: CaseWorld, day: CivilDate) {
  const executed = file.actions.find(({ kind }) => kind === 'executed')?.on;
  if (executed === undefined) return effectOf(file, world, day);
  return { kind: 'in-effect', from: executed, shownFrom: executed, texts: [] } as const;
}

function deaf(file: CaseFile, world: CaseWorld, day: CivilDate) {
  return effectOf(file, { ...world, docket: new Map([[file.caseId, file]]) }, day);
}

describe('the canaries', () => {
  it.each(canaries)(
    'are heard when %s, by what it breaks: %s',
    (_, invariant, kind, options) => {
      expect(() => playKind(kind, { runs: 200, ...options })).toThrow(`Broken: ${invariant}`);
    },
    patience,
  );
});
