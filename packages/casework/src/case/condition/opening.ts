import { addPeriod, isBefore, problem, type CivilDate } from '@credence/domain';
import { findTrigger } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { lastOf, matterOf, serviceOf, since } from '../fold-case.ts';
import { evaluationAppeal } from '../law/evaluation-appeal.ts';
import { editionOn, listCardOf, listingOf, measureCardOf } from '../law/law-of-case.ts';
import { drawsOf } from '../law/inspection-law.ts';
import { repairLaw } from '../law/repair-law.ts';
import { sameTarget, targetId } from '../target-id.ts';
import { listed, unknown, type Condition } from './attempt.ts';

/** The record meets the criteria of the list as far as codes and days say it (G11, G14, G15). */
export const criteriaMet: Condition = ({ file, world, today }) => {
  const matter = matterOf(file, 'listing');
  const edition = editionOn(world, today);
  const list = listCardOf(file, world, today);
  const known = matter === undefined ? undefined : world.records.get(matter.recordId);
  if (edition === undefined || list === undefined || known === undefined) {
    return problem('case-target-missing', { value: matter?.recordId ?? unknown });
  }
  const alike = [...world.records.values()].filter(
    ({ record, endedOn }) =>
      record.item === known.record.item && (endedOn === undefined || isBefore(today, endedOn)),
  );
  const finding = findTrigger(edition, list, known.record, alike.length);
  return finding.kind === 'proposes'
    ? undefined
    : problem('case-not-proposed', { card: list.list, test: finding.because });
};

/** One document leads to one listing, one listing to one measure of a kind, one repair at a time (G16). */
export const onceForOneFact: Condition = ({ file, world }) => {
  const other = [...world.docket.values()].find(
    (each) => each.caseId !== file.caseId && isTwin(each, file),
  );
  if (other === undefined) return undefined;
  const { matter } = file.opened;
  const document = 'document' in matter ? matter.document.number : unknown;
  return problem('case-once-for-one-fact', { document, other: other.caseId });
};

function isTwin(other: CaseFile, file: CaseFile): boolean {
  const before = other.opened.matter;
  const { matter } = file.opened;
  switch (matter.case) {
    case 'listing':
      // A proposal that came to nothing leaves the fact as it was; one that took effect uses it up.
      return (
        before.case === 'listing' &&
        before.list === matter.list &&
        (before.recordId === matter.recordId ||
          before.document.number === matter.document.number) &&
        (other.state !== 'closed' || lastOf(other, 'served')?.paper === 'decision')
      );
    case 'measure':
      return (
        before.case === 'measure' &&
        before.cause === matter.cause &&
        before.measure === matter.measure &&
        other.state !== 'declined' &&
        other.state !== 'closed'
      );
    case 'spending':
      return (
        before.case === 'spending' &&
        before.recordId === matter.recordId &&
        (other.state !== 'closed' || lastOf(other, 'served')?.paper === 'decision')
      );
    case 'payment-complaint':
      return (
        before.case === 'payment-complaint' &&
        before.contract === matter.contract &&
        before.dueOn === matter.dueOn &&
        other.state !== 'closed'
      );
    case 'identity':
      return before.case === 'identity' && !['undone', 'closed'].includes(other.state);
    case 'pledge':
      return (
        before.case === 'pledge' &&
        before.pledge === matter.pledge &&
        before.number === matter.number &&
        other.state !== 'ordinary'
      );
    case 'inspection':
      return (
        before.case === 'inspection' &&
        // Another place of the same business is another visit (N12).
        before.premises?.record === matter.premises?.record &&
        (matter.draw === undefined
          ? before.draw === undefined
          : drawsOf(other).includes(matter.draw)) &&
        (matter.draw !== undefined ||
          ['arranged', 'faulty', 'ordered', 'uncorrected'].includes(other.state))
      );
    case 'repair':
      return (
        before.case === 'repair' &&
        sameTarget(before.target, matter.target) &&
        ['prepared', 'forwarded'].includes(other.state)
      );
    default:
      return false;
  }
}

/** A proposal names only measures that its list brings (G13). */
export const measuresOfTheList: Condition = ({ file, world, today }) => {
  const accepted = listCardOf(file, world, today)?.effect.measures ?? [];
  const beyond = matterOf(file, 'listing')?.measures.find((each) => !accepted.includes(each));
  return beyond === undefined
    ? undefined
    : problem('case-measure-not-announced', { value: beyond, accepted: listed(accepted) });
};

/** What a case is against is of this subject and still stands. */
export const targetStands: Condition = ({ file, world, today }) => {
  const { matter } = file.opened;
  const value = valueOf(file);
  if (matter.case === 'appeal') {
    return isDecided(world.docket.get(matter.of)) ? undefined : missing(value);
  }
  if (!('target' in matter)) return undefined;
  const { target } = matter;
  if (target.kind === 'record') {
    const known = world.records.get(target.recordId);
    const stands =
      known !== undefined && (known.endedOn === undefined || isBefore(today, known.endedOn));
    return stands ? undefined : missing(value);
  }
  if (target.kind === 'evaluation') {
    // Only the newest stands; nothing but an objection is raised against it.
    const stands = world.evaluations?.some((each) => each.evaluationId === target.evaluationId);
    return stands === true && matter.case === 'objection' ? undefined : missing(value);
  }
  if (target.kind === 'event') {
    const known = world.events?.find(({ event }) => event.eventId === target.eventId);
    return known?.state === 'stands' && matter.case === 'objection' ? undefined : missing(value);
  }
  const against = world.docket.get(target.caseId);
  const kind = against === undefined ? 'none' : effectOf(against, world, today).kind;
  return kind === 'in-effect' || kind === 'suspended' || kind === 'not-begun'
    ? undefined
    : missing(value);
};

function missing(value: string) {
  return problem('case-target-missing', { value });
}

function valueOf({ opened: { matter } }: CaseFile): string {
  if (matter.case === 'appeal') return matter.of;
  if (!('target' in matter)) return unknown;
  return targetId(matter.target);
}

const decided = new Set(['served', 'answered', 'refused', 'voided']);

/** Whether there is a decision that somebody else can be asked to look at. */
function isDecided(file: CaseFile | undefined): boolean {
  if (file?.opened.matter.case === 'identity') return file.state === 'approved';
  if (file?.opened.matter.case === 'pledge') {
    return file.state === 'broken' || lastOf(file, 'excluded') !== undefined;
  }
  if (file?.opened.matter.case === 'inspection') {
    return ['ordered', 'uncorrected'].includes(file.state);
  }
  return file !== undefined && decided.has(file.state);
}

/** The law of the day has the clock under which an objection runs. */
export const clockKnown: Condition = ({ file, world, today }) => {
  const { matter } = file.opened;
  const card = 'clock' in matter ? matter.clock : unknown;
  const known = editionOn(world, today)?.clocks.has(card) === true;
  return known ? undefined : problem('case-no-rule', { day: today, card });
};

/** No law shuts this out from repair; whether its day has come is asked when it is lodged (G32). */
export const mayBeRepaired: Condition = ({ file, world, today }) =>
  repairLaw(file, world, today).open
    ? undefined
    : problem('case-no-rule', { day: today, card: file.opened.matter.case });

/** The time to turn to somebody else runs from proven service; where that is unknown it is open. */
export const appealInTime: Condition = ({ file, world, today }) => {
  const until = appealableUntil(file, world, today);
  return until !== undefined && isBefore(until, today)
    ? problem('case-appeal-late', { until })
    : undefined;
};

function appealableUntil(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): CivilDate | undefined {
  const id = matterOf(file, 'appeal')?.of;
  const against = id === undefined ? undefined : world.docket.get(id);
  if (against === undefined) return undefined;
  const graded = evaluationAppeal(against, world);
  if (graded !== undefined) return graded.dueOn;
  const served = serviceOf(since(against, 'approved'), 'decision')?.servedOn;
  const edition = editionOn(world, today);
  const list = listCardOf(against, world, today);
  const review = list?.remedies.review;
  if (served === undefined || edition === undefined) return undefined;
  return typeof review !== 'object'
    ? undefined
    : addPeriod(served, review.within, edition.months.round);
}

/** A measure is carried out by a body in a capacity that its card names (G13, G17). */
export const capacityNamed: Condition = ({ file, world, today }) => {
  const accepted = measureCardOf(file, world, today)?.implementing ?? [];
  const value = matterOf(file, 'measure')?.capacity ?? unknown;
  const named = accepted.includes(value) && file.opened.desks.body !== undefined;
  const ofList = listingOf(file, world) !== undefined;
  return named && ofList
    ? undefined
    : problem('case-measure-not-announced', { value, accepted: listed(accepted) });
};
