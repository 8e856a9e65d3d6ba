import { fillCells, type CellColumn } from '@credence/domain';

import { simdProgram } from './simd-program.ts';

/** Room for the draws of one stretch of agents, purpose by purpose. */
export interface DrawRooms {
  readonly rooms: readonly Float64Array[];
  /** Fills a room with the draws of `count` agents from `first`; what lies behind them is undefined. */
  fill(room: number, column: CellColumn, first: number, count: number): void;
}

type Fill = (
  place: number,
  count: number,
  first: number,
  key0: number,
  key1: number,
  key2: number,
) => void;

/** As much of it as is used here; the types of Node 20 leave it out. */
declare const WebAssembly: {
  readonly Memory: new (options: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (program: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, object>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  validate(program: Uint8Array<ArrayBuffer>): boolean;
};

const PAGE = 65_536;
/** Agents that the program takes at a time. */
const LANES = 4;

/** Rooms of `length` draws each, a multiple of four. The same bits with vectors and without. */
export function createDrawRooms(
  count: number,
  length: number,
  useVectors = WebAssembly.validate(simdProgram()),
): DrawRooms {
  const bytes = length * Float64Array.BYTES_PER_ELEMENT;
  const pages = Math.max(1, Math.ceil((count * bytes) / PAGE));
  const memory = new WebAssembly.Memory({ initial: pages });
  const rooms = Array.from(
    { length: count },
    (_, room) => new Float64Array(memory.buffer, room * bytes, length),
  );
  const fill = useVectors ? vectorFill(memory) : undefined;
  return {
    rooms,
    fill(room, column, first, wanted) {
      const target = rooms[room] as Float64Array;
      if (fill === undefined) fillCells(column, target.subarray(0, wanted), first);
      else if (wanted > 0) {
        const rounded = Math.ceil(wanted / LANES) * LANES;
        fill(target.byteOffset, rounded, first, column.key0, column.key1, column.key2);
      }
    },
  };
}

function vectorFill(memory: object): Fill {
  const module = new WebAssembly.Module(simdProgram());
  const { fill } = new WebAssembly.Instance(module, { lab: { memory } }).exports;
  if (typeof fill !== 'function') throw new TypeError('The program exports no function "fill".');
  return fill as Fill;
}
