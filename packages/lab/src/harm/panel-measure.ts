import type { Measure } from '../experiment/comparison.ts';
import type { WorldReading } from './world-figures.ts';

/** A measure, and how it is taken from a run. */
export interface PanelMeasure extends Measure {
  of(world: WorldReading): number;
}
