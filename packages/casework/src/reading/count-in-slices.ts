/** Slices that a reader waits for; a longer count goes on while he is told that it is being made. */
const slicesWaited = 10;

/** A count of the whole register that is under way or done. */
export interface SlicedCount {
  /** Resolves when it is done, or when a reader has waited long enough. */
  readonly soon: Promise<void>;
  /** Whether more was counted than a reader waits for. */
  readonly isLong: () => boolean;
  readonly isDone: () => boolean;
  readonly isFailed: () => boolean;
}

/**
 * Counts slice by slice, so that whoever else is served by the process hardly waits.
 *
 * @param countNext counts one slice, and says whether another may follow
 */
export function countInSlices(countNext: () => Promise<boolean>): SlicedCount {
  let slices = 0;
  let state: 'running' | 'done' | 'failed' = 'running';
  const countSlices = async (most: number): Promise<void> => {
    try {
      while (state === 'running' && slices < most) {
        const goesOn = await countNext();
        slices += 1;
        if (!goesOn) state = 'done';
      }
    } catch (error) {
      state = 'failed';
      throw error;
    }
  };
  const soon = countSlices(slicesWaited).then(() => {
    // Behind a reader's back nobody hears of a failure: the next reader starts the count again.
    if (state === 'running') countSlices(Number.POSITIVE_INFINITY).catch(() => undefined);
  });
  return {
    soon,
    isLong: () => slices >= slicesWaited,
    isDone: () => state === 'done',
    isFailed: () => state === 'failed',
  };
}
