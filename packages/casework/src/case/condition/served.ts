import { addPeriod, isBefore, problem, type CivilDate } from '@credence/domain';

import type { Hand } from '../../entry/case-payload.ts';
import { hearingIn, lastOf, matterOf, pointsOf, since } from '../fold-case.ts';
import { countDays } from '../law/count-days.ts';
import { editionOn } from '../law/law-of-case.ts';
import { procedureOf } from '../law/procedure-of.ts';
import { tookPart, isNamed } from '../law/same-person.ts';
import { hearingAskableUntil, hearingBeginsOn, noticeReachedOn, windowOf } from '../law/window.ts';
import { consentOn } from '../service/consent.ts';
import { judgeService } from '../service/service-rule.ts';
import { doing, listed, unknown, type Attempt, type Condition } from './attempt.ts';

/** A notice tells everything that the law asks for (G24). */
export const noticeComplete: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const notice = doing(attempt, 'noticed');
  if (notice === undefined) return undefined;
  const procedure = procedureOf(file, world, today);
  if (procedure === undefined) return problem('case-no-rule', { day: today, card: unknown });
  const missing = procedure.contents.filter((each) => !notice.told.includes(each));
  return missing.length === 0
    ? undefined
    : problem('case-notice-incomplete', { missing: listed(missing) });
};

/** States in which it is a decision that is served. */
export const deciding: ReadonlySet<string> = new Set(['approved', 'voided', 'undone']);

/** A way of service that the law counts, on a day that can be (G24). */
export const serviceCounts: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const served = doing(attempt, 'served');
  const failed = doing(attempt, 'service-failed');
  const mode = served?.mode ?? failed?.mode;
  const day = served?.servedOn ?? failed?.triedOn;
  // Whether the paper may be opened as a proof at all is known before it is opened.
  if (mode === undefined || day === undefined) return receivable(attempt);
  const accepted = procedureOf(file, world, today)?.service;
  if (accepted !== undefined && !accepted.includes(mode)) {
    return problem('case-service-does-not-count', { value: mode, accepted: listed(accepted) });
  }
  const paper = served?.paper ?? failed?.paper;
  const wanted = deciding.has(file.state) ? 'decision' : 'notice';
  // The other organisation is served like the first, where there is one.
  const isWanted =
    paper === wanted || (paper === `${wanted}-to-other` && file.opened.matter.case === 'identity');
  if (!isWanted) {
    return problem('case-service-does-not-count', { value: paper ?? unknown, accepted: wanted });
  }
  const made = file.state === 'undone' ? 'undone' : 'approved';
  const from = lastOf(file, wanted === 'notice' ? 'noticed' : made)?.on ?? file.opened.on;
  const late =
    betweenDays('servedOn', day, { from, until: today }) ??
    (served?.postedOn === undefined
      ? undefined
      : betweenDays('postedOn', served.postedOn, { from, until: today }));
  const edition = editionOn(world, today);
  if (late !== undefined || served === undefined || edition === undefined) return late;
  const given = since(file, wanted === 'notice' ? 'noticed' : made);
  return judgeService(served, { file: given, world, edition });
};

/** The subject itself proves service by opening the paper, for which its consent has to stand. */
function receivable({ part, act, world, today }: Attempt) {
  const isReceipt = part === 'subject' && act === 'served';
  return isReceipt && consentOn(world.consents ?? [], today) === undefined
    ? problem('case-service-no-consent', { day: today })
    : undefined;
}

/** A day that a step states lies between two others. */
function betweenDays(
  field: string,
  value: CivilDate,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
) {
  const fits = !isBefore(value, from) && !isBefore(until, value);
  return fits ? undefined : problem('case-order-of-days', { field, value, from, until });
}

/** Proof of service, or two documented failed attempts; else the case cannot move (G24). */
export const noticeReached: Condition = ({ file, today }) => {
  const on = noticeReachedOn(file);
  return on === undefined || isBefore(today, on) ? problem('case-not-served', {}) : undefined;
};

/** The time to state and defend is over, or waived in writing (G25). */
export const windowOver: Condition = ({ file, world, today }) => {
  const window = windowOf(file, world, today);
  if (window.kind === 'over' || window.kind === 'waived') return undefined;
  return problem('case-window-open', { until: window.kind === 'open' ? window.lastOn : unknown });
};

/** A hearing is asked for while its time runs. */
export const hearingAskedInTime: Condition = ({ file, world, today }) => {
  const until = hearingAskableUntil(file, world, today);
  const begun = hearingBeginsOn(file);
  const open =
    begun !== undefined &&
    procedureOf(file, world, today)?.hearing !== undefined &&
    // While the calendar is not published nobody is told that the time is over.
    (until === undefined || !isBefore(until, today));
  return open ? undefined : problem('case-hearing-not-open', { until: until ?? unknown });
};

/** The call to a hearing leaves the time that the law says. */
export const hearingCalledInTime: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const asked = lastOf(hearingIn(file), 'hearing-asked');
  if (asked === undefined) return problem('case-hearing-not-open', { until: unknown });
  const set = doing(attempt, 'hearing-set');
  const hearing = procedureOf(file, world, today)?.hearing;
  const edition = editionOn(world, today);
  if (set === undefined || hearing === undefined || edition === undefined) return undefined;
  const within = { unit: hearing.unit, count: hearing.calledBefore } as const;
  const from =
    within.unit === 'working-days'
      ? countDays(edition, today, within)
      : addPeriod(today, within, edition.months.round);
  return from !== undefined && !isBefore(set.hearingOn, from)
    ? undefined
    : problem('case-hearing-too-soon', { value: set.hearingOn, from: from ?? unknown });
};

/** Whoever presides has had no part in the case. */
export const presidesWithoutPart: Condition = (attempt) => {
  const { file, world, by } = attempt;
  const official =
    doing(attempt, 'hearing-set')?.presiding ?? doing(attempt, 'hearing-held')?.presiding;
  if (official === undefined || by === undefined) return undefined;
  const presiding = { kind: 'official', official, agency: '', role: '' } as const;
  // In an appeal whoever investigated or decided before is no stranger either.
  const of = world.docket.get(matterOf(file, 'appeal')?.of ?? '');
  const wasBefore = (hand: Hand): boolean => of !== undefined && tookPart(hand, of);
  const involved = tookPart(presiding, file) || isNamed(by, official) || wasBefore(presiding);
  return involved ? problem('case-presides-investigator', { official }) : undefined;
};

/** The day of the hearing has come. */
export const dayHasCome: Condition = (attempt) => {
  const { file, today } = attempt;
  const set = lastOf(hearingIn(file), 'hearing-set');
  if (set === undefined) return problem('case-hearing-not-open', { until: unknown });
  const heldOn = doing(attempt, 'hearing-held')?.heldOn ?? today;
  return betweenDays('heldOn', heldOn, { from: set.hearingOn, until: today });
};

/** A hearing that was asked for was held. */
export const hearingHeld: Condition = ({ file }) => {
  const given = hearingIn(file);
  const asked = lastOf(given, 'hearing-asked');
  return asked === undefined || lastOf(given, 'hearing-held') !== undefined
    ? undefined
    : problem('case-hearing-not-held', { asked: asked.on });
};

/** Every point has its answer (G25). */
export const pointsAnswered: Condition = (attempt) => {
  const answers = answersOf(attempt);
  if (answers === undefined) return undefined;
  const missing = pointsOf(attempt.file).flatMap((_, at) =>
    answers.some(({ point }) => point === at + 1) ? [] : [String(at + 1)],
  );
  return missing.length === 0
    ? undefined
    : problem('case-points-unanswered', { missing: listed(missing) });
};

function answersOf({ action }: Attempt) {
  return action !== undefined && 'answers' in action ? action.answers : undefined;
}
