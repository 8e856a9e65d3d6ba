import { dayNumber, isBefore, type CivilDate } from '@credence/domain';
import { assessRecord, type Action, type Edition } from '@credence/rulebook';

import type { SubjectState } from '../state/subject-state.ts';

/**
 * What a subject can do itself about its records: ask for repair, where the law of the edition has it
 * for the record. Corrections and remedies are not counted on: how they end is for others to decide.
 */
export function findActions(
  { records }: SubjectState,
  { edition, asOf }: { readonly edition: Edition; readonly asOf: CivilDate },
): readonly Action[] {
  return records.flatMap(({ record, end }): readonly Action[] => {
    const collection = edition.items.get(record.item)?.collection;
    if (collection === undefined || end !== undefined) return [];
    const { publicity, waysOut } = assessRecord(edition, record, asOf);
    if (publicity.kind !== 'shown' && publicity.kind !== 'valid') return [];
    const way = waysOut.find(({ kind }) => kind === 'repair');
    if (way === undefined || (way.state !== 'open' && way.state !== 'not-yet')) return [];
    const { earliestOn } = way;
    if (earliestOn === undefined) return [];
    const day = dayNumber(isBefore(earliestOn, asOf) ? asOf : earliestOn);
    const about = { collection, id: record.recordId };
    // What is repaired stands no more from that day on, whichever of the two a rule asks.
    return [
      { code: 'repair', record: about, earliest: day, changes: { repaired: true, ends: day } },
    ];
  });
}
