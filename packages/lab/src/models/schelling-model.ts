import { defineModel } from '../engine/define-model.ts';
import type { Stream } from '../engine/model.ts';

/**
 * Schelling's neighbourhoods as the public comparison of frameworks declares them: a square without
 * wrapping edges, one agent to a cell, activation in a random order each step, and whoever has too
 * few neighbours of the own group moves to a random empty cell.
 */
export const schellingModel = defineModel({
  name: 'schelling',
  at: { module: import.meta.url, name: 'schellingModel' },
  parameters: { side: 40, radius: 1, wanted: 3, stopWhenHappy: 0 },
  columns: { group: 'u8', cell: 'u32', happy: 'u8', order: 'u32' },
  fields: {
    /** Who lives in a cell: 0 nobody, 1 and 2 the two groups. */
    cells: 'u8',
    /** Cells without anybody, in no order. */
    empty: 'u32',
  },
  fieldLengths: ({ side }, agents) => ({
    cells: side * side,
    empty: Math.max(1, side * side - agents),
  }),
  draws: { place: 1, order: 2, move: 3 },
  observers: { happy: 'count' },
  processes: [
    {
      name: 'settle',
      when: 'start',
      over: 'everyone',
      run({ count, columns, fields, stream }) {
        const { group, cell, order } = columns;
        const places = Uint32Array.from({ length: fields.cells.length }, (_, index) => index);
        shuffle(places, stream('place'));
        for (let i = 0; i < count; i += 1) {
          group[i] = i < count / 2 ? 1 : 2;
          cell[i] = places[i] ?? 0;
          order[i] = i;
          fields.cells[places[i] ?? 0] = group[i] ?? 0;
        }
        fields.empty.set(places.subarray(count));
      },
    },
    {
      name: 'move',
      when: 'month',
      over: 'everyone',
      run({ count, columns, fields, parameters, stream, sums, stop }) {
        const { group, cell, happy, order } = columns;
        const { cells, empty } = fields;
        const { side, radius, wanted } = parameters;
        const moves = stream('move');
        let content = 0;
        shuffle(order, stream('order'));
        for (let turn = 0; turn < count; turn += 1) {
          const i = order[turn] ?? 0;
          const at = cell[i] ?? 0;
          const own = group[i] ?? 0;
          const isHappy = alike(cells, side, at, radius, own) >= wanted;
          happy[i] = isHappy ? 1 : 0;
          if (isHappy) {
            content += 1;
            continue;
          }
          const choice = moves.below(empty.length);
          const to = empty[choice] ?? 0;
          cells[at] = 0;
          cells[to] = own;
          cell[i] = to;
          empty[choice] = at;
        }
        sums.happy += content;
        if (content === count && parameters.stopWhenHappy === 1) stop();
      },
    },
  ],
});

/** How many within the radius are of a group, oneself left out. */
function alike(cells: Uint8Array, side: number, at: number, radius: number, own: number): number {
  const row = Math.floor(at / side);
  const column = at - row * side;
  const left = Math.max(0, column - radius);
  const right = Math.min(side - 1, column + radius);
  const bottom = Math.min(side - 1, row + radius);
  let found = -1;
  for (let y = Math.max(0, row - radius); y <= bottom; y += 1) {
    for (let place = y * side + left; place <= y * side + right; place += 1) {
      if (cells[place] === own) found += 1;
    }
  }
  return found;
}

function shuffle(list: Uint32Array, stream: Stream): void {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = stream.below(last + 1);
    const kept = list[last] ?? 0;
    list[last] = list[other] ?? 0;
    list[other] = kept;
  }
}
