import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isMatterClosed, isMatterOpened, isMatterProposed } from '../entry/matter-payload.ts';
import { penaltyRow, type Town } from '../town.test-support.ts';
import { foldMatters } from './fold-matters.ts';
import {
  createDesk,
  importRows,
  officialOf,
  openMatters,
  publicAnswer,
  reason,
} from './matter.test-support.ts';

const officials = ['王一', '李二', '陈三'].map((name) => officialOf(name, 'registrar'));
const choices = {
  conflict: ['take', 'keep', 'take'],
  identity: ['same', 'different', 'unsure'],
} as const;

type Step =
  | { readonly kind: 'import'; readonly fine: number; readonly strange: boolean }
  | { readonly kind: 'propose'; readonly by: number; readonly choice: number }
  | { readonly kind: 'decide'; readonly by: number; readonly agree: boolean };

const someone = fc.nat(officials.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    fine: fc.integer({ min: 101, max: 109 }),
    strange: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('propose' as const),
    by: someone,
    choice: fc.nat(2),
  }),
  fc.record({ kind: fc.constant('decide' as const), by: someone, agree: fc.boolean() }),
);

/** Every row carries its own fine, so that an answer shows which rows it rests on. */
async function take(town: Town, given: Step): Promise<void> {
  const { casework } = town;
  if (given.kind === 'import') {
    const names = given.strange ? { CF_XDR_MC: '浦西完全不同商行' } : {};
    await importRows(town, 'penalty', [penaltyRow(1, { CF_NR_FK: `${given.fine}`, ...names })]);
    return;
  }
  const principal = officials[given.by];
  const [matter] = await openMatters(casework);
  if (matter === undefined || principal === undefined) return;
  const { matterId, kind } = matter;
  if (given.kind === 'propose') {
    const choice = choices[kind][given.choice] ?? 'keep';
    await casework.proposeMatter({ principal, matterId, choice, reason, basis: [] });
  } else {
    const verdict = given.agree ? 'agree' : 'decline';
    await casework.decideMatter({ principal, matterId, verdict, reason });
  }
}

function payloads<Payload>(
  town: Town,
  is: (payload: unknown) => payload is Payload,
): readonly Payload[] {
  return town.store.entries.map(({ payload }): unknown => payload).filter(is);
}

/** Fines, in hundredths of a yuan, of the rows whose matters two officials decided to record. */
function decidedFines(town: Town): ReadonlySet<number> {
  const opened = payloads(town, isMatterOpened);
  const fines = payloads(town, isMatterClosed).flatMap(({ matterId, result }) => {
    const of = opened.find((each) => each.matterId === matterId);
    const fine = of?.record.facts['fine'];
    const isTaken = result === 'corrected' || result === 'recorded';
    return isTaken && typeof fine === 'object' && 'amount' in fine ? [fine.amount] : [];
  });
  return new Set(fines);
}

describe('whatever is supplied, proposed and decided, in any order', () => {
  it('keeps quarantined rows out of public answers, each in one matter, and decides by two', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const town = await createDesk();
        for (const given of steps) {
          await take(town, given);
          const answer = await publicAnswer(town.casework, 1);
          const decided = decidedFines(town);
          for (let fine = 101; fine <= 109; fine += 1) {
            const amount = fine * 1_000_000;
            if (!decided.has(amount)) expect(answer).not.toContain(String(amount));
          }
        }
        const rows = town.store.rows.values();
        const waiting = [...rows].flatMap(({ matters = [] }) => matters);
        const states = [...town.store.rows.keys()].flatMap((home) =>
          foldMatters(home, town.store.entriesOf(home)),
        );
        // A row is in one matter: the same content is never open twice.
        const open = states.filter(({ state }) => state !== 'closed');
        expect(new Set(open.map(({ opened }) => opened.contentHash)).size).toBe(open.length);
        expect(waiting).toHaveLength(states.length);
        const proposals = payloads(town, isMatterProposed);
        for (const closed of payloads(town, isMatterClosed)) {
          const proposed = proposals.filter(({ matterId }) => matterId === closed.matterId);
          const last = proposed.at(-1);
          expect(last?.choice).toBe(closed.choice);
          expect(last?.by.account).not.toBe(closed.by.account);
          expect(last?.by.official).not.toBe(closed.by.official);
        }
      }),
      { seed: 20_260_504, numRuns: 60 },
    );
  }, 120_000);

  it('has met every kind of outcome, so that the property is about something', async () => {
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 16 }), async (steps) => {
        const town = await createDesk();
        for (const given of steps) await take(town, given);
        for (const { result } of payloads(town, isMatterClosed)) met.add(result);
      }),
      { seed: 20_260_504, numRuns: 40 },
    );
    expect([...met].sort()).toEqual(['corrected', 'kept', 'returned']);
  }, 120_000);
});
