import { LabError } from '../engine/define-model.ts';
import { openRegime } from '../regime/open-regime.ts';
import { runWorld } from '../world/run-world.ts';

const MONTHS = 120;
const SIZES = [1e4, 1e5, 1e6] as const;
/** What the whole process may take at its peak, and how much dearer a subject of the largest society may be. */
const MOST_BYTES = 1.5e9;
const MOST_DEARER = 1.5;

/**
 * The rules in force over whole societies of organisations: every list, measure, queue and grade. Time
 * of the processor counts, which a loaded machine does not lengthen; false where memory or cost exceed
 * what is wanted.
 */
export async function runLarge(print: (line: string) => void): Promise<boolean> {
  const regime = await openRegime('cn-2026', { months: MONTHS });
  const costs: number[] = [];
  let fits = true;
  for (const agents of SIZES) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    const plan = { agents, months: MONTHS, seed: 1, society: 'organisations' };
    const result = await runWorld(regime, plan);
    if (result.kind !== 'done') throw new LabError('A run without a signal was cancelled.');
    const { user, system } = process.cpuUsage(before);
    const size = agents * MONTHS;
    const cost = ((user + system) * 1000) / size;
    costs.push(cost);
    const seconds = (performance.now() - start) / 1000;
    // Of the process so far, in kilobytes; societies grow, so it is this one's.
    const peak = process.resourceUsage().maxRSS * 1024;
    fits &&= peak <= MOST_BYTES;
    print(
      `  cn-2026, ${agents} organisations x ${MONTHS} months: ${cost.toFixed(0)} ns of processor per agent and month, ${(size / seconds / 1e6).toFixed(2)} M agent-months/s, columns ${(result.bytes / 1e6).toFixed(0)} MB, peak ${(peak / 1e6).toFixed(0)} MB`,
    );
  }
  const dearer = (costs[2] ?? NaN) / (costs[1] ?? NaN);
  print(
    `  a subject of the largest costs ${dearer.toFixed(2)} times one of the middle, wanted at most ${MOST_DEARER}; peak wanted at most ${MOST_BYTES / 1e6} MB`,
  );
  return fits && dearer <= MOST_DEARER;
}
