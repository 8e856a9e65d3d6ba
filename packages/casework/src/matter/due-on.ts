import type { CivilDate } from '@credence/domain';
import { countFrom, type Edition } from '@credence/rulebook';

/**
 * By when an objection or a contradiction lodged on a day is to be settled: the last day of the
 * step in which its source decides, under the clock that the item's card names. Undefined where no
 * clock says so, or while the calendar of its days is not published.
 */
export function findDueOn(
  edition: Edition,
  item: string,
  lodgedOn: CivilDate,
): CivilDate | undefined {
  const clockId = edition.items.get(item)?.clocks?.correction;
  const clock = clockId === undefined ? undefined : edition.clocks.get(clockId);
  let previous: CivilDate | undefined = lodgedOn;
  for (const { step, from, within } of clock?.steps ?? []) {
    if (step === 'apply') continue;
    const start: CivilDate | undefined = from === 'application' ? lodgedOn : previous;
    previous = start === undefined ? undefined : countFrom(edition, start, within);
    if (step === 'source_decides' || step === 'answer') return previous;
  }
  return undefined;
}
