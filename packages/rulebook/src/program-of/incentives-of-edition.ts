import type { IncentiveCard } from '../card/incentive-card.ts';
import type { Edition } from '../edition/edition.ts';
import type { Program } from '../language/program.ts';
import { eligibilityOf } from '../world/eligibility.ts';
import type { ProgramSource } from '../world/read-program.ts';
import { worldOf } from '../world/world-of.ts';
import { programOf } from './program-of.ts';

/** An incentive of an edition that says to whom it is given, and its conditions as a program. */
export interface EditionIncentive {
  readonly id: string;
  readonly card: IncentiveCard & { readonly terms: NonNullable<IncentiveCard['terms']> };
  readonly source: ProgramSource;
  readonly program: Program;
}

/** The incentives of an edition that can be answered. One that loaded live has no other. */
export function incentivesOfEdition(edition: Edition): readonly EditionIncentive[] {
  const known = made.get(edition);
  if (known !== undefined) return known;
  const world = worldOf(edition);
  const { hash, months } = edition;
  const all = [...edition.incentives].flatMap(([id, card]): readonly EditionIncentive[] => {
    const { terms } = card;
    const source = eligibilityOf(card);
    if (terms === undefined || source === undefined) return [];
    const frame = { card: `incentive:${id}`, edition: hash, world, round: months.round };
    const making = programOf(source, frame);
    if (making.kind === 'refused') return [];
    return [{ id, card: { ...card, terms }, source, program: making.program }];
  });
  made.set(edition, all);
  return all;
}

/** Editions are immutable, so their programs are made once. */
const made: WeakMap<Edition, readonly EditionIncentive[]> = new WeakMap();
