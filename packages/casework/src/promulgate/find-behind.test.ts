import { civilDate } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { FakeStore } from '../fake-ports.test-support.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { AccountRow } from '../port/register.ts';
import { findBehind } from './find-behind.ts';

const name = { zh: '单位', en: 'Unit' };
const today = civilDate('2026-05-04');

/** Agencies, what the register says stands above or behind each, and which have a reviewer. */
async function behindOf(
  said: Readonly<Record<string, { readonly superior?: string; readonly review?: string }>>,
  reviewers: readonly string[],
) {
  const store = new FakeStore();
  const agencies = Object.keys(said).map((code) => ({ home: `home-${code}`, code, name }));
  const entries = agencies.map(({ home, code }) => {
    const payload = { code, name, supplies: [], ...said[code] };
    return newEntry(store, { home, stream: 'agency', kind: 'agency@1', payload }, undefined);
  });
  const actor = { official: '王一', agency: 'operator', role: 'operator' };
  await store.journal.record({ actor, purpose: 'agency', basis: [] }, entries);
  const accountsIn = (home: string): Promise<readonly AccountRow[]> => {
    const account = { home, account: 'a', kind: 'official', name: 'A', from: today } as const;
    const reviews = reviewers.some((code) => home === `home-${code}`);
    return Promise.resolve(reviews ? [{ ...account, roles: ['reviewer'] }] : []);
  };
  const { journal, register } = store;
  return findBehind({ journal, register: { ...register, accountsIn } }, agencies, today);
}

describe('who stands behind a desk', () => {
  it('is the unit that the register names, and nobody else to choose', async () => {
    const behind = await behindOf(
      { market: { superior: 'city', review: 'justice' }, city: {}, justice: {}, water: {} },
      ['city', 'water'],
    );
    expect(behind('market')).toEqual({
      ...{ superior: 'city', review: 'justice' },
      ...{ mayReview: ['justice'], isNamed: true },
    });
  });

  it('is where none is named the superior that has a reviewer, before the pool', async () => {
    const said = { market: { superior: 'water' }, city: {}, water: {} };
    const pool = await behindOf(said, ['city', 'market', 'water']);
    expect(pool('market')).toEqual({
      ...{ superior: 'water', review: 'water' },
      ...{ mayReview: ['water', 'city'], isNamed: false },
    });
    expect(pool('market', new Set(['water'])).mayReview).toEqual(['city']);
    expect((await behindOf(said, ['market']))('market').review).toBeUndefined();
  });

  it('passes a named unit over that decided in the case itself', async () => {
    const behind = await behindOf({ market: { review: 'city' }, city: {}, water: {} }, ['water']);
    expect(behind('market', new Set(['city']))).toMatchObject({ review: 'water', isNamed: false });
  });
});
