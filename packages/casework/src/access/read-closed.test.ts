import { civilDate, instant } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { FakeStore } from '../fake-ports.test-support.ts';
import type { AccountRow } from '../port/register.ts';
import type { KnownPrincipal } from './principal.ts';
import { readClosed } from './read-closed.ts';
import type { BudgetAlarm, DailyReads } from './daily-reads.ts';
import { town } from './town-parts.test-support.ts';

const today = civilDate('2026-05-04');

/** A register of so many organisations, each with nothing published but its registration. */
function registerOf(size: number): {
  readonly store: FakeStore;
  readonly homes: readonly string[];
} {
  const store = new FakeStore();
  const homes = Array.from({ length: size }, () => store.uuid());
  const none = { identifiers: [], names: [], recordKeys: [], batches: [] };
  for (const home of homes) store.rows.set(home, { ...none, subject: { home, registered: true } });
  const office = store.uuid();
  store.rows.set(office, {
    ...none,
    agency: { home: office, code: 'office', name: { en: 'Office' } },
  });
  return { store, homes };
}

function official(account: string, agency = 'office'): KnownPrincipal {
  return { kind: 'official', account, name: account, agency, roles: ['case_officer'] };
}

async function plunder(
  world: { readonly store: FakeStore; readonly homes: readonly string[] },
  accounts: readonly KnownPrincipal[],
  readBudget?: DailyReads,
) {
  const alarms: BudgetAlarm[] = [];
  const parts = {
    ...town(world.store, today),
    onAlarm: (alarm: BudgetAlarm) => void alarms.push(alarm),
    ...(readBudget === undefined ? {} : { readBudget }),
  };
  const got = new Set<string>();
  const refusals: string[] = [];
  for (const [index, home] of world.homes.entries()) {
    const principal = accounts[index % accounts.length];
    if (principal === undefined) break;
    const look = { home, purpose: 'supervision', fields: ['records'] } as const;
    const read = await readClosed(parts, principal, look);
    if (read.kind === 'read') got.add(home);
    else refusals.push(JSON.stringify(read.problem));
    // Within the day the count only grows: whoever was refused so often gets no more.
    if (refusals.length > 200) break;
  }
  return { got: got.size, alarms, refusals };
}

describe('an insider who reads one closed record after the other', () => {
  it.each([2_000, 5_000])('is stopped before a hundredth of %i organisations', async (size) => {
    const world = registerOf(size);
    const { got, alarms } = await plunder(world, [official('one')]);
    expect(got).toBeGreaterThan(0);
    expect(got).toBeLessThan(size * 0.01);
    expect(alarms[0]).toEqual({ agency: 'office', account: 'one', by: 'reader', limit: got });
  });

  it('gets no further with two who help', async () => {
    const world = registerOf(5_000);
    const three = ['one', 'two', 'three'].map((account) => official(account));
    const { got, alarms } = await plunder(world, three);
    expect(got).toBeLessThan(50);
    expect(alarms[0]).toMatchObject({ by: 'agency' });
  });

  it('is told when it resets, and the journal holds the alarm once for the day', async () => {
    const world = registerOf(2_000);
    const { refusals } = await plunder(world, [official('one')]);
    // Midnight in the zone of the register, which has no edition here and counts in UTC.
    expect(refusals[0]).toContain('2026-05-05 00:00');
    const entries = world.store.entries.filter(({ kind }) => kind === 'budget-alarm@1');
    expect(entries[0]?.payload).toMatchObject({ account: 'one', by: 'reader', day: '2026-05-04' });
    expect(entries[0]?.actor.agency).toBe('office');
  });

  it('may read as much as the operator allows, where that is less', async () => {
    const world = registerOf(5_000);
    const { got } = await plunder(world, [official('one')], { perAccount: 7, perAgency: 100 });
    expect(got).toBe(7);
  });

  it('begins anew the next day', async () => {
    const world = registerOf(1_000);
    const first = await plunder(world, [official('one')]);
    world.store.now = instant(world.store.now + 24 * 60 * 60_000);
    const second = await plunder(world, [official('one')]);
    expect(second.got).toBe(first.got);
  });
});

describe('an organisation', () => {
  it('reads its own record as often as it likes, and each time is kept', async () => {
    const world = registerOf(100);
    const [home = ''] = world.homes;
    const from: AccountRow['from'] = today;
    const principal: KnownPrincipal = {
      ...{ kind: 'representative', account: 'm', name: 'mei' },
      mandates: [{ mandateId: 'm', subject: home, from }],
    };
    const parts = town(world.store, today);
    for (let turn = 0; turn < 50; turn += 1) {
      const look = { home, purpose: 'own', fields: ['records'] } as const;
      expect((await readClosed(parts, principal, look)).kind).toBe('read');
    }
    expect(world.store.accesses).toHaveLength(50);
  });
});
