import { pressure } from './record-state.ts';
import type { WorldFields, WorldSlice } from './world-kinds.ts';

/** What of a visit's chance is drawn, and what each unit of weight adds to it. */
export interface VisitChance {
  readonly drawn: number;
  readonly perWeight: number;
}

/**
 * The chance of a visit in a month: inspections x ((1 - t) + t x weight / mean weight), where t is the
 * share targeted, at most what the random arm leaves.
 */
export function visitChance(
  { inspections, targeting, randomArm }: WorldSlice['parameters'],
  fields: WorldFields,
): VisitChance {
  const targeted = Math.min(targeting, 1 - randomArm);
  const mean = fields.pressure[pressure.meanWeight] ?? 1;
  return { drawn: inspections * (1 - targeted), perWeight: (inspections * targeted) / mean };
}
