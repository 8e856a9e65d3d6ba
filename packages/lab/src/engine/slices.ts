import { widthOf, type ColumnView } from './column.ts';
import { LabError } from './define-model.ts';
import type { Slice } from './model.ts';
import { namedViews, SLICE, type Society } from './society.ts';

/** A stretch of agents, with what the engine changes from month to month. */
export type OpenSlice = { -readonly [Key in keyof Slice]: Slice[Key] };

/** Draws of one process in one month. */
export type DrawColumns = Readonly<Record<string, Float64Array>>;

/** The views of one stretch of agents: made once, used in every month. */
export function openSlice(society: Society, slice: number): OpenSlice {
  const { model, plan, columns, fields } = society;
  const first = slice * SLICE;
  const until = Math.min(plan.agents, first + SLICE);
  const own = [...columns.views].map(([name, view]): [string, ColumnView] => {
    const width = widthOf(model.columns[name] ?? 'u8');
    return [name, view.subarray(first * width, until * width)];
  });
  return {
    ...{ first, count: until - first, agents: plan.agents, month: 0 },
    parameters: plan.parameters,
    columns: Object.fromEntries(own),
    fields: namedViews(fields),
    draws: {},
    sums: emptySums(society),
  };
}

export function emptySums({ observers }: Society): Record<string, number> {
  return Object.fromEntries(observers.map((name) => [name, 0]));
}

/**
 * Makes room for the draws that a process asked for; any other is refused by name. The refusals lie
 * in a prototype, since objects with getters of their own would make every stretch slower.
 */
export function drawRoomOf({ model }: Society): DrawRoom {
  const refusals: PropertyDescriptorMap = {};
  for (const name of Object.keys(model.draws)) {
    refusals[name] = {
      get() {
        throw new LabError(
          `Model "${model.name}": a process uses the draw "${name}" but does not list it in "draws".`,
        );
      },
    };
  }
  const prototype = Object.create(null, refusals) as object;
  return (asked, room) => {
    const draws = Object.create(prototype) as Record<string, Float64Array>;
    asked.forEach((name, index) => {
      const value = room(index);
      Object.defineProperty(draws, name, { value, enumerable: true, writable: true });
    });
    return draws;
  };
}

export type DrawRoom = (
  asked: readonly string[],
  room: (index: number) => Float64Array,
) => DrawColumns;
