import type { CaseFault } from './card-cases.ts';
import type { MutationReport, Waiver } from './run-mutants.ts';

/** A card with one small mistake in it. */
export interface Mutated<Card> {
  /** Says what was changed; waivers name it so. */
  readonly name: string;
  readonly card: Card;
}

/** Looks which mistakes the cases beside a card notice. */
export function judgeMutants<Card>(
  mutants: readonly Mutated<Card>[],
  run: (card: Card) => readonly CaseFault[],
  waivers: readonly Waiver[],
): MutationReport {
  const excused = new Set(waivers.map(({ mutant }) => mutant));
  const alive = mutants.filter(({ card }) => !isNoticed(card, run)).map(({ name }) => name);
  const waived = alive.filter((name) => excused.has(name));
  return {
    mutants: mutants.length,
    killed: mutants.length - alive.length,
    survived: alive.filter((name) => !excused.has(name)),
    waived,
    needless: [...excused].filter((name) => !waived.includes(name)),
  };
}

function isNoticed<Card>(card: Card, run: (card: Card) => readonly CaseFault[]): boolean {
  try {
    return run(card).length > 0;
  } catch (error) {
    // A mistake that does not load is noticed, too.
    if (error instanceof RangeError) return true;
    throw error;
  }
}
