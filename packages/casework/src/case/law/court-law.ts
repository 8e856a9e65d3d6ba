import { addPeriod, type CivilDate } from '@credence/domain';
import { entryDates, type Edition, type EntryDates, type ListCard } from '@credence/rulebook';

import type { CaseActionOf } from '../../entry/case-payload.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { actsOf, lastOf, matterOf } from '../fold-case.ts';
import { countDays } from './count-days.ts';
import { listCardOf, measureCardOf, recordOf } from './law-of-case.ts';

type Enforcement = NonNullable<ListCard['enforcement']>;
type Releases = Enforcement['releases'];

/** What a court's list asks beside; undefined for every other list. */
export function enforcementOf(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): Enforcement | undefined {
  return listCardOf(file, world, day)?.enforcement;
}

/** Kinds of claims that a court tells apart: those that no floor touches, and the rest. */
export function claimsOf(...enforcements: readonly (Enforcement | undefined)[]): readonly string[] {
  const never = enforcements.flatMap((each) => each?.smallSums.never ?? []);
  return ['contract', ...new Set(never), 'other_claim'];
}

/**
 * Whether somebody above the debtor is told: it is an organ, or an enterprise of the state.
 *
 * Legal source: judgment-defaulter provisions of 2013, article 6, as the list card has it.
 */
export function isSuperiorTold(file: CaseFile, world: CaseWorld, day: CivilDate): boolean {
  const rule = enforcementOf(file, world, day)?.superiorTold;
  if (rule === undefined) return false;
  const id = recordOf(file, world);
  const kind = id === undefined ? undefined : world.records.get(id)?.record.subject.kind;
  const isStateOwned = matterOf(file, 'listing')?.enforcement?.stateOwned === true;
  return (kind !== undefined && rule.subjects.includes(kind)) || (rule.stateOwned && isStateOwned);
}

/** The days of an entry on the ground of its case, with the term that its decision names. */
export function entryDatesOf(
  edition: Edition,
  list: ListCard,
  file: CaseFile,
  given: {
    readonly decided: CivilDate;
    readonly served?: CivilDate;
    readonly performed?: CivilDate;
    /** The decision that is being written, where it is not in the file yet. */
    readonly draft?: CaseActionOf<'drafted'> | undefined;
  },
): EntryDates {
  const { draft = lastOf(file, 'drafted'), ...entry } = given;
  const ground = matterOf(file, 'listing')?.enforcement?.ground;
  const to = draft?.lengthened?.until;
  return entryDates(edition, list, {
    ...entry,
    ...(ground === undefined ? {} : { ground }),
    ...(to === undefined ? {} : { lengthenedTo: to }),
  });
}

/** For what, and for how long, the ground of a case lets its decision lengthen the term. */
export function lengtheningOf(file: CaseFile, world: CaseWorld, day: CivilDate) {
  const ground = matterOf(file, 'listing')?.enforcement?.ground;
  const found = enforcementOf(file, world, day)?.grounds.find((each) => each.ground === ground);
  return found?.ends.by === 'time' ? found.ends.extension : undefined;
}

/** The closed list of what ends it early: of the list, or of the order about spending. */
export function releasesOf(
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): { readonly card: string; readonly releases: Releases } | undefined {
  const list = listCardOf(file, world, day);
  if (file.opened.matter.case === 'listing') {
    const releases = list?.enforcement?.releases;
    return list === undefined || releases === undefined ? undefined : { card: list.list, releases };
  }
  const measure = measureCardOf(file, world, day);
  const releases = measure?.order?.releases;
  return measure === undefined || releases === undefined
    ? undefined
    : { card: measure.measure, releases };
}

/**
 * The last day by which whatever was found to be over is gone, for every finding of the court. While
 * a calendar is not published it is gone at once: nobody waits for a calendar.
 */
export function releaseDays(
  file: CaseFile,
  world: CaseWorld,
  { edition, today }: { readonly edition: Edition; readonly today: CivilDate },
): readonly CivilDate[] {
  const within = releasesOf(file, world, today)?.releases.within;
  return actsOf(file, 'release-found').map(({ on }) =>
    within === undefined ? on : (countDays(edition, on, within) ?? on),
  );
}

/** The last day of the grace that was given; undefined where none was. */
export function graceUntil(file: CaseFile): CivilDate | undefined {
  return lastOf(file, 'grace-given')?.until;
}

/** First day on which a creditor may ask again after it agreed to a release. */
export function barredUntil(
  file: CaseFile,
  world: CaseWorld,
  { edition, today }: { readonly edition: Edition; readonly today: CivilDate },
): CivilDate | undefined {
  const found = lastOf(file, 'release-found');
  const grounds = releasesOf(file, world, today)?.releases.grounds;
  const bars = grounds?.find(({ ground }) => ground === found?.ground)?.bars;
  return found === undefined || bars === undefined
    ? undefined
    : addPeriod(found.on, bars, edition.months.round);
}
