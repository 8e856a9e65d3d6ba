/** How often a piece of work is repeated; the fastest repeat counts. */
export interface Repeats {
  readonly warmUp: number;
  readonly measured: number;
}

const usual: Repeats = { warmUp: 1, measured: 5 };

/**
 * Milliseconds of processor time that a piece of work takes, of all threads together, so that
 * neither a busy machine nor a second thread makes it look faster than it is.
 */
export async function cpuTime(
  work: () => void | Promise<void>,
  { warmUp, measured }: Repeats = usual,
): Promise<number> {
  for (let repeat = 0; repeat < warmUp; repeat += 1) await work();
  let best = Infinity;
  for (let repeat = 0; repeat < measured; repeat += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
