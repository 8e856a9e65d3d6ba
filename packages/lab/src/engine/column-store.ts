import { byteLengthOf, viewOf, type ColumnType, type ColumnView } from './column.ts';

/** A column to make: what it holds and how many. */
export interface ColumnPlan {
  readonly name: string;
  readonly type: ColumnType;
  readonly length: number;
  /** Values of each agent; 1 unless given. */
  readonly width?: number;
}

/** Columns on one piece of shared memory, in the order and at the places their plan gives. */
export interface ColumnStore {
  readonly plan: readonly ColumnPlan[];
  readonly buffer: SharedArrayBuffer;
  readonly views: ReadonlyMap<string, ColumnView>;
}

/** Each column starts at a line of the processor's cache, so that threads do not hinder each other. */
const ALIGNMENT = 64;

/**
 * Lays columns out, on new memory or on memory that another thread or a file filled by the same plan.
 *
 * @throws RangeError when the memory is not as large as the plan says
 */
export function createColumnStore(
  plan: readonly ColumnPlan[],
  given?: SharedArrayBuffer,
): ColumnStore {
  const bytes = storeBytes(plan);
  const buffer = given ?? new SharedArrayBuffer(bytes);
  if (buffer.byteLength !== bytes) {
    throw new RangeError(`The columns take ${bytes} bytes, but ${buffer.byteLength} were given.`);
  }
  const views = new Map<string, ColumnView>();
  let offset = 0;
  for (const { name, type, length } of plan) {
    views.set(name, viewOf(type, buffer, offset, length));
    offset += aligned(byteLengthOf(type, length));
  }
  return { plan, buffer, views };
}

/** What the columns of a plan take in memory. */
function storeBytes(plan: readonly ColumnPlan[]): number {
  return plan.reduce((sum, { type, length }) => sum + aligned(byteLengthOf(type, length)), 0);
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
