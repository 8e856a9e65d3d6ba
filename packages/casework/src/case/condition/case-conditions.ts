import type { ConditionName } from '../table/condition-name.ts';
import {
  conditionIsAsked,
  deskIsLate,
  everyConditionMet,
  extendedOnce,
  groundsAllNamed,
  lodged,
} from './asked.ts';
import type { Condition } from './attempt.ts';
import {
  creditorMayApply,
  graceAllowed,
  graceOver,
  groundNamed,
  lengtheningLawful,
  releaseKnown,
  releaseProven,
  sumWeighed,
  superiorNamed,
} from './court.ts';
import {
  burdenBearable,
  causeInEffect,
  dutyIsOpen,
  endTold,
  measuresAnnounced,
  shieldedNow,
  standsStayed,
  waysOutTold,
} from './ends.ts';
import { identityKnown, otherReached } from './identity.ts';
import {
  appealInTime,
  capacityNamed,
  clockKnown,
  criteriaMet,
  mayBeRepaired,
  measuresOfTheList,
  onceForOneFact,
  targetStands,
} from './opening.ts';
import { basisInForce, effectiveDocument, ruleInForce } from './lawful.ts';
import { paidInFull, paymentDue } from './payment.ts';
import {
  dayHasCome,
  hearingAskedInTime,
  hearingCalledInTime,
  hearingHeld,
  noticeComplete,
  noticeReached,
  pointsAnswered,
  presidesWithoutPart,
  serviceCounts,
  windowOver,
} from './served.ts';
import { urgentReviewOpen } from './urgent.ts';
import { allowanceLawful, allowanceOpen, desksClosed, orderLawful } from './spending.ts';
import { anotherRole, anotherUnit, withoutConflict } from './signed.ts';

export type CaseConditions = Readonly<Record<ConditionName, Condition>>;

/** Every condition by the name under which the tables ask for it. */
export const caseConditions: CaseConditions = {
  'rule-in-force': ruleInForce,
  'basis-in-force': basisInForce,
  'effective-document': effectiveDocument,
  'notice-complete': noticeComplete,
  'service-counts': serviceCounts,
  'notice-reached': noticeReached,
  'window-over': windowOver,
  'hearing-asked-in-time': hearingAskedInTime,
  'hearing-called-in-time': hearingCalledInTime,
  'presides-without-part': presidesWithoutPart,
  'day-has-come': dayHasCome,
  'hearing-held': hearingHeld,
  'points-answered': pointsAnswered,
  'measures-announced': measuresAnnounced,
  'end-told': endTold,
  'ways-out-told': waysOutTold,
  'another-role': anotherRole,
  'without-conflict': withoutConflict,
  'duty-is-open': dutyIsOpen,
  'stands-stayed': standsStayed,
  'extended-once': extendedOnce,
  'desk-is-late': deskIsLate,
  'urgent-review-open': urgentReviewOpen,
  lodged,
  'condition-is-asked': conditionIsAsked,
  'every-condition-met': everyConditionMet,
  'grounds-all-named': groundsAllNamed,
  'shielded-now': shieldedNow,
  'another-unit': anotherUnit,
  'cause-in-effect': causeInEffect,
  'burden-bearable': burdenBearable,
  'criteria-met': criteriaMet,
  'once-for-one-fact': onceForOneFact,
  'measures-of-the-list': measuresOfTheList,
  'target-stands': targetStands,
  'clock-known': clockKnown,
  'may-be-repaired': mayBeRepaired,
  'appeal-in-time': appealInTime,
  'capacity-named': capacityNamed,
  'ground-named': groundNamed,
  'creditor-may-apply': creditorMayApply,
  'lengthening-lawful': lengtheningLawful,
  'grace-allowed': graceAllowed,
  'grace-over': graceOver,
  'sum-weighed': sumWeighed,
  'superior-named': superiorNamed,
  'release-known': releaseKnown,
  'release-proven': releaseProven,
  'order-lawful': orderLawful,
  'desks-closed': desksClosed,
  'allowance-lawful': allowanceLawful,
  'allowance-open': allowanceOpen,
  'payment-due': paymentDue,
  'paid-in-full': paidInFull,
  'identity-known': identityKnown,
  'other-reached': otherReached,
};
