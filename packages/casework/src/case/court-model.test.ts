import { problem } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseFile, CaseWorld } from './case.ts';
import { nation } from './case.test-support.ts';
import type { CaseConditions } from './condition/case-conditions.ts';
import {
  playCourt,
  type CourtCase,
  type CourtInvariant,
  type CourtLook,
  type CourtOptions,
} from './court-walk.test-support.ts';
import { effectOf } from './effect/effect-of.ts';
import { listingBeginsOn } from './effect/listing-effect.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const patience = 120_000;

/** What the walks have to have met, so that the property is about something. */
const reached: readonly (readonly [CourtCase, readonly string[]])[] = [
  ['L', ['in effect', 'release-found', 'grace-given', 'approved']],
  ['T', ['in effect', 'release-found', 'stayed', 'stay-lifted']],
  ['S', ['in effect', 'release-found', 'allowance-asked', 'stayed']],
  ['P', ['checked', 'found', 'approved', 'paid']],
];

describe('whatever is done in a court’s case or a complaint, by anybody, on any day', () => {
  it.each(reached)(
    '%s does what the law does, and nobody else sees it',
    (id, acts) => {
      const seen = [...playCourt({ focus: [id] })];
      expect(seen).toEqual(expect.arrayContaining(acts.map((act) => `${id} ${act}`)));
    },
    patience,
  );
});

const without = (...names: readonly (keyof CaseConditions)[]): CaseRules => ({
  ...caseRules,
  conditions: {
    ...caseRules.conditions,
    ...Object.fromEntries(names.map((name) => [name, () => undefined])),
  },
});

/** An effect that goes on for ever once it has begun. */
function endless(file: CaseFile, world: CaseWorld, day: Parameters<typeof effectOf>[2]) {
  const from = listingBeginsOn(file);
  if (from === undefined || day < from) return effectOf(file, world, day);
  return { kind: 'in-effect', from, shownFrom: from, texts: [] } as const;
}

/** An effect that knows of no release. */
function unreleased(file: CaseFile, world: CaseWorld, day: Parameters<typeof effectOf>[2]) {
  const actions = file.actions.filter(({ kind }) => kind !== 'release-found');
  return effectOf({ ...file, actions }, world, day);
}

const shown: CourtLook = (play, id, day) => {
  const found = play.at(id, day);
  return { ...found, visibleTo: [...found.visibleTo, 'public'] };
};

const { spending } = caseRules.tables;

/** A fault for each thing that must never happen, planted in a copy of the rules. */
const canaries: readonly (readonly [string, CourtInvariant, CourtOptions])[] = [
  [
    'one person signs as three',
    'three people of the court sign',
    { rules: without('another-role'), focus: ['L', 'S'] },
  ],
  [
    'one person decides a complaint',
    'two decide about a complaint',
    { rules: without('another-role'), focus: ['P'] },
  ],
  [
    'nobody is heard',
    'the time to be heard is over',
    { rules: without('window-over', 'notice-reached'), focus: ['S', 'P'] },
  ],
  ['grace is not waited for', 'grace is waited for', { rules: without('grace-over') }],
  [
    'a small sum needs no reasons',
    'a sum is weighed',
    { rules: without('sum-weighed'), focus: ['L'] },
  ],
  [
    'a creditor need not have agreed',
    'a release by consent has the consent',
    { rules: without('release-proven'), focus: ['L', 'S'] },
  ],
  [
    'what was released goes on',
    'nothing outlives its release',
    { rules: { ...caseRules, effectOf: unreleased }, focus: ['T', 'S'] },
  ],
  [
    'a term does not end',
    'a ground with a term ends by it',
    { rules: { ...caseRules, effectOf: endless, conditions: noRelease() }, focus: ['T'] },
  ],
  [
    'nobody has to confirm',
    'an unconfirmed duty binds nobody',
    { rules: { ...caseRules, effectOf: endless, conditions: noRelease() }, focus: ['L'] },
  ],
  ['an order is shown', 'an order is seen by nobody else', { look: shown, focus: ['S'] }],
  ['a complaint is shown', 'a complaint is seen by nobody else', { look: shown, focus: ['P'] }],
];

/** Nothing is ever released, so that only the fault can end too late. */
function noRelease(): CaseConditions {
  const asks = caseRules.conditions['release-known'];
  return {
    ...caseRules.conditions,
    'release-known': (attempt) =>
      attempt.act === 'release-found' ? problem('case-not-served', {}) : asks(attempt),
  };
}

describe('the canaries', () => {
  it('are planted in tables that have the step', () => {
    expect(spending.table.served['release-found'].kind).toBe('step');
  });

  it.each(canaries)(
    'are heard when %s, by what it breaks: %s',
    (_, invariant, options) => {
      expect(() => playCourt({ runs: 60, ...options })).toThrow(`Broken: ${invariant}`);
    },
    patience,
  );
});
