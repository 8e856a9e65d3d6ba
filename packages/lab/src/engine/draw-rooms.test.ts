import { createCellRandom, fillCells } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import { createDrawRooms } from './draw-rooms.ts';

describe('draw rooms', () => {
  it.each([true, false])('hold what the domain draws, bit for bit (vectors: %s)', (vectors) => {
    const random = createCellRandom('rooms', 'test');
    const draws = createDrawRooms(3, 64, vectors);
    const plans = [
      ...[0, 1, 2, 3, 5, 63, 64].map((count) => ({ count, first: 4096 * count })),
      { count: 64, first: 2 ** 31 - 64 },
      { count: 64, first: 2 ** 31 - 20 },
    ];
    plans.forEach(({ count, first }, at) => {
      const room = at % 3;
      const column = random.column(at, room);
      draws.fill(room, column, first, count);
      const expected = new Float64Array(count);
      fillCells(column, expected, first);
      expect(draws.rooms[room]?.slice(0, count)).toEqual(expected);
    });
  });

  it('leaves the rooms beside it alone', () => {
    const draws = createDrawRooms(3, 64);
    for (const room of draws.rooms) room.fill(-1);
    draws.fill(1, createCellRandom(1).column(0, 0), 0, 64);
    expect(new Set(draws.rooms[0])).toEqual(new Set([-1]));
    expect(new Set(draws.rooms[2])).toEqual(new Set([-1]));
  });
});
