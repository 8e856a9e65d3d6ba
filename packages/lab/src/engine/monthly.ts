import { cellAt, type CellColumn } from '@credence/domain';

import { LabError } from './define-model.ts';
import { createDrawRooms } from './draw-rooms.ts';
import type { AgentProcess, Process, Stream, Whole, WholeProcess } from './model.ts';
import { drawRoomOf, emptySums, openSlice, type DrawColumns, type OpenSlice } from './slices.ts';
import { namedViews, SLICE, type Society } from './society.ts';

/** Processes over agents that follow one another run stretch by stretch without waiting. */
export type Stage =
  | { readonly over: 'agents'; readonly processes: readonly AgentProcess[] }
  | { readonly over: 'everyone'; readonly process: WholeProcess };

/** The stages of the start or of a month, in their order. */
export function stagesOf(processes: readonly Process[], when: Process['when']): readonly Stage[] {
  const stages: Stage[] = [];
  for (const process of processes) {
    if (process.when !== when) continue;
    const last = stages.at(-1);
    if (process.over === 'everyone') stages.push({ over: 'everyone', process });
    else if (last?.over === 'agents') {
      stages[stages.length - 1] = { ...last, processes: [...last.processes, process] };
    } else stages.push({ over: 'agents', processes: [process] });
  }
  return stages;
}

/** What one thread does of a stage over agents. */
export type SliceWork = (stage: Stage, month: number) => void;

/** Prepares a thread for the stretches whose number leaves `thread` when divided by `threads`. */
export function createSliceWork(society: Society, thread: number, threads: number): SliceWork {
  const { model, partials, observers } = society;
  const slices: { readonly slice: OpenSlice; readonly draws: Map<AgentProcess, DrawColumns> }[] =
    [];
  const drawRoom = drawRoomOf(society);
  const rooms = createDrawRooms(Object.keys(model.draws).length, SLICE);
  for (let number = thread; number < society.slices; number += threads) {
    const slice = openSlice(society, number);
    const draws = new Map<AgentProcess, DrawColumns>();
    for (const process of model.processes) {
      if (process.over !== 'agents') continue;
      const roomFor = (index: number) =>
        (rooms.rooms[index] as Float64Array).subarray(0, slice.count);
      draws.set(process, drawRoom(process.draws ?? [], roomFor));
    }
    slices.push({ slice, draws });
  }
  return (stage, month) => {
    if (stage.over !== 'agents') return;
    const chances = stage.processes.map(({ draws = [] }) =>
      draws.map((name) => society.columnOf(month, name)),
    );
    slices.forEach(({ slice, draws }, index) => {
      for (const name of observers) slice.sums[name] = 0;
      slice.month = month;
      stage.processes.forEach((process, at) => {
        slice.draws = draws.get(process) ?? {};
        chances[at]?.forEach((column, room) => {
          rooms.fill(room, column, slice.first, slice.count);
        });
        process.run(slice);
      });
      const place = (index * threads + thread) * observers.length;
      observers.forEach((name, at) => (partials[place + at] = slice.sums[name] ?? 0));
    });
  };
}

/** What a process over everyone sees; the same object every month. */
export function createWholeWork(
  society: Society,
  programs: Whole['programs'] = {},
): (process: WholeProcess, month: number) => { sums: Record<string, number>; stopped: boolean } {
  const { plan } = society;
  const shared = {
    ...{ first: 0, count: plan.agents, agents: plan.agents, parameters: plan.parameters },
    columns: namedViews(society.columns) as Whole['columns'],
    fields: namedViews(society.fields) as Whole['fields'],
    ...{ draws: {}, programs },
  };
  return (process, month) => {
    const sums = emptySums(society);
    let stopped = false;
    process.run({
      ...{ ...shared, month, sums },
      stream: (purpose) => streamOf(declaredColumn(society, month, purpose)),
      drawOf: (purpose) => {
        const column = declaredColumn(society, month, purpose);
        return (agent) => cellAt(column, agent);
      },
      stop: () => (stopped = true),
    });
    return { sums, stopped };
  };
}

function declaredColumn({ model, columnOf }: Society, month: number, purpose: string): CellColumn {
  if (purpose in model.draws) return columnOf(month, purpose);
  throw new LabError(`Model "${model.name}": "${purpose}" is not among its draws.`);
}

/** The numbers of a column one after another: the n-th draw stands where the n-th agent's would. */
function streamOf(column: CellColumn): Stream {
  let drawn = 0;
  return {
    ratio: () => cellAt(column, drawn++),
    below: (limit) => Math.floor(cellAt(column, drawn++) * limit),
  };
}
