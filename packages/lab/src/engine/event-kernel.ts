import { cellAt, type CellColumn } from '@credence/domain';

import { createGap } from './gap.ts';
import type { AgentState, EventProcess, Slice } from './model.ts';
import { drawRoomOf, openSlice } from './slices.ts';
import { BATCH, type Society } from './society.ts';

/** Takes one stretch of agents through all months, jumping from event to event. */
export type EventWork = (slice: number) => void;

/** The draws of one purpose for every month, and where an event finds its own. */
interface EventDraw {
  readonly room: Float64Array;
  readonly months: readonly CellColumn[];
}

interface Jumps {
  readonly months: number;
  readonly gaps: readonly CellColumn[];
  readonly draws: readonly EventDraw[];
  readonly gapOf: (chance: number, ratio: number) => number;
  /** For each observer and month, how much more or less than in the month before. */
  readonly steps: Float64Array;
}

/** Prepares a thread. Between events nothing is drawn: observers are told what is to be expected. */
export function createEventWork(society: Society, events: EventProcess): EventWork {
  const { plan, observers, partials } = society;
  const monthsOf = (name: string): CellColumn[] =>
    Array.from({ length: plan.months }, (_, month) => society.columnOf(month, name));
  const drawRoom = drawRoomOf(society);
  const rooms = events.draws.map(() => new Float64Array(1));
  const draws = events.draws.map((name, at) => ({
    room: rooms[at] as Float64Array,
    months: monthsOf(name),
  }));
  const jumps: Jumps = {
    months: plan.months,
    gaps: monthsOf(events.gap),
    gapOf: createGap(),
    draws,
    steps: new Float64Array(observers.length * (plan.months + 1)),
  };
  return (number) => {
    const slice = openSlice(society, number);
    slice.draws = drawRoom(events.draws, (index) => rooms[index] as Float64Array);
    jumps.steps.fill(0);
    jumpAll(events, slice, jumps);
    partials.set(jumps.steps, (number % BATCH) * jumps.steps.length);
  };
}

/** Every agent from the first month to the last; one function, so that the engine's calls are inlined. */
function jumpAll(
  events: EventProcess,
  slice: Slice,
  { months, gaps, draws, gapOf, steps }: Jumps,
): void {
  const open = slice as { month: number };
  const { first, count } = slice;
  const width = months + 1;
  const means = new Float64Array(steps.length / width);
  /** What was told of the state before: only a change is a step. */
  const told = new Float64Array(means.length);
  const state: AgentState = { chance: 0.5, months: Infinity, means };
  for (let index = 0; index < count; index += 1) {
    let month = 0;
    while (month < months) {
      open.month = month;
      events.state(slice, index, state);
      const gap = gapOf(state.chance, cellAt(gaps[month] as CellColumn, first + index));
      // A state that ends first ends the gap with it: what is left of a gap is as long as a new one.
      const left = state.months < months - month ? state.months | 0 : months - month;
      const isEvent = gap <= left;
      const until = month + (isEvent ? gap : left);
      for (let at = 0; at < means.length; at += 1) {
        const mean = means[at] as number;
        const before = month === 0 ? 0 : (told[at] as number);
        if (mean === before && month > 0) continue;
        told[at] = mean;
        steps[at * width + month] = (steps[at * width + month] as number) + mean - before;
      }
      const quiet = isEvent ? gap - 1 : left;
      if (quiet > 0) events.passes(slice, index, quiet);
      if (isEvent) {
        open.month = until - 1;
        for (let at = 0; at < draws.length; at += 1) {
          const draw = draws[at] as EventDraw;
          draw.room[0] = cellAt(draw.months[until - 1] as CellColumn, first + index);
        }
        events.happens(slice, index);
      }
      month = until;
    }
  }
}
