import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { noChange } from './column-forecast.ts';
import { createDueIndex } from './due-index.ts';

describe('the index of due days', () => {
  it('hands out each subject once, on the first day asked about that is not before its day', () => {
    const index = createDueIndex(Int32Array.of(5, noChange, 3, 9));
    expect(index.takeDue(2)).toEqual([]);
    expect(index.takeDue(5)).toEqual([0, 2]);
    expect(index.takeDue(8)).toEqual([]);
    expect(index.takeDue(20)).toEqual([3]);
    expect(index.takeDue(30)).toEqual([]);
  });

  it('forgets the day a subject was due on before', () => {
    const index = createDueIndex(Int32Array.of(5, 5));
    index.setDue(0, 8);
    index.setDue(1, noChange);
    expect(index.takeDue(7)).toEqual([]);
    expect(index.takeDue(8)).toEqual([0]);
    index.setDue(1, 4);
    expect(index.dueOn(1)).toBe(4);
    expect(index.takeDue(9)).toEqual([1]);
  });

  it('gives what going through all subjects gives, however they move', () => {
    const day = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(noChange));
    const step = fc.record({ index: fc.nat(9), day, today: fc.nat(3) });
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 10, maxLength: 10 }),
        fc.array(step),
        (days, steps) => {
          const index = createDueIndex(Int32Array.from(days));
          const plain = [...days];
          let today = 0;
          for (const each of steps) {
            index.setDue(each.index, each.day);
            plain[each.index] = each.day;
            today += each.today;
            const due = plain.flatMap((dueOn, place) => (dueOn <= today ? [place] : []));
            for (const place of due) plain[place] = noChange;
            expect(index.takeDue(today)).toEqual(due);
          }
        },
      ),
    );
  });
});
