import type { CivilDate, Problem } from '@credence/domain';

import type { CaseAction, CaseActionKind, CaseActionOf, Hand } from '../../entry/case-payload.ts';
import type { CaseFile, CasePart, CaseWorld } from '../case.ts';

/** Somebody wants to do something, or a page asks whether somebody in that seat could. */
export interface Attempt {
  readonly file: CaseFile;
  readonly world: CaseWorld;
  readonly today: CivilDate;
  readonly part: CasePart;
  readonly act: CaseActionKind;
  /** What is to be done; absent while a page only asks what stands in the way. */
  readonly action?: CaseAction;
  /** Who is to do it; absent as above. */
  readonly by?: Hand;
}

/** What stands against an attempt; undefined where nothing does. */
export type Condition = (attempt: Attempt) => Problem | undefined;

/** The action of an attempt, where it is of that kind. */
export function doing<Kind extends CaseActionKind>(
  { action }: Attempt,
  kind: Kind,
): CaseActionOf<Kind> | undefined {
  return action?.kind === kind
    ? (action as CaseActionOf<Kind>) // Checked in the line above.
    : undefined;
}

/** How an end that is not known is written in a problem. */
export const unknown = '—';

/** Codes in a row, as a problem prints them. */
export function listed(codes: Iterable<string>): string {
  const all = [...codes];
  return all.length === 0 ? unknown : all.join(', ');
}
