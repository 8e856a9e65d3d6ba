import { dayNumber, isBefore, later, parseCivilDate, type CivilDate } from '@credence/domain';
import {
  repairDay,
  type Action,
  type Edition,
  type ItemCard,
  type WrittenFact,
  type WrittenSubject,
} from '@credence/rulebook';

type Written = Readonly<Record<string, WrittenFact>>;

/**
 * What an invented organisation could do about its records: ask for repair, from the day on which the
 * edition has it for a record of that class and age. The counterpart of what a real one is told.
 */
export function trialActions(
  edition: Edition,
  given: WrittenSubject,
  on: CivilDate,
): readonly Action[] {
  return Object.entries(given.records ?? {}).flatMap(([collection, list]) => {
    const item = [...edition.items.values()].find((each) => each.collection === collection);
    if (item === undefined) return [];
    return list.flatMap((written, place): readonly Action[] => {
      const from = repairFrom(edition, item, { written, on });
      if (from === undefined) return [];
      const day = dayNumber(later(from, on));
      const id = `${collection}-${String(place + 1).padStart(4, '0')}`;
      const changes = { repaired: true, ends: day };
      return [{ code: 'repair', record: { collection, id }, earliest: day, changes }];
    });
  });
}

/** The first day of its repair; undefined where it does not stand, or nothing of the kind is open. */
function repairFrom(
  edition: Edition,
  item: ItemCard,
  { written, on }: { readonly written: Written; readonly on: CivilDate },
): CivilDate | undefined {
  const [decided, begins, ends] = ['decided', 'begins', 'ends'].map((name) => dayOf(written, name));
  const over = written['repaired'] === true || written['quashed'] === true;
  const stands = !over && begins !== undefined && !isBefore(on, begins);
  const classes = Object.keys(item.publicity ?? {});
  const [only] = classes.length === 1 ? classes : [];
  const severity = typeof written['severity'] === 'string' ? written['severity'] : only;
  if (!stands || decided === undefined || severity === undefined) return undefined;
  const served = dayOf(written, 'served');
  const dates = { decided, ...(served === undefined ? {} : { served }) };
  const from = repairDay(edition, item, { severity, dates, day: on });
  // What ends sooner by itself is not repaired.
  const sooner = from === undefined || (ends !== undefined && !isBefore(later(from, on), ends));
  return sooner ? undefined : from;
}

function dayOf(written: Written, name: string): CivilDate | undefined {
  const fact = written[name];
  return typeof fact === 'string' ? parseCivilDate(fact) : undefined;
}
