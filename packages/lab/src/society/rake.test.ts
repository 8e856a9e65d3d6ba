import { describe, expect, it } from 'vitest';

import { compileSociety } from './compile-society.ts';
import { groupsOf, rake } from './rake.ts';
import { readSociety, type SocietyKind } from './read-society.ts';
import { readLosses, readWorldFigures } from './read-world-figures.ts';
import { cellTraits } from './traits.ts';

const marks = { source: 'made up', confidence: 'unverified' } as const;
const title = { zh: '组', en: 'Group' };

function kindOf(rows: readonly number[], columns: readonly number[], times: number): SocietyKind {
  const groups = (shares: readonly number[], prefix: string) =>
    shares.map((share, at) => ({ id: `${prefix}${at}`, title, share }));
  return {
    ...{ kind: 'organisation', title, share: { value: 1, ...marks } },
    tables: [
      { trait: 'region', title, ...marks, groups: groups(rows, 'r') },
      { trait: 'sector', title, ...marks, groups: groups(columns, 's') },
    ],
    ties: [{ trait: 'region', group: 'r0', with: 'sector', to: 's0', times, ...marks }],
    means: { values: [1], per: 'employee', ...marks },
  };
}

describe('raking', () => {
  it('makes every margin hold and keeps the odds ratio of a tie', () => {
    const { shares, sizes } = rake(kindOf([0.3, 0.7], [0.2, 0.8], 5));
    const [a = 0, b = 0, c = 0, d = 0] = shares;
    expect(sizes).toEqual([2, 2]);
    expect(a + b).toBeCloseTo(0.3, 9);
    expect(a + c).toBeCloseTo(0.2, 9);
    expect(a + b + c + d).toBeCloseTo(1, 9);
    expect((a * d) / (b * c)).toBeCloseTo(5, 6);
  });

  it('is independence where nothing is tied', () => {
    const { shares } = rake(kindOf([0.3, 0.7], [0.2, 0.8], 1));
    expect([...shares].map((share) => share.toFixed(9))).toEqual(
      [0.06, 0.24, 0.14, 0.56].map((share) => share.toFixed(9)),
    );
    expect(groupsOf([2, 2], 2)).toEqual([1, 0]);
  });

  it('names a tie between groups that are not there, and margins that cannot hold', () => {
    const kind = kindOf([0.3, 0.7], [0.2, 0.8], 5);
    const [tie] = kind.ties;
    const lost = { ...kind, ties: tie === undefined ? [] : [{ ...tie, to: 's9' }] };
    expect(() => rake(lost)).toThrow(/the group "s9" of "sector"/);
    expect(() => rake(kindOf([0.3, 0.7], [0.2, 0.9], 1))).toThrow(/cannot all hold/);
  });
});

describe('the societies', () => {
  it.each(['organisations', 'town'])('can be raked and laid out: %s', async (name) => {
    const society = await readSociety(name);
    for (const kind of society.kinds) expect(rake(kind).passes).toBeLessThan(50);
    const { layout, cellBounds, cellGroups } = compileSociety(society, 1000);
    expect(layout[0]).toBe(name === 'town' ? 48 : 1000);
    expect(cellGroups.length).toBe(cellBounds.length * cellTraits.length);
  });

  it('come with figures and losses, each with its mark', async () => {
    expect((await readWorldFigures()).limitation).toBe(24);
    expect((await readLosses()).touches['ordinary_travel']).toMatchObject({ attempts: 0.07 });
    await expect(readSociety('city')).rejects.toThrow(/There are organisations, town|there are/);
  });
});
