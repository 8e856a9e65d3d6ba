import { cellAt, type CellColumn } from '@credence/domain';

import { gapOf } from './gap.ts';
import type { Agents, AgentStates, EventProcess, Slice } from './model.ts';
import { drawRoomOf, openSlice } from './slices.ts';
import { BATCH, SLICE, type Society } from './society.ts';

const TOGETHER = 512;

/** Takes one stretch of agents through all months, jumping from event to event. */
export type EventWork = (slice: number) => void;

/** The draws of one purpose for every month, and where an event finds those of its agents. */
interface EventDraw {
  readonly room: Float64Array;
  readonly months: readonly CellColumn[];
}

type OpenAgents = { -readonly [Key in keyof Agents]: Agents[Key] };

interface Jumps {
  readonly months: number;
  readonly gaps: readonly CellColumn[];
  readonly draws: readonly EventDraw[];
  readonly states: AgentStates;
  /** Agents whose months are not over, and of these the ones to whom something happens. */
  readonly open: OpenAgents;
  readonly hit: OpenAgents;
  readonly quiet: Int32Array;
  /** For each observer, what it was told of each agent's state before: only a change is a step. */
  readonly told: readonly Float64Array[];
  /** For each observer and month, how much more or less than in the month before. */
  readonly steps: readonly Float64Array[];
}

/** Prepares a thread. Between events nothing is drawn: observers are told what is to be expected. */
export function createEventWork(society: Society, events: EventProcess): EventWork {
  const { plan, observers, partials } = society;
  const monthsOf = (name: string): CellColumn[] =>
    Array.from({ length: plan.months }, (_, month) => society.columnOf(month, name));
  const drawRoom = drawRoomOf(society);
  const ratios = (): Float64Array => new Float64Array(SLICE);
  const draws = events.draws.map((name) => ({ room: ratios(), months: monthsOf(name) }));
  const width = plan.months + 1;
  const jumps: Jumps = {
    months: plan.months,
    gaps: monthsOf(events.gap),
    draws,
    states: {
      ...{ chance: ratios(), months: new Int32Array(SLICE), means: observers.map(ratios) },
    },
    open: roomForAgents(),
    hit: roomForAgents(),
    quiet: new Int32Array(SLICE),
    told: observers.map(ratios),
    steps: observers.map(() => new Float64Array(width)),
  };
  return (number) => {
    const slice = openSlice(society, number);
    slice.draws = drawRoom(events.draws, (index) => draws[index]?.room as Float64Array);
    for (const row of [...jumps.steps, ...jumps.told]) row.fill(0);
    jumpAll(events, slice, jumps);
    const place = (number % BATCH) * observers.length * width;
    jumps.steps.forEach((row, at) => {
      partials.set(row, place + at * width);
    });
  };
}

function roomForAgents(): OpenAgents {
  return { count: 0, index: new Int32Array(SLICE), month: new Int32Array(SLICE) };
}

/** The agents of the stretch, so few at a time that what is known of them stays at hand. */
function jumpAll(events: EventProcess, slice: Slice, jumps: Jumps): void {
  for (let from = 0; from < slice.count; from += TOGETHER) {
    open(jumps.open, from, Math.min(slice.count, from + TOGETHER));
    while (jumps.open.count > 0) jumpOnce(events, slice, jumps);
  }
}

function open(agents: OpenAgents, from: number, until: number): void {
  agents.count = until - from;
  for (let entry = 0; entry < agents.count; entry += 1) {
    agents.index[entry] = from + entry;
    agents.month[entry] = 0;
  }
}

/** All whose months are not over. They do not meet, so that none waits for the memory of another. */
function jumpOnce(events: EventProcess, slice: Slice, jumps: Jumps): void {
  events.state(slice, jumps.open, jumps.states);
  jumps.told.forEach((told, at) => {
    tell(jumps.open, jumps.states.means[at] as Float64Array, told, jumps.steps[at] as Float64Array);
  });
  jump(slice.first, jumps);
  events.passes(slice, jumps.open, jumps.quiet);
  for (const draw of jumps.draws) drawFor(draw, jumps.hit, slice.first);
  events.happens(slice, jumps.hit);
  keepOpen(jumps.months, jumps.open);
}

/** What an observer sees changes with the month in which a state begins. */
function tell(
  { count, index, month }: Agents,
  means: Float64Array,
  told: Float64Array,
  row: Float64Array,
): void {
  for (let entry = 0; entry < count; entry += 1) {
    const agent = index[entry] as number;
    const from = month[entry] as number;
    const mean = means[entry] as number;
    row[from] = (row[from] as number) + mean - (told[agent] as number);
    told[agent] = mean;
  }
}

/** A state that ends first ends the gap with it: what is left of a gap is as long as a new one. */
function jump(first: number, jumps: Jumps): void {
  const { months, gaps, quiet, hit } = jumps;
  const { count, index, month } = jumps.open;
  const { chance, months: lasts } = jumps.states;
  const { index: hitIndex, month: hitMonth } = hit;
  let hits = 0;
  for (let entry = 0; entry < count; entry += 1) {
    const agent = index[entry] as number;
    const from = month[entry] as number;
    const ratio = cellAt(gaps[from] as CellColumn, first + agent);
    const gap = gapOf(chance[entry] as number, ratio);
    const left = Math.min(lasts[entry] as number, months - from);
    const isEvent = Number(gap <= left) | 0;
    quiet[entry] = Math.min(gap - 1, left);
    month[entry] = from + Math.min(gap, left);
    hitIndex[hits] = agent;
    hitMonth[hits] = from + gap - 1;
    hits = (hits + isEvent) | 0;
  }
  hit.count = hits;
}

function drawFor(
  { room, months }: EventDraw,
  { count, index, month }: Agents,
  first: number,
): void {
  for (let entry = 0; entry < count; entry += 1) {
    const column = months[month[entry] as number] as CellColumn;
    room[entry] = cellAt(column, first + (index[entry] as number));
  }
}

function keepOpen(months: number, agents: OpenAgents): void {
  const { count, index, month } = agents;
  let kept = 0;
  for (let entry = 0; entry < count; entry += 1) {
    const at = month[entry] as number;
    index[kept] = index[entry] as number;
    month[kept] = at;
    kept = (kept + Number(at < months)) | 0;
  }
  agents.count = kept;
}
