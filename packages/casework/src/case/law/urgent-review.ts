import type { CivilDate } from '@credence/domain';
import { clockDays } from '@credence/rulebook';

import type { CaseFile, CasePart, CaseWorld } from '../case.ts';
import { actsOf, lastOf, matterOf } from '../fold-case.ts';
import { lateOn } from './answer-due.ts';
import { editionOn, recordOf } from './law-of-case.ts';

/** A review that opens by itself where lateness may lift nothing. */
export interface UrgentReview {
  /** Card of its clock. */
  readonly card: string;
  /** Step of that card. */
  readonly step: string;
  /** The last day that the authority let pass. */
  readonly startedOn: CivilDate;
  /** Last day; absent while the calendar of its days is not published. */
  readonly dueOn?: CivilDate;
  readonly metOn?: CivilDate;
  /** Whose it is: another unit than the late one. */
  readonly part: Extract<CasePart, 'review-unit' | 'superior'>;
  readonly agency?: string;
}

/** The step by which an edition says how long an urgent review may take. */
const urgentStep = 'urgent_review';

/**
 * The review that opens the day after an authority has let its last day pass, where a measure stands
 * that an article orders for health, life or safety, or an order of a court: lateness lifts neither.
 * Nothing has to run for it to open; an act of that unit, or the late answer itself, meets it.
 *
 * Legal source: guard N6. The days come from the edition; one without that clock opens none.
 */
export function urgentReviewOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): UrgentReview | undefined {
  const late = lateOn(file, world, today);
  if (late === undefined || !touchesProtected(file, world, today)) return undefined;
  const edition = editionOn(world, today);
  const card = [...(edition?.clocks.values() ?? [])].find(({ steps }) =>
    steps.some(({ step }) => step === urgentStep),
  );
  if (edition === undefined || card === undefined) return undefined;
  const dueOn = clockDays(edition, card, { application: late.lastOn }).get(urgentStep);
  const reviewed = actsOf(file, 'urgently-reviewed').at(0)?.on;
  const metOn = reviewed ?? late.answeredOn;
  return {
    ...{ card: card.clock, step: urgentStep, startedOn: late.lastOn, ...deskOf(file) },
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(metOn === undefined ? {} : { metOn }),
  };
}

/** An urgent review that still waits for its unit. */
export function openUrgentReview(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): UrgentReview | undefined {
  const review = urgentReviewOf(file, world, today);
  return review === undefined || review.metOn !== undefined ? undefined : review;
}

/** The unit that decides an appeal is no other unit once it is late itself; then it is the superior. */
function deskOf({ opened: { desks, matter } }: CaseFile): Pick<UrgentReview, 'part' | 'agency'> {
  const other = matter.case === 'appeal' ? undefined : desks.review;
  if (other !== undefined && other !== desks.own) return { part: 'review-unit', agency: other };
  return desks.superior === undefined
    ? { part: 'superior' }
    : { part: 'superior', agency: desks.superior };
}

/** Whether what a case is against, or what follows from it, is nothing that lateness may lift. */
function touchesProtected(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  return targetsOf(file, world).some((target) => {
    if (target.opened.matter.case === 'spending') return target.state === 'served';
    if (target.opened.matter.case !== 'listing' || target.state !== 'served') return false;
    return isOrderOfCourt(target) || measuresOf(target, world).some(isProtecting(world, today));
  });
}

/** The case it is against; that of its own target, for an appeal; or the listings of its record. */
function targetsOf(file: CaseFile, world: CaseWorld): readonly CaseFile[] {
  const { matter } = file.opened;
  if (matter.case === 'appeal') {
    const of = world.docket.get(matter.of);
    if (of === undefined) return [];
    return 'target' in of.opened.matter ? targetsOf(of, world) : [of];
  }
  if (!('target' in matter)) return [];
  const { target } = matter;
  if (target.kind === 'case') return [world.docket.get(target.caseId) ?? []].flat();
  const recordId = recordOf(file, world);
  return [...world.docket.values()].filter(
    (each) =>
      (matterOf(each, 'listing') ?? matterOf(each, 'spending'))?.recordId === recordId &&
      recordId !== undefined,
  );
}

/** Only a court says on which ground it lists. */
export function isOrderOfCourt(listing: CaseFile): boolean {
  return matterOf(listing, 'listing')?.enforcement !== undefined;
}

/** Every measure that a listing ordered or that is carried out because of it. */
function measuresOf(listing: CaseFile, { docket }: CaseWorld): readonly string[] {
  const carried = [...docket.values()].flatMap((each) => {
    const matter = matterOf(each, 'measure');
    return matter?.cause === listing.caseId ? [matter.measure] : [];
  });
  return [...(lastOf(listing, 'drafted')?.measures ?? []), ...carried];
}

/** Whether an article orders a measure for what lateness may not put at risk. */
export function isProtecting(world: CaseWorld, today: CivilDate): (measure: string) => boolean {
  const edition = editionOn(world, today);
  return (measure) => (edition?.measures.get(measure)?.protects?.length ?? 0) > 0;
}

/** Whether an urgent review has put off what a case is against, until the case is answered. */
export function isPutOff(file: CaseFile): boolean {
  return waiting.has(file.state) && lastOf(file, 'urgently-reviewed')?.outcome === 'put-off';
}

const waiting = new Set(['open', 'checked', 'prepared', 'forwarded']);
