import type { CivilDate, Localised, Refusal } from '@credence/domain';

import type { AccessLine, SubjectHead } from '../access/access-casework.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseEffect, CasePhase } from '../case/case.ts';
import type { AnswerClock, BasisView } from '../view/view.ts';

/** One order about the spending of a unit in which the person is named, as it stands today. */
export interface PersonNaming {
  readonly caseId: string;
  /** Number of the order. */
  readonly number: string;
  /** As the order writes it. */
  readonly name: string;
  /** Code of the capacity in which the person acts for the unit. */
  readonly capacity: string;
  /** The organisation that the order binds. */
  readonly unit: SubjectHead;
  /** Code of the court, and its name as the register has it. */
  readonly agency: string;
  readonly agencyName?: Localised;
  /** Title of the measure. */
  readonly measure?: Localised;
  readonly reason: string;
  readonly basis: readonly BasisView[];
  /** What the unit may not spend on. */
  readonly forbids: readonly Localised[];
  readonly openedOn: CivilDate;
  readonly phase: CasePhase;
  readonly effect: CaseEffect;
  /** First day on which it is held no longer; absent: no retention is set. */
  readonly heldUntil?: CivilDate;
  /** Who looked at the cases of the unit, the latest first. */
  readonly looks: readonly AccessLine[];
}

/** All that is held about a person: in one of the four capacities something can be held today. */
export interface PersonFileView {
  readonly clock: AnswerClock;
  readonly namings: readonly PersonNaming[];
}

export type PersonFileOutcome = { readonly kind: 'found'; readonly view: PersonFileView } | Refusal;

export interface PersonFileCasework {
  /** What is held about whoever asks; nobody can ask about anybody else. */
  viewPersonFile(principal: KnownPrincipal): Promise<PersonFileOutcome>;
}
