/** What a column can hold: bits, whole numbers and floating-point numbers of a stated width. */
export const columnTypes = ['bit', 'u8', 'u16', 'u32', 'i32', 'f32', 'f64'] as const;

export type ColumnType = (typeof columnTypes)[number];

/** Several values for each agent, side by side: records, seats, one place for each list. */
export interface WideColumn {
  readonly type: Exclude<ColumnType, 'bit'>;
  /** Values of each agent: those of agent i stand from `i * width`. */
  readonly width: number;
}

/** The type of what a column holds, however many of it each agent has. */
export type TypeOf<T extends ColumnType | WideColumn> = T extends WideColumn ? T['type'] : T;

export function typeOf(column: ColumnType | WideColumn): ColumnType {
  return typeof column === 'string' ? column : column.type;
}

export function widthOf(column: ColumnType | WideColumn): number {
  return typeof column === 'string' ? 1 : column.width;
}

/** The view of a column by its type; every view lies on shared memory. */
export interface ColumnViews {
  readonly bit: BitColumn;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly u32: Uint32Array;
  readonly i32: Int32Array;
  readonly f32: Float32Array;
  readonly f64: Float64Array;
}

export type ColumnView = ColumnViews[ColumnType];

/** Eight agents to a byte. */
export class BitColumn {
  readonly bytes: Uint8Array;
  readonly length: number;

  constructor(bytes: Uint8Array, length: number) {
    this.bytes = bytes;
    this.length = length;
  }

  get(index: number): 0 | 1 {
    return (((this.bytes[index >>> 3] ?? 0) >>> (index & 7)) & 1) as 0 | 1;
  }

  set(index: number, value: boolean): void {
    const at = index >>> 3;
    const bit = 1 << (index & 7);
    const byte = this.bytes[at] ?? 0;
    this.bytes[at] = value ? byte | bit : byte & ~bit;
  }

  fill(value: boolean): void {
    this.bytes.fill(value ? 255 : 0);
  }

  /** @throws RangeError unless `from` is a multiple of eight: two threads never share a byte */
  subarray(from: number, until: number): BitColumn {
    if (from % 8 !== 0) throw new RangeError(`Bits are divided at multiples of 8, not at ${from}.`);
    return new BitColumn(this.bytes.subarray(from >>> 3, Math.ceil(until / 8)), until - from);
  }
}

const widths = { u8: 1, u16: 2, u32: 4, i32: 4, f32: 4, f64: 8 } as const;

/** The bytes that so many values of a type take. */
export function byteLengthOf(type: ColumnType, length: number): number {
  return type === 'bit' ? Math.ceil(length / 8) : widths[type] * length;
}

/** A view of `length` values at a place in a buffer. */
export function viewOf(
  type: ColumnType,
  buffer: SharedArrayBuffer,
  offset: number,
  length: number,
): ColumnView {
  switch (type) {
    case 'bit':
      return new BitColumn(new Uint8Array(buffer, offset, Math.ceil(length / 8)), length);
    case 'u8':
      return new Uint8Array(buffer, offset, length);
    case 'u16':
      return new Uint16Array(buffer, offset, length);
    case 'u32':
      return new Uint32Array(buffer, offset, length);
    case 'i32':
      return new Int32Array(buffer, offset, length);
    case 'f32':
      return new Float32Array(buffer, offset, length);
    case 'f64':
      return new Float64Array(buffer, offset, length);
  }
}
