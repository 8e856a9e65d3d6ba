import { earlier, isBefore, later, type CivilDate } from '@credence/domain';
import type { EntryDates, Edition, ListCard } from '@credence/rulebook';

import type {
  CaseEffect,
  CaseFile,
  CaseRecord,
  CaseWorld,
  EndReason,
  SuspensionReason,
} from '../case.ts';
import { actsOf, lastOf, matterOf, serviceOf, since } from '../fold-case.ts';
import { entryDatesOf, releaseDays } from '../law/court-law.ts';
import { countDays, workingDays } from '../law/count-days.ts';
import { editionOn, listCardOf, recordOf } from '../law/law-of-case.ts';
import { isAuthorityLate } from '../law/answer-due.ts';
import { isOrderOfCourt, isPutOff } from '../law/urgent-review.ts';
import { hasLostItsLaw, lawsSince, runningText } from '../law/laws-since.ts';
import { repairVoidedOn } from '../law/repair-law.ts';

/** Whether an authority that is late hides the listing, as its card says (N6). */
type Lateness = 'counts' | 'passed-over';

/** One end, and why. */
export interface End {
  readonly on: CivilDate;
  readonly because: EndReason;
}

/** The first day of a listing: never before its decision was approved, and never without service. */
export function listingBeginsOn(file: CaseFile): CivilDate | undefined {
  const approved = lastOf(file, 'approved');
  const served = serviceOf(since(file, 'approved'), 'decision');
  return approved === undefined || served === undefined
    ? undefined
    : later(served.servedOn, approved.on);
}

/**
 * What a listing does on a day. Its end by date, its end with the record, the appeal or the repair,
 * and what puts it off are all read here, so that nothing has to run for a listing to be over.
 *
 * Legal sources: the articles of the list; guards G24, G31, G34; N1, N4, N6, N7.
 */
export function listingEffect(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
  late: Lateness = 'counts',
): CaseEffect {
  const from = listingBeginsOn(file);
  if (from === undefined) return { kind: 'none' };
  const list = listCardOf(file, world, today);
  const end = firstEnd(endsOf(file, world, { from, today }));
  if (end !== undefined && !isBefore(today, end.on)) return { kind: 'ended', ...end };
  if (isBefore(today, from)) return { kind: 'not-begun', from };
  const edition = editionOn(world, today);
  const dates = edition === undefined ? undefined : datesIn(edition, file, from);
  const confirmBy = confirmByOf(file, world, { from, today });
  const because = suspensionOf(file, world, { from, today, list, confirmBy, late });
  if (because !== undefined || dates === undefined || edition === undefined) {
    return { kind: 'suspended', from, because: because ?? 'no-rule-in-force' };
  }
  const waits = list?.publicity.waits?.workingDays;
  const shownFrom = waits === undefined ? from : countDays(edition, from, workingDays(waits));
  if (shownFrom === undefined) {
    return { kind: 'suspended', from, because: 'calendar-not-published' };
  }
  return {
    kind: 'in-effect',
    from,
    shownFrom,
    ...(end === undefined ? {} : { until: end.on }),
    ...(confirmBy === undefined ? {} : { confirmBy }),
    texts: lawsSince(world, from, today).map((law) =>
      runningText(law, law.lists.get(list?.list ?? '')?.basis ?? [], {
        today,
        ends: datesIn(law, file, from)?.ends,
      }),
    ),
  };
}

/** The end that comes first. */
export function firstEnd(ends: readonly End[]): End | undefined {
  return ends.reduce<End | undefined>(
    (first, end) => (first === undefined || isBefore(end.on, first.on) ? end : first),
    undefined,
  );
}

/** Every end that is known, the ones to come included. */
function endsOf(
  file: CaseFile,
  world: CaseWorld,
  { from, today }: { readonly from: CivilDate; readonly today: CivilDate },
): readonly End[] {
  return [...endsByLaw(file, world, { from, today }), ...endsByActs(file, world, today)];
}

/**
 * The law of the conduct, and every law since the listing began, each name an end; the earliest
 * holds, so that no later law lengthens what an earlier one began or shortened (G15, N7).
 */
function endsByLaw(
  file: CaseFile,
  world: CaseWorld,
  { from, today }: { readonly from: CivilDate; readonly today: CivilDate },
): readonly End[] {
  const conductOn = matterOf(file, 'listing')?.conductOn;
  const ofConduct = conductOn === undefined ? undefined : editionOn(world, conductOn);
  const performedOn = knownRecord(file, world)?.performedOn;
  const editions = new Set([
    ...(ofConduct === undefined ? [] : [ofConduct]),
    ...lawsSince(world, from, today),
  ]);
  return [...editions].flatMap((edition) => {
    const dates = datesIn(edition, file, from, performedOn);
    const again = dates?.decideAgainBy;
    const exitBy = dates?.exitBy;
    const released = releaseDays(file, world, { edition, today });
    return [
      ...released.map((on) => ({ on, because: 'released' }) as const),
      ...(dates?.ends === undefined ? [] : [{ on: dates.ends, because: 'time' } as const]),
      ...(again === undefined ? [] : [{ on: again, because: 'not-decided-again' } as const]),
      ...(exitBy === undefined ? [] : [{ on: exitBy, because: 'performed' } as const]),
    ];
  });
}

/** The days of the entry under one edition; undefined where it has no such list. */
function datesIn(
  edition: Edition,
  file: CaseFile,
  from: CivilDate,
  /** As the register knows by itself. */
  known?: CivilDate,
): EntryDates | undefined {
  const id = matterOf(file, 'listing')?.list;
  const list = id === undefined ? undefined : edition.lists.get(id);
  if (list === undefined) return undefined;
  const found = actsOf(file, 'duty-performed').find(({ by }) => by.kind === 'official')?.on;
  const performed =
    known === undefined || found === undefined ? (known ?? found) : earlier(known, found);
  return entryDatesOf(edition, list, file, {
    decided: from,
    served: from,
    ...(performed === undefined ? {} : { performed }),
  });
}

/** The ends that acts bring: removal, the end of the source, and what other cases decided. */
export function endsByActs(file: CaseFile, world: CaseWorld, today: CivilDate): readonly End[] {
  const ends: End[] = [];
  const until = lastOf(file, 'drafted')?.until;
  if (until !== undefined) ends.push({ on: until, because: 'time' });
  for (const { on, ground } of actsOf(file, 'removed')) {
    ends.push({ on, because: ground === 'annulled' ? 'annulled' : removalReason(ground) });
  }
  const known = knownRecord(file, world);
  if (known?.endedOn !== undefined) ends.push({ on: known.endedOn, because: 'source-ended' });
  const from = listingBeginsOn(file);
  // Performed before it begins, it never does; afterwards the card says within how many days it ends.
  if (
    known?.performedOn !== undefined &&
    from !== undefined &&
    !isBefore(from, known.performedOn)
  ) {
    ends.push({ on: known.performedOn, because: 'performed' });
  }
  for (const other of casesAgainst(file, world)) {
    const end = endFrom(other, world, today);
    if (end !== undefined) ends.push(end);
  }
  return ends;
}

/** The record that a listing rests on. */
function knownRecord(file: CaseFile, world: CaseWorld): CaseRecord | undefined {
  const recordId = recordOf(file, world);
  return recordId === undefined ? undefined : world.records.get(recordId);
}

function removalReason(ground: string): EndReason {
  if (ground === 'source_ended') return 'source-ended';
  return ground === 'performed' ? 'performed' : 'removed';
}

/** The cases that are directed at this one, by whichever kind. */
export function casesAgainst(file: CaseFile, world: CaseWorld): readonly CaseFile[] {
  return [...world.docket.values()].filter(({ opened: { matter } }) => {
    if (matter.case === 'appeal') return matter.of === file.caseId;
    return (
      'target' in matter && matter.target.kind === 'case' && matter.target.caseId === file.caseId
    );
  });
}

function endFrom(other: CaseFile, world: CaseWorld, today: CivilDate): End | undefined {
  const { case: kind } = other.opened.matter;
  if (kind === 'appeal') return endedBy(other, 'annulled');
  // A unit that decides an appeal against a refusal ends the listing itself, without a second step.
  const appeals = casesAgainst(other, world).flatMap((appeal) => endedBy(appeal, 'annulled') ?? []);
  if (kind === 'repair') {
    const granted = lastOf(other, 'granted');
    const voided = repairVoidedOn(other);
    const holds = voided === undefined || isBefore(today, voided) || appeals.length > 0;
    if (granted !== undefined) return holds ? { on: granted.on, because: 'repaired' } : undefined;
    return firstEnd(appeals.map(({ on }) => ({ on, because: 'repaired' })));
  }
  const answered = lastOf(other, 'answered');
  const own =
    answered?.effect === 'remove' ? [{ on: answered.on, because: 'corrected' } as const] : [];
  return firstEnd([...own, ...appeals]);
}

function endedBy(appeal: CaseFile, because: EndReason): End | undefined {
  const allowed = lastOf(appeal, 'allowed');
  return allowed?.effect === 'remove' ? { on: allowed.on, because } : undefined;
}

/**
 * An official's confirmation counts from its own day; without any, from the first day. The law of
 * that day and every law since says until when, and the earliest holds (N7).
 */
function confirmByOf(
  file: CaseFile,
  world: CaseWorld,
  { from, today }: { readonly from: CivilDate; readonly today: CivilDate },
): CivilDate | undefined {
  const confirmed = lastOf(file, 'duty-open')?.on ?? from;
  return lawsSince(world, confirmed, today)
    .flatMap((edition) => datesIn(edition, file, confirmed)?.confirmBy ?? [])
    .reduce<CivilDate | undefined>(
      (first, day) => (first === undefined ? day : earlier(first, day)),
      undefined,
    );
}

function suspensionOf(
  file: CaseFile,
  world: CaseWorld,
  given: {
    readonly from: CivilDate;
    readonly today: CivilDate;
    readonly list: ListCard | undefined;
    readonly confirmBy: CivilDate | undefined;
    readonly late: Lateness;
  },
): SuspensionReason | undefined {
  const { from, today, list, confirmBy, late } = given;
  const against = casesAgainst(file, world);
  if (list === undefined || isOutOfForce(list, today)) return 'no-rule-in-force';
  const basisIn = ({ lists }: Edition) => lists.get(list.list)?.basis;
  if (hasLostItsLaw(file, world, { from, today, basisIn })) return 'no-rule-in-force';
  if (isBefore(list.reviewBy, today)) return 'review-overdue';
  if (isPutOffIn(file, world)) return 'stay';
  if (against.filter(isPending).some(isShielded)) return 'shielded';
  if (confirmBy !== undefined && isBefore(confirmBy, today)) return 'not-confirmed';
  if (late === 'passed-over' || list.onLate === 'mark' || isOrderOfCourt(file)) return undefined;
  return against.some((each) => isAuthorityLate(each, world, today)) ? 'authority-late' : undefined;
}

/**
 * What a reviewing unit puts off is put off until it decides, also where it is turned to about the
 * answer to a repair or an objection; so is what an urgent review puts off.
 */
export function isPutOffIn(file: CaseFile, world: CaseWorld): boolean {
  const against = casesAgainst(file, world);
  const appeals = against.flatMap((each) => casesAgainst(each, world));
  const open = [...against, ...appeals].filter(({ state }) => state === 'open');
  return [file, ...open].some(isStayed) || [...against, ...appeals].some(isPutOff);
}

/** A repair that is being asked for; its shield goes with it. */
function isPending({ state }: CaseFile): boolean {
  return state === 'prepared' || state === 'forwarded';
}

/** Under a repeal a running listing goes on only where the new law carries it: it has the card. */
function isOutOfForce({ inForce }: ListCard, today: CivilDate): boolean {
  return (
    isBefore(today, inForce.from) || (inForce.until !== 'none' && !isBefore(today, inForce.until))
  );
}

/** Whether a stay was ordered in a case and not lifted since. */
export function isStayed(file: Pick<CaseFile, 'actions'>): boolean {
  return isOn(file, 'stayed', 'stay-lifted');
}

/** Whether a reorganisation shields, and is not over. */
export function isShielded(file: Pick<CaseFile, 'actions'>): boolean {
  return isOn(file, 'shielded', 'shield-lifted');
}

function isOn(
  { actions }: Pick<CaseFile, 'actions'>,
  begins: 'stayed' | 'shielded',
  ends: 'stay-lifted' | 'shield-lifted',
): boolean {
  return actions.findLast(({ kind }) => kind === begins || kind === ends)?.kind === begins;
}
