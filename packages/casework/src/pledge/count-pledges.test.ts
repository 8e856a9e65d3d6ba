import { civilDate, jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  Play,
  firm,
  foodPledge,
  nation,
  officer,
  served,
  type Said,
} from '../case/case.test-support.ts';
import { caseEntryKind, type CaseAction } from '../entry/case-payload.ts';
import type { BulkReader } from '../port/bulk.ts';
import type { Entry } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { countPledges } from './count-pledges.ts';
import { pledgeLine } from './pledge-line.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const pledge = 'cn.food-business-licence';
const day = civilDate('2026-11-01');

/** The acts of one pledge, as far as it was seen. */
function acts(outcome: 'kept' | 'running' | 'put-right'): readonly CaseAction[] {
  const play = new Play();
  const document = { number: '1' };
  const told: Said<'noticed'> = {
    ...{ kind: 'noticed', document, measures: [], reason: '告知' },
    told: ['conditions', 'materials', 'verification', 'liability', 'free_choice'],
  };
  play.open('P', '2026-05-06', firm, { matter: { case: 'pledge', pledge, number: '1' } });
  play.must('P', '2026-05-06', officer, told);
  play.must('P', '2026-05-06', officer, served('notice', '2026-05-06'));
  play.must('P', '2026-05-07', firm, { kind: 'pledged', pledge: foodPledge() });
  play.must('P', '2026-05-08', officer, { kind: 'granted-on-pledge', document, reason: '符合' });
  const seen = { seenOn: civilDate('2026-06-01'), seen: '现场查看' };
  if (outcome === 'put-right') {
    play.must('P', '2026-06-01', officer, { kind: 'seen-unkept', ...seen, unmet: ['rules'] });
  }
  if (outcome !== 'running') play.must('P', '2026-06-02', officer, { kind: 'seen-kept', ...seen });
  return play.file('P').actions;
}

function entriesOf(home: string, actions: readonly CaseAction[]): readonly Entry[] {
  return actions.map(
    (action, at) =>
      // As a journal gives them; nothing else of an entry is read by the count.
      ({
        ...{ home, stream: 'case/P', seq: at + 1, position: at + 1, id: `${home}-${String(at)}` },
        ...{ kind: caseEntryKind(action.kind), payload: jsonOf(action) },
      }) as unknown as Entry,
  );
}

function countOf(homes: readonly (readonly CaseAction[])[]) {
  const named = homes.map((actions, at) => ({ home: `h${String(at)}`, actions }));
  const register = {
    allCases: () => Promise.resolve(named.map(({ home }) => ({ home, kind: 'pledge' }))),
  } as unknown as Register; // The count asks for nothing else.
  const bulk = {
    readHomes: (wanted: readonly string[]) =>
      Promise.resolve(
        named
          .filter(({ home }) => wanted.includes(home))
          .map(({ home, actions }) => ({ home, entries: entriesOf(home, actions) })),
      ),
  } as unknown as BulkReader; // As above.
  return countPledges({ register, bulk }, { rulebook: nation(), day, upTo: 1_000 });
}

describe('how pledges came out', () => {
  it('is counted by item: kept, put right in time included; what still runs counts neither way', async () => {
    const homes = [
      ...Array.from({ length: 9 }, () => acts('kept')),
      ...Array.from({ length: 3 }, () => acts('put-right')),
      acts('running'),
    ];
    const figures = await countOf(homes);
    // Twelve were looked at; that none of them was broken is as little told as that nine were.
    expect(figures(pledge)).toEqual({ on: day, kept: null, broken: null, total: 12 });
    expect(figures('cn.public-place-hygiene')).toEqual({
      ...{ on: day, kept: null, broken: null, total: null },
    });
  });
});

describe('an item as anyone reads it', () => {
  it('says between which times somebody looks, and names no class', () => {
    const edition = nation().on(day);
    const card = edition?.pledges.get(pledge);
    const line =
      edition === undefined || card === undefined ? undefined : pledgeLine(card, edition);
    expect(line?.look).toEqual({
      ...{ from: { unit: 'months', count: 1 }, until: { unit: 'months', count: 6 } },
    });
    expect(JSON.stringify(line)).not.toMatch(/cn\.inspection|"class"/);
    expect(line?.conditions[0]?.basis[0]?.confidence).toBe('unverified');
  });
});
