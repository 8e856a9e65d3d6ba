import { addPeriod } from '../time/period.ts';
import { isBefore, later, type CivilDate } from '../time/civil-date.ts';

import type {
  EndReason,
  NotShownReason,
  PublicityAssessment,
  PublicityFacts,
  PublicityRule,
} from './publicity.ts';

/**
 * Decides whether a record that burdens its subject is public on `day`, from when, and until when.
 *
 * The first day is the latest of decision, service, stated publication and taking-in. `ends` is the first day on which
 * it is no longer shown: the clock's start plus `rule.max`; or the day it was put right, where the
 * rule says so, yet not before `rule.min`; or the day it was annulled. The answer depends on nothing
 * that a job could delay, so waiting never lengthens anything. A record whose time was over before
 * it could be shown counts as ended on every day.
 *
 * Where the clock runs from service or publication and that day is unknown, it runs from the
 * decision, which ends it sooner.
 *
 * Legal source: `rule.ruleId`; the periods are data of the edition, never constants here.
 *
 * @param day - the civil day asked about
 * @throws RangeError when the rule's minimum is longer than its maximum (a defect of the edition)
 */
export function assessPublicity(
  facts: PublicityFacts,
  rule: PublicityRule,
  day: CivilDate,
): PublicityAssessment {
  const obstacle = obstacleOf(facts, rule);
  if (obstacle !== undefined) return { kind: 'not-shown', because: obstacle };

  const start = clockStart(facts, rule);
  const begins = firstDay(facts);
  const repairFrom = rule.min === undefined ? start : addPeriod(start, rule.min, rule.round);
  const expiry = addPeriod(start, rule.max, rule.round);
  if (isBefore(expiry, repairFrom)) {
    throw new RangeError(`Rule ${rule.ruleId}: its minimum is longer than its maximum.`);
  }

  const end = endOf(facts, rule, { expiry, repairFrom });
  if (!isBefore(begins, end.on) || !isBefore(day, end.on)) {
    return { kind: 'ended', endedOn: end.on, because: end.because };
  }
  if (isBefore(day, begins)) return { kind: 'not-begun', begins };
  const shown = { kind: 'shown', begins, ends: end.on, clockFrom: rule.clockFrom } as const;
  return rule.min !== undefined && isBefore(repairFrom, end.on) ? { ...shown, repairFrom } : shown;
}

function obstacleOf(facts: PublicityFacts, rule: PublicityRule): NotShownReason | undefined {
  if (facts.sealed === true) return 'sealed';
  if (!rule.publish) return 'severity-not-public';
  return facts.service.kind === 'not-shown' ? 'service-not-shown' : undefined;
}

function firstDay(facts: PublicityFacts): CivilDate {
  const published = publicationDay(facts, facts.publishedOn ?? facts.decidedOn);
  return later(published, facts.takenInOn ?? published);
}

/** A decision binds from its service, so its publication does not count before it. */
function publicationDay(facts: PublicityFacts, stated: CivilDate): CivilDate {
  const published = later(facts.decidedOn, stated);
  return later(published, servedOn(facts) ?? published);
}

function clockStart(facts: PublicityFacts, rule: PublicityRule): CivilDate {
  switch (rule.clockFrom) {
    case 'decided':
      return facts.decidedOn;
    case 'published':
      return facts.publishedOn === undefined
        ? facts.decidedOn
        : publicationDay(facts, facts.publishedOn);
    case 'served':
      return servedOn(facts) ?? facts.decidedOn;
  }
}

function servedOn({ service }: PublicityFacts): CivilDate | undefined {
  return service.kind === 'shown' || service.kind === 'stated' ? service.on : undefined;
}

/** The earliest of the ends; the reason of the earliest is the reason given. */
function endOf(
  facts: PublicityFacts,
  rule: PublicityRule,
  term: { readonly expiry: CivilDate; readonly repairFrom: CivilDate },
): { readonly on: CivilDate; readonly because: EndReason } {
  let end: { on: CivilDate; because: EndReason } = { on: term.expiry, because: 'time' };
  if (rule.endsWhenCorrected && facts.correctedOn !== undefined) {
    const on = later(facts.correctedOn, term.repairFrom);
    if (isBefore(on, end.on)) end = { on, because: 'corrected' };
  }
  if (facts.annulledOn !== undefined && isBefore(facts.annulledOn, end.on)) {
    end = { on: facts.annulledOn, because: 'annulled' };
  }
  return end;
}
