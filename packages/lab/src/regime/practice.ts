import type { Localised } from '@credence/domain';

import { practiceOfRegisters } from './practice-of-registers.ts';
import { practiceOfSupervision } from './practice-of-supervision.ts';
import type { Confidence, PracticeValue } from './regime.ts';

/** A number that no law states and that decides how a law works: how it is practised. */
export interface Practice {
  readonly id: string;
  readonly title: Localised;
  readonly says: Localised;
  readonly unit: 'share' | 'flag' | 'months' | 'yuan' | 'count' | 'cases' | 'number';
  readonly least: number;
  readonly most: number;
  /** Holds for every regime whose preset says nothing else. */
  readonly value: number;
  readonly confidence: Confidence;
  readonly source?: string;
}

/** Every practice the world knows. The list is closed: a preset that names another is refused. */
export const practices: readonly Practice[] = [...practiceOfSupervision, ...practiceOfRegisters];

/** Id of a practice. */
export type PracticeId =
  (typeof practiceOfSupervision)[number]['id'] | (typeof practiceOfRegisters)[number]['id'];

/** Parameters of a model: every practice at its default. */
export const practiceDefaults: Readonly<Record<PracticeId, number>> = Object.fromEntries(
  practices.map(({ id, value }) => [id, value]),
  // Each id of the two tables stands in the list above.
) as Record<PracticeId, number>;

/** The practice of a regime: what its preset says, and the defaults for the rest. */
export function completePractice(
  stated: Readonly<Record<string, PracticeValue>>,
): Readonly<Record<string, PracticeValue>> {
  const defaults = practices.map(({ id, value, confidence, source }) => {
    const known = { value, confidence, ...(source === undefined ? {} : { source }) };
    return [id, stated[id] ?? known] as const;
  });
  return Object.fromEntries(defaults);
}
