import { civilDate } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { CaseWorld } from '../case.ts';
import { Play, firm, listed, nation, officer } from '../case.test-support.ts';
import { publicListings } from './public-listings.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

/** How many listings everyone sees on a day; `listed` is in effect since 5 February 2024. */
function shown(world: CaseWorld, today: string, day = today): number {
  return publicListings(world, { today: civilDate(today), day: civilDate(day) }).length;
}

const document = { number: '望法〔2024〕1号' };

describe('a listing before everyone', () => {
  it('stands from its first day to the day before its end, and nothing has to run for that', () => {
    const { world } = listed();
    expect(shown(world, '2024-02-04')).toBe(0);
    expect(shown(world, '2024-02-05')).toBe(1);
    expect(shown(world, '2027-02-04')).toBe(1);
    expect(shown(world, '2027-02-05')).toBe(0);
  });

  it('is on no earlier day either once it has ended, nor before it began', () => {
    const { world } = listed();
    expect(shown(world, '2027-02-05', '2025-06-02')).toBe(0);
    expect(shown(world, '2025-06-02', '2024-02-04')).toBe(0);
    expect(shown(world, '2025-06-02', '2024-02-05')).toBe(1);
  });

  it('is put away while it is stayed, and bears the mark of a dispute meanwhile', () => {
    const play = listed();
    play.open('O', '2024-03-01', firm, {
      matter: {
        ...{ case: 'objection', clock: 'dispute.credence' },
        target: { kind: 'case', caseId: 'L' },
        points: [{ text: '不服' }],
      },
    });
    const today = civilDate('2024-03-01');
    const [listing] = publicListings(play.world, { today, day: today });
    expect(listing).toMatchObject({ disputedSince: '2024-03-01', repairFrom: '2025-02-05' });
    const stay = { kind: 'stayed', from: 'court', document, reason: '难以挽回' } as const;
    play.must('L', '2024-03-04', officer, stay);
    expect(shown(play.world, '2024-03-04')).toBe(0);
    play.must('L', '2024-03-06', officer, { kind: 'stay-lifted', document, reason: '恢复' });
    expect(shown(play.world, '2024-03-06')).toBe(1);
  });

  it('is published by the channels that its card names, and by no other', () => {
    const { world } = listed(new Play());
    const { rulebook } = world;
    const quiet: CaseWorld['rulebook'] = {
      ...rulebook,
      on: (day) => {
        const edition = rulebook.on(day);
        if (edition === undefined) return undefined;
        const lists = [...edition.lists].map(([id, list]) => {
          const publicity = { ...list.publicity, channels: ['open_data'] };
          return [id, { ...list, publicity }] as const;
        });
        return { ...edition, lists: new Map(lists) };
      },
    };
    expect(shown(world, '2024-06-03')).toBe(1);
    expect(shown({ ...world, rulebook: quiet }, '2024-06-03')).toBe(0);
  });
});
