import { describe, expect, it } from 'vitest';

import { defineModel } from './define-model.ts';
import { runModel } from './run-model.ts';

/** Two seats for each agent, filled from a table that the run is given. */
const seats = defineModel({
  name: 'seats',
  parameters: {},
  columns: { seat: { type: 'u16', width: 2 }, seen: 'f64' },
  fields: { table: 'u16' },
  draws: { luck: 1 },
  observers: { told: 'count' },
  processes: [
    {
      name: 'sit',
      when: 'month',
      over: 'agents',
      run({ count, first, columns, fields }) {
        for (let i = 0; i < count; i += 1) {
          columns.seat[2 * i] = first + i;
          columns.seat[2 * i + 1] = fields.table[(first + i) % 3] ?? 0;
        }
      },
    },
    {
      name: 'own',
      when: 'month',
      over: 'agents',
      draws: ['luck'],
      run: ({ columns, draws }) => columns.seen.set(draws.luck),
    },
    {
      name: 'call',
      when: 'month',
      over: 'everyone',
      run({ agents, columns, programs, month, sums, drawOf }) {
        const luck = drawOf('luck');
        for (let i = 0; i < agents; i += 1) if (columns.seen[i] === luck(i)) sums.told += 1;
        programs['double']?.(month, columns);
      },
    },
  ],
});

const table = Uint16Array.of(7, 8, 9);
const plan = { agents: 5000, months: 1, seed: 1, fields: { table } };

describe('what a run is given', () => {
  it('reaches every stretch of agents, in columns of several values each', async () => {
    const result = await runModel(seats, plan);
    if (result.kind !== 'done') throw new Error(result.kind);
    expect(result.columns.seat).toHaveLength(10_000);
    expect([...result.columns.seat.subarray(2 * 4999)]).toEqual([4999, 7 + (4999 % 3)]);
    // The whole sees the draw that each agent had.
    expect([...result.series.told]).toEqual([5000]);
  });

  it('is named in the manifest by what is in it, programs too', async () => {
    const run = (_: number, views: Readonly<Record<string, unknown>>): void => {
      const seat = views['seat'] as Uint16Array;
      seat.forEach((value, at) => (seat[at] = 2 * value));
    };
    const programs = { double: { hash: 'of-double', run } };
    const [one, other] = await Promise.all([
      runModel(seats, { ...plan, programs }),
      runModel(seats, { ...plan, fields: { table: Uint16Array.of(7, 8, 1) } }),
    ]);
    if (one.kind !== 'done' || other.kind !== 'done') throw new Error('cancelled');
    expect(one.columns.seat[3]).toBe(16);
    const [given, changed] = [one.manifest.plan.given, other.manifest.plan.given];
    expect(given?.['program double']).toEqual({ hash: 'of-double' });
    expect(given?.['table']).toMatchObject({ length: 3 });
    expect(changed?.['table']?.hash).not.toBe(given?.['table']?.hash);
  });

  it('is refused when it fits no field, and missing when a field has no length', async () => {
    const strange = { ...plan, fields: { table: Uint8Array.of(1) } };
    await expect(runModel(seats, strange)).rejects.toThrow(/1 bytes for the field "table"/);
    const unknown = { ...plan, fields: { table, other: table } };
    await expect(runModel(seats, unknown)).rejects.toThrow(/"other".*no such field.*table/);
    await expect(runModel(seats, { ...plan, fields: {} })).rejects.toThrow(/given it filled/);
    const bits = { ...seats, columns: { seat: { type: 'bit', width: 2 } } };
    expect(() => defineModel(bits as never)).toThrow(/width of 2 of "bit"/);
  });
});
