import { civilDate, instant, type Instant } from '@credence/domain';
import { createRulebook } from '@credence/rulebook';
import { describe, expect, it, vi } from 'vitest';

import type { BulkReader } from '../port/bulk.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { countUptake } from './count-uptake.ts';
import { createLaneTown, laneLaw } from './incentive-town.test-support.ts';
import { judgeIncentives } from './judge-incentives.ts';
import type { ListingFact } from './listing-facts.ts';

const edition = laneLaw();

async function states(): Promise<readonly SubjectState[]> {
  const { store } = await createLaneTown(2, 1);
  const homes = [...store.rows].filter(([, { subject }]) => subject !== undefined);
  return Promise.all(
    homes.map(async ([home]) => foldSubject(home, await store.journal.entriesOf(home))),
  );
}

const known = await states();
const clean = known.find(({ records }) => records.length === 1);
const fined = known.find(({ records }) => records.length === 2);

function answerFor(
  state: SubjectState | undefined,
  day: string,
  {
    law = edition,
    listings = [],
  }: { law?: typeof edition; listings?: readonly ListingFact[] } = {},
) {
  if (state === undefined) throw new RangeError('The town has this firm.');
  const [answer] = judgeIncentives(state, { edition: law, asOf: civilDate(day), listings });
  if (answer === undefined) throw new RangeError('The law has an incentive for it.');
  return answer;
}

/** The firm with its penalty ended by decision. */
function ended(because: 'repaired' | 'annulled', on: string): SubjectState | undefined {
  if (fined === undefined) return undefined;
  const records = fined.records.map((each) =>
    each.record.item === 'penalty'
      ? { ...each, end: { recordId: each.record.recordId, on: civilDate(on), because } }
      : each,
  );
  return { ...fined, records };
}

describe('an incentive', () => {
  it('is had from the very day the conditions are met, and for as long as they are', () => {
    expect(answerFor(clean, '2026-05-04').standing).toEqual({ kind: 'has', since: '2026-04-01' });
  });

  it('that a firm is too young for says from which day it is had', () => {
    const young = clean && {
      ...clean,
      records: clean.records.map((each) => ({
        ...each,
        record: { ...each.record, facts: { ...each.record.facts, established: '2021-02-03' } },
      })),
    };
    const before = answerFor(young, '2026-05-04');
    expect(before.standing).toEqual({ kind: 'has-not', from: '2027-02-03' });
    expect(before.conditions.map(({ code, holds }) => [code, holds])).toEqual([
      ['six_years', false],
      ['no_penalty', true],
    ]);
    expect(answerFor(young, '2027-02-02').standing.kind).toBe('has-not');
    expect(answerFor(young, '2027-02-03').standing).toEqual({ kind: 'has', since: '2027-02-03' });
  });

  it('names the record in its way, and the day from which time alone removes it', () => {
    const { standing, conditions } = answerFor(fined, '2026-05-04');
    expect(standing).toEqual({ kind: 'has-not', from: '2027-03-02' });
    const penalty = fined?.records.find(({ record }) => record.item === 'penalty');
    expect(conditions[1]).toMatchObject({
      code: 'no_penalty',
      holds: false,
      changesOn: '2027-03-02',
      records: [penalty?.record.recordId],
    });
  });

  it.each(['repaired', 'annulled'] as const)('is had from the day a record is %s', (because) => {
    const state = ended(because, '2026-06-10');
    expect(answerFor(state, '2026-06-09').standing).toEqual({
      kind: 'has-not',
      from: '2026-06-10',
    });
    expect(answerFor(state, '2026-06-10').standing.kind).toBe('has');
  });

  it('never looks at what has ended, whatever a card asks', () => {
    const hard = laneLaw('penalties.size() == 0');
    expect(answerFor(fined, '2026-05-04', { law: hard }).standing.kind).toBe('has-not');
    expect(answerFor(fined, '2027-03-02', { law: hard }).standing.kind).toBe('has');
    const repaired = ended('repaired', '2026-06-10');
    expect(answerFor(repaired, '2026-06-10', { law: hard }).standing.kind).toBe('has');
  });

  it('is for the subjects its card names alone', () => {
    const trader = clean && {
      ...clean,
      records: clean.records.map((each) => ({
        ...each,
        record: {
          ...each.record,
          subject: { ...each.record.subject, kind: 'sole_trader' as const },
        },
      })),
    };
    if (trader === undefined) throw new RangeError('The town has this firm.');
    const asOf = civilDate('2026-05-04');
    expect(judgeIncentives(trader, { edition, asOf, listings: [] })).toEqual([]);
  });

  it('gives the same hash for the same question, and another for another day', () => {
    const one = answerFor(fined, '2026-05-04');
    expect(answerFor(fined, '2026-05-04').hash).toBe(one.hash);
    expect(answerFor(fined, '2026-05-05').hash).not.toBe(one.hash);
  });

  it('says nothing that could be put in an order', () => {
    const said = JSON.stringify(answerFor(fined, '2026-05-04'));
    expect(said).not.toMatch(/total|points|grade|class|level":\s*\d/);
  });
});

describe('how many have an incentive', () => {
  async function uptakeOf(firms: number, finedFirms: number, day = '2026-05-04') {
    const town = await createLaneTown(firms, finedFirms);
    const [first] = (await town.at(day).listIncentives()).incentives;
    return first?.uptake;
  }

  it('is told in cells of ten and more', async () => {
    expect(await uptakeOf(24, 11)).toEqual({
      ...{ kind: 'counted', on: '2026-05-04' },
      ...{ has: 13, hasNot: 11, total: 24 },
    });
  });

  it('is withheld where the rest would give a small count away', async () => {
    expect(await uptakeOf(24, 3)).toMatchObject({ has: null, hasNot: null, total: 24 });
    expect(await uptakeOf(24, 0)).toMatchObject({ has: null, hasNot: null, total: 24 });
    expect(await uptakeOf(5, 0)).toMatchObject({ has: null, hasNot: null, total: null });
  });

  it('forgets what has ended on the day it ends', async () => {
    expect(await uptakeOf(24, 11, '2027-03-01')).toMatchObject({ has: 13, hasNot: 11 });
    expect(await uptakeOf(24, 11, '2027-03-02')).toMatchObject({ has: null, hasNot: null });
  });

  it('is counted again as soon as something is recorded', async () => {
    const town = await createLaneTown(24, 11);
    const first = await town.casework.listIncentives();
    expect((await town.casework.listIncentives()).incentives).toEqual(first.incentives);
    town.store.now = instantAfter(town.store.now);
    await town.register(25, 26);
    const [again] = (await town.casework.listIncentives()).incentives;
    expect(again?.uptake).toMatchObject({ has: 15, hasNot: 11, total: 26 });
  });

  it('of a large register is made behind the reader, who is told so', async () => {
    const order = { rulebook: createRulebook([edition]), edition, day: civilDate('2026-05-04') };
    const pages = { read: 0 };
    const bulk = bulkOf(async () => {
      pages.read += 1;
      await Promise.resolve();
      return pages.read > 30 ? 1 : 100;
    });
    const count = countUptake(bulk, { ...order, upTo: 1 });
    await count.soon;
    expect(count.uptake('town.lane')).toEqual({ kind: 'being-counted' });
    expect(count.isLong()).toBe(true);
    await vi.waitFor(() => {
      expect(count.uptake('town.lane').kind).toBe('counted');
    });
  });

  it('that fails is told to whoever waits for it, and never passes for a count', async () => {
    const order = { rulebook: createRulebook([edition]), edition, day: civilDate('2026-05-04') };
    const broken = bulkOf(() => Promise.reject(new Error('The store is away.')));
    const count = countUptake(broken, { ...order, upTo: 1 });
    await expect(count.soon).rejects.toThrow('The store is away.');
    expect(count.isFailed()).toBe(true);
    expect(count.uptake('town.lane')).toEqual({ kind: 'being-counted' });
  });
});

/** A second later: the clock of the test stands still by itself. */
function instantAfter(now: Instant): Instant {
  return instant(now + 1000);
}

/** A register of so many empty subjects a page. */
function bulkOf(size: () => Promise<number>): Pick<BulkReader, 'readSubjects'> {
  return {
    readSubjects: async () =>
      Array.from({ length: await size() }, (_, index) => ({ home: String(index), entries: [] })),
  };
}
