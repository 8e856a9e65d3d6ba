import type { World } from '../language/world.ts';
import type { NumberArray } from './storage.ts';

/** One fact of many subjects or records. */
export type Column = (
  | { readonly kind: 'numbers'; readonly values: NumberArray }
  | { readonly kind: 'bits'; readonly values: Uint32Array }
  /** The codes of row `i` are `values[offsets[i]]` to before `values[offsets[i + 1]]`. */
  | { readonly kind: 'members'; readonly offsets: Uint32Array; readonly values: NumberArray }
) & {
  /** 1 where the fact is there; undefined for facts that always are. */
  readonly present: Uint8Array | undefined;
};

/** Facts of rows of one kind. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  /** Names of the rows, where they matter. */
  readonly ids: readonly string[] | undefined;
}

/** The records of one collection: those of subject `i` are `offsets[i]` to before `offsets[i + 1]`. */
export interface RecordTable extends Table {
  readonly offsets: Int32Array;
}

/**
 * Many subjects as a structure of arrays: one array for each fact, records of a subject side by
 * side. A million subjects with five million records are some dozen arrays and no object.
 */
export interface Population {
  readonly world: World;
  readonly size: number;
  readonly subjects: Table;
  readonly collections: ReadonlyMap<string, RecordTable>;
}
