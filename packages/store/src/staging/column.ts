import type { Engine, SqlValue } from '../connection/connection.ts';

/** How a column travels; what it becomes there is said by a cast in the statement. */
export type Wire = 'text' | 'integer';

/**
 * One column of many rows on its way to the database, where the rows are put together by `unnest`.
 * What was added is kept as bytes and not as values: rows that wait cost the collector nothing.
 */
export interface Column {
  add(value: string | number | undefined): void;
  /** The values as one array; valid until the next `clear`. */
  value(): SqlValue;
  /** Bytes that wait. */
  readonly bytes: number;
  clear(): void;
}

export function createColumn(engine: Engine, wire: Wire): Column {
  return engine === 'postgresql' ? new BinaryColumn(wire) : new ListColumn();
}

/** Identities of the types of the elements, as the server numbers them everywhere. */
const elementTypes: Readonly<Record<Wire, number>> = { integer: 23, text: 25 };

const HEADER_BYTES = 20;
const FIRST_BYTES = 16_384;
/** No character takes more bytes of UTF-8 for each of its units. */
const BYTES_PER_UNIT = 3;
const NULL_LENGTH = -1;
/** Texts up to here are tried byte by byte; beyond, one call into the engine is cheaper. */
const PLAIN_UNITS = 24;
const LAST_PLAIN = 0x7f;

/** An array in the binary form of the protocol: nothing is quoted here and nothing parsed there. */
class BinaryColumn implements Column {
  readonly #wire: Wire;
  #buffer: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #at: number = HEADER_BYTES;
  #count = 0;
  #hasNull = false;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  get bytes(): number {
    return this.#at;
  }

  add(value: string | number | undefined): void {
    this.#count += 1;
    if (value === undefined) {
      this.#reserve(4);
      this.#at = this.#buffer.writeInt32BE(NULL_LENGTH, this.#at);
      this.#hasNull = true;
    } else if (typeof value === 'number') {
      this.#reserve(8);
      this.#at = this.#buffer.writeInt32BE(4, this.#at);
      this.#at = this.#buffer.writeInt32BE(value, this.#at);
    } else {
      this.#reserve(4 + value.length * BYTES_PER_UNIT);
      const length = this.#write(value, this.#at + 4);
      this.#at = this.#buffer.writeInt32BE(length, this.#at) + length;
    }
  }

  /** Most texts are short and plain; a call into the engine for each costs more than all its bytes. */
  #write(text: string, at: number): number {
    if (text.length > PLAIN_UNITS) return this.#buffer.write(text, at);
    const buffer = this.#buffer;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > LAST_PLAIN) return buffer.write(text, at);
      buffer[at + index] = unit;
    }
    return text.length;
  }

  value(): SqlValue {
    const dimensions = this.#count === 0 ? 0 : 1;
    this.#buffer.writeInt32BE(dimensions, 0);
    this.#buffer.writeInt32BE(this.#hasNull ? 1 : 0, 4);
    this.#buffer.writeInt32BE(elementTypes[this.#wire], 8);
    this.#buffer.writeInt32BE(this.#count, 12);
    this.#buffer.writeInt32BE(1, 16);
    return this.#buffer.subarray(0, dimensions === 0 ? 12 : this.#at);
  }

  clear(): void {
    this.#at = HEADER_BYTES;
    this.#count = 0;
    this.#hasNull = false;
  }

  #reserve(bytes: number): void {
    const needed = this.#at + bytes;
    if (needed <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    this.#buffer.copy(grown, 0, 0, this.#at);
    this.#buffer = grown;
  }
}

/** The embedded database speaks no binary form; its driver writes arrays by itself. */
class ListColumn implements Column {
  #values: (string | number | null)[] = [];
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  add(value: string | number | undefined): void {
    this.#values.push(value ?? null);
    this.#bytes += typeof value === 'string' ? value.length : 4;
  }

  value(): SqlValue {
    return this.#values;
  }

  clear(): void {
    this.#values = [];
    this.#bytes = 0;
  }
}
