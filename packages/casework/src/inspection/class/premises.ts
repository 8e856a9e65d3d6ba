import { dayNumber, type CivilDate } from '@credence/domain';
import type { Edition, Fact, SubjectFacts } from '@credence/rulebook';

import type { SubjectState } from '../../state/subject-state.ts';

/** A licence of an individual business that is in force, and the first day on which it is not. */
interface Premises {
  /** Id of the licence's record. */
  readonly record: string;
  /** Number of the licence. */
  readonly number?: string;
  /** As a day number; absent: no end is known. */
  readonly until?: number;
}

/** Whom a risk class is about: the subject itself, or each of its licensed premises. */
type Classed = 'subject' | 'premises' | 'nobody';

/** @see {@link Classed} */
export function classedBy(subjects: readonly string[], { facts }: SubjectFacts): Classed {
  const kind = facts['kind'];
  if (subjects.some((each) => each === kind)) return 'subject';
  return kind === 'sole_trader' && subjects.includes('licensed_premises') ? 'premises' : 'nobody';
}

/**
 * The licences in force on a day. A class begins and ends with one of them, so that nothing of it
 * stays with whoever owns the business.
 *
 * Legal source: guard N12.
 */
export function premisesOn(
  { records }: Pick<SubjectState, 'records'>,
  inputs: SubjectFacts,
  { edition, on }: { readonly edition: Edition; readonly on: CivilDate },
): readonly Premises[] {
  const facts = new Map(
    Object.values(inputs.records).flatMap((list) => list.map((each) => [each.id, each.facts])),
  );
  return records.flatMap(({ record }): readonly Premises[] => {
    if (edition.items.get(record.item)?.category !== 'licence') return [];
    const known = facts.get(record.recordId);
    if (known === undefined || known['quashed'] === true) return [];
    // Given up or taken away before its last day: the licence itself says so.
    if (record.facts['licence_state'] === 'not_valid') return [];
    const begins = dayOf(known['begins']);
    const until = dayOf(known['ends']);
    const today = dayNumber(on);
    if (begins === undefined || begins > today) return [];
    if (until !== undefined && until <= today) return [];
    const number = record.document?.number;
    return [
      {
        record: record.recordId,
        ...(number === undefined ? {} : { number }),
        ...(until === undefined ? {} : { until }),
      },
    ];
  });
}

function dayOf(fact: Fact | undefined): number | undefined {
  return typeof fact === 'number' ? fact : undefined;
}
