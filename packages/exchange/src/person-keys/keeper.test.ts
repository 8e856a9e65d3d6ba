import { describe, expect, it } from 'vitest';

import { createKeeper } from './keeper.ts';
import type { KeeperAnswer } from './keeper-messages.ts';

const one = '98010118850101001X';
const other = '980101188501010028';
const place = { agency: 'court', caseId: 'c1' };

function open(secret = 1) {
  const clock = { at: 0 };
  return { clock, ask: createKeeper(Buffer.alloc(32, secret), () => clock.at) };
}

function textOf(answer: KeeperAnswer): string {
  if (answer.kind !== 'text') throw new Error(JSON.stringify(answer));
  return answer.text;
}

describe('the process that keeps the keys of people', () => {
  it('gives one person another key in every case, authority and register', () => {
    const { ask } = open();
    const blind = (number: string, at = place) => textOf(ask({ ask: 'blind', number, place: at }));
    expect(blind(one)).toBe(blind(one));
    const keys = [
      blind(one),
      blind(other),
      blind(one, { ...place, caseId: 'c2' }),
      blind(one, { ...place, agency: 'tax' }),
      textOf(open(2).ask({ ask: 'blind', number: one, place })),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(Buffer.from(key, 'base64url')).toHaveLength(32);
  });

  it('finds with a pass what is the person’s own, and nothing of anybody else', () => {
    const { ask } = open();
    const pass = textOf(ask({ ask: 'admit', number: one }));
    const keyOf = (number: string, at = place) => ({
      ...at,
      key: textOf(ask({ ask: 'blind', number, place: at })),
    });
    const elsewhere = { ...place, agency: 'tax' };
    // The same key under another authority is no key at all: nothing can be carried over.
    const places = [
      keyOf(one),
      keyOf(other),
      keyOf(one, elsewhere),
      { ...keyOf(one), ...elsewhere },
    ];
    expect(ask({ ask: 'match', pass, places })).toEqual({
      kind: 'flags',
      flags: [true, false, true, false],
    });
    expect(ask({ ask: 'match', pass: one, places })).toEqual({
      kind: 'refused',
      because: 'pass-over',
    });
  });

  it('gives a pass by chance, never twice the same, which holds for a working day', () => {
    const { ask, clock } = open();
    const [first, second] = [1, 2].map(() => textOf(ask({ ask: 'admit', number: one })));
    expect(first).not.toBe(second);
    const knows = () => ask({ ask: 'knows', pass: first ?? '' });
    expect(knows()).toEqual({ kind: 'flags', flags: [true] });
    clock.at += 9 * 3_600_000;
    expect(knows()).toEqual({ kind: 'flags', flags: [false] });
  });

  it('hears so many numbers a minute and no more, so that they cannot be tried out', () => {
    const { ask, clock } = open();
    const tried = Array.from({ length: 40 }, (_, index) =>
      ask({ ask: 'blind', number: String(index), place }),
    );
    expect(tried.filter(({ kind }) => kind === 'text')).toHaveLength(30);
    expect(ask({ ask: 'admit', number: one }).kind).toBe('refused');
    clock.at += 60_000;
    expect(ask({ ask: 'admit', number: one }).kind).toBe('text');
  });
});
