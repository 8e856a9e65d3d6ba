import { describe, expect, it } from 'vitest';

import { philox4x32 } from './philox.ts';
import { createRandom } from './random.ts';

/** Sum over cells of (seen - expected)^2 / expected. */
function chiSquare(seen: readonly number[]): number {
  const expected = seen.reduce((sum, count) => sum + count, 0) / seen.length;
  return seen.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('philox4x32', () => {
  it.each([
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      '408f276d 41c83b0e a20bc7c6 6d5451fd',
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    ],
  ] as const)('gives the known answer for counter %j and key %j', (counter, key, answer) => {
    const words = philox4x32(counter, key).map((word) => word.toString(16).padStart(8, '0'));
    expect(words.join(' ')).toBe(answer);
  });
});

describe('createRandom', () => {
  it('gives the same stream for the same seed and key, and another for any other', () => {
    const first = (...key: (string | number)[]) => createRandom(1, ...key).next();
    expect(first('a', 2)).toBe(first('a', 2));
    const names = [['a', 2], ['a', '2'], ['a2'], ['a'], [2, 'a'], ['', 'a'], ['a', ''], []];
    expect(new Set(names.map((name) => first(...name))).size).toBe(names.length);
    expect(createRandom('1').next()).not.toBe(createRandom(1).next());
  });

  it('keeps its numbers for ever: invented data stays the same from version to version', () => {
    const random = createRandom(20260401, 'organisation', 7);
    const drawn = Array.from({ length: 5 }, () => random.next());
    expect(drawn).toEqual([955841365, 263627759, 1495992453, 1034232585, 1021975994]);
  });

  it('forks streams that do not depend on how far it was read', () => {
    const parent = createRandom(5, 'city');
    const before = parent.fork('firm', 1).next();
    parent.next();
    expect(parent.fork('firm', 1).next()).toBe(before);
    expect(createRandom(5, 'city', 'firm', 1).next()).toBe(before);
  });

  it('spreads numbers, and first numbers of neighbouring keys, evenly over all bits', () => {
    const random = createRandom('quality');
    const streams: (() => number)[] = [() => random.next()];
    let index = 0;
    streams.push(() => createRandom(1, 'key', (index += 1)).next());
    for (const draw of streams) {
      const bits = new Array<number>(32).fill(0);
      const bytes = new Array<number>(256).fill(0);
      for (let i = 0; i < 20_000; i += 1) {
        const word = draw();
        for (let bit = 0; bit < 32; bit += 1) bits[bit] = (bits[bit] ?? 0) + ((word >>> bit) & 1);
        bytes[word >>> 24] = (bytes[word >>> 24] ?? 0) + 1;
      }
      for (const ones of bits) expect(Math.abs(ones - 10_000)).toBeLessThan(400);
      expect(chiSquare(bytes)).toBeLessThan(350);
    }
  });

  it('changes about half of the bits when one character of a key changes', () => {
    let changed = 0;
    for (let i = 0; i < 2000; i += 1) {
      const a = createRandom(1, `key-${i}-a`).next();
      let difference = a ^ createRandom(1, `key-${i}-b`).next();
      for (; difference !== 0; difference &= difference - 1) changed += 1;
    }
    expect(Math.abs(changed / 2000 - 16)).toBeLessThan(0.5);
  });

  it('draws below a limit without favouring any number', () => {
    const random = createRandom('below');
    const seen = new Array<number>(7).fill(0);
    for (let i = 0; i < 14_000; i += 1) {
      const drawn = random.below(7);
      seen[drawn] = (seen[drawn] ?? 0) + 1;
    }
    expect(chiSquare(seen)).toBeLessThan(25);
    expect(random.below(1)).toBe(0);
    expect(random.below(2 ** 32)).toBeLessThan(2 ** 32);
    for (let i = 0; i < 50; i += 1) expect(random.below(3 * 2 ** 30)).toBeLessThan(3 * 2 ** 30);
    for (const limit of [0, -1, 1.5, 2 ** 33])
      expect(() => random.below(limit)).toThrow(RangeError);
  });

  it('draws between two numbers, both included', () => {
    const random = createRandom('between');
    const seen = new Set(Array.from({ length: 200 }, () => random.between(-1, 1)));
    expect(seen).toEqual(new Set([-1, 0, 1]));
  });

  it('draws ratios from 0 to below 1, and chances by them', () => {
    const random = createRandom('ratio');
    const ratios = Array.from({ length: 5000 }, () => random.ratio());
    expect(ratios.every((ratio) => ratio >= 0 && ratio < 1)).toBe(true);
    expect(Math.abs(ratios.reduce((sum, ratio) => sum + ratio, 0) / 5000 - 0.5)).toBeLessThan(0.02);
    const hits = Array.from({ length: 5000 }, () => random.chance(0.1)).filter(Boolean).length;
    expect(Math.abs(hits / 5000 - 0.1)).toBeLessThan(0.02);
    expect(random.chance(0)).toBe(false);
    expect(random.chance(1)).toBe(true);
  });

  it('picks, by weight if asked, and refuses an empty choice', () => {
    const random = createRandom('pick');
    expect(['a', 'b']).toContain(random.pick(['a', 'b']));
    expect(() => random.pick([])).toThrow(RangeError);
    const picks = Array.from({ length: 4000 }, () =>
      random.pickWeighted([
        ['never', 0],
        ['seldom', 1],
        ['often', 3],
      ] as const),
    );
    expect(picks).not.toContain('never');
    expect(Math.abs(picks.filter((pick) => pick === 'often').length / 4000 - 0.75)).toBeLessThan(
      0.03,
    );
    expect(() => random.pickWeighted([['a', 0]])).toThrow(RangeError);
  });

  it('shuffles every item into every place and leaves the list as it was', () => {
    const random = createRandom('shuffle');
    const list = ['a', 'b', 'c'];
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const order = random.shuffle(list).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(list).toEqual(['a', 'b', 'c']);
    expect(seen.size).toBe(6);
    expect(chiSquare([...seen.values()])).toBeLessThan(22);
  });

  it('gives bytes of the length asked for', () => {
    expect(createRandom('bytes').bytes(10)).toHaveLength(10);
    expect(createRandom('bytes').bytes(10)).toEqual(createRandom('bytes').bytes(10));
  });
});
