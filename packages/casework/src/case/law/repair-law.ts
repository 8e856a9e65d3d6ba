import { addPeriod, isBefore, later, type CivilDate } from '@credence/domain';
import { assessRecord } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { actsOf, lastOf, serviceOf, since } from '../fold-case.ts';
import { entryDatesOf } from './court-law.ts';
import { editionOn, listCardOf, listingOf, recordOf, repairCardOf } from './law-of-case.ts';

/** What is asked for where the law has no card of repair: correction, and a pledge. */
const ordinaryConditions = ['minimum_time', 'corrected', 'pledge'] as const;

/** Conditions that time or the pledge meets; every other one is shown by a proof. */
const metOtherwise = new Set(['minimum_time', 'pledge']);

/** What the law asks of a repair on a day. */
export interface RepairLaw {
  readonly open: boolean;
  /** First day on which it may be lodged; absent where the law names none yet. */
  readonly earliestOn?: CivilDate;
  /** What has to be shown, without the time and the pledge. */
  readonly toShow: readonly string[];
  readonly pledge: boolean;
}

/**
 * Legal sources: the articles of the repair card, of the list and of the publicity value; guard G32.
 */
export function repairLaw(file: CaseFile, world: CaseWorld, today: CivilDate): RepairLaw {
  const card = repairCardOf(file, world, today);
  const conditions: readonly string[] = card?.conditions ?? ordinaryConditions;
  const earliestOn = earliestOf(file, world, today);
  const open = card === undefined || card.open === true;
  return {
    open: open && earliestOn !== undefined,
    ...(earliestOn === undefined ? {} : { earliestOn }),
    toShow: conditions.filter((each) => !metOtherwise.has(each)),
    pledge: conditions.includes('pledge'),
  };
}

function earliestOf(file: CaseFile, world: CaseWorld, today: CivilDate): CivilDate | undefined {
  const edition = editionOn(world, today);
  if (edition === undefined) return undefined;
  const listing = listingOf(file, world);
  if (listing !== undefined) {
    const list = listCardOf(file, world, today);
    const approved = lastOf(listing, 'approved');
    const served = serviceOf(since(listing, 'approved'), 'decision');
    if (list === undefined || approved === undefined || served === undefined) return undefined;
    const begins = later(served.servedOn, approved.on);
    const entry = { decided: approved.on, served: begins };
    const ofList = entryDatesOf(edition, list, listing, entry).repairFrom;
    const card = repairCardOf(file, world, today);
    if (card === undefined) return ofList;
    const base = { decided: approved.on, served: served.servedOn, published: begins };
    const ofCard = addPeriod(base[card.countedFrom], card.earliest, edition.months.round);
    // Two texts about one wait: the shorter one holds, in favour of whoever waits.
    return ofList === undefined || isBefore(ofCard, ofList) ? ofCard : ofList;
  }
  const id = recordOf(file, world);
  const record = id === undefined ? undefined : world.records.get(id)?.record;
  if (record === undefined) return undefined;
  const { waysOut } = assessRecord(edition, record, today);
  return waysOut.find(({ kind }) => kind === 'repair')?.earliestOn;
}

/** The day on which everything that the applicant has to bring is there. */
function completeOn(file: CaseFile, world: CaseWorld, today: CivilDate): CivilDate | undefined {
  const { toShow, pledge } = repairLaw(file, world, today);
  const shown = actsOf(file, 'condition-shown');
  const days = toShow.map((asked) => shown.find(({ condition }) => condition === asked)?.on);
  if (pledge) days.push(lastOf(file, 'pledged')?.on);
  return days.reduce<CivilDate | undefined>(
    (last, day) => (last === undefined || day === undefined ? undefined : later(last, day)),
    file.opened.on,
  );
}

/**
 * The day on which a case was lodged and its clocks began: for a repair the first day on which it is
 * both complete and allowed, without anybody pressing anything; for others their opening.
 */
export function lodgedOn(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): CivilDate | undefined {
  if (file.opened.matter.case !== 'repair') return file.opened.on;
  const { open, earliestOn } = repairLaw(file, world, today);
  const complete = completeOn(file, world, today);
  if (!open || earliestOn === undefined || complete === undefined) return undefined;
  const on = later(earliestOn, complete);
  return isBefore(today, on) ? undefined : on;
}

/** The day from which a repair no longer holds: its taking back is decided and served. */
export function repairVoidedOn(file: CaseFile): CivilDate | undefined {
  if (file.state !== 'voided') return undefined;
  const approved = lastOf(file, 'approved');
  const served = serviceOf(since(file, 'approved'), 'decision');
  return approved === undefined || served === undefined
    ? undefined
    : later(served.servedOn, approved.on);
}
