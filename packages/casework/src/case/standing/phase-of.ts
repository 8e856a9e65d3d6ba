import { isBefore, type CivilDate } from '@credence/domain';

import type {
  AppealState,
  CaseEffect,
  CaseFile,
  CasePhase,
  CaseWorld,
  IdentityState,
  InspectionState,
  ListingState,
  MeasureState,
  ObjectionState,
  PaymentComplaintState,
  PledgeState,
  RepairState,
} from '../case.ts';
import { hearingIn, lastOf, matterOf, serviceOf, since } from '../fold-case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { isAuthorityLate, stepsDue } from '../law/answer-due.ts';
import { inspectionDaysOf } from '../law/inspection-law.ts';
import { pledgeDaysOf } from '../law/pledge-law.ts';
import { lodgedOn } from '../law/repair-law.ts';
import { noticeReachedOn, windowOf } from '../law/window.ts';

interface Asked {
  readonly file: CaseFile;
  readonly world: CaseWorld;
  readonly today: CivilDate;
  readonly effect: CaseEffect;
}

/** What time and acts together make of a case on a day. */
export function phaseOf(asked: Asked): CasePhase {
  const { file } = asked;
  // Each kind reads its own states; a state that is not of its kind cannot be folded.
  switch (file.opened.matter.case) {
    case 'listing':
      return listingPhases[file.state as ListingState](asked);
    case 'objection':
      return objectionPhases[file.state as ObjectionState](asked);
    case 'repair':
      return repairPhases[file.state as RepairState](asked);
    case 'appeal':
      return appealPhases[file.state as AppealState](asked);
    case 'measure':
      return measurePhases[file.state as MeasureState](asked);
    case 'spending':
      return listingPhases[file.state as ListingState](asked);
    case 'payment-complaint':
      return paymentPhases[file.state as PaymentComplaintState](asked);
    case 'identity':
      return identityPhases[file.state as IdentityState](asked);
    case 'pledge':
      return pledgePhases[file.state as PledgeState](asked);
    case 'inspection':
      return inspectionPhases[file.state as InspectionState](asked);
    case 'reply':
      return file.state === 'shown' ? 'shown' : 'closed';
  }
}

type Phases<State extends string> = Readonly<Record<State, (asked: Asked) => CasePhase>>;

const listingPhases: Phases<ListingState> = {
  proposed: () => 'proposed',
  noticed: beingHeard,
  drafted: () => 'awaiting-review',
  reviewed: () => 'awaiting-approval',
  approved: () => 'awaiting-service-of-decision',
  served: byEffect,
  closed: byEffect,
};

const objectionPhases: Phases<ObjectionState> = {
  open: beingAnswered,
  checked: beingAnswered,
  answered: () => 'answered',
  closed: () => 'closed',
};

const repairPhases: Phases<RepairState> = {
  prepared: ({ file, world, today, effect }) =>
    lodgedOn(file, world, today) === undefined
      ? 'preparing'
      : beingAnswered({ file, world, today, effect }),
  forwarded: beingAnswered,
  granted: () => 'granted',
  refused: () => 'refused',
  'void-noticed': beingHeard,
  'void-drafted': () => 'awaiting-approval',
  voided: ({ file }) =>
    serviceOf(since(file, 'approved'), 'decision') === undefined
      ? 'awaiting-service-of-decision'
      : 'closed',
  closed: () => 'closed',
};

const appealPhases: Phases<AppealState> = {
  open: (asked) => {
    const answering = beingAnswered(asked);
    return answering === 'being-decided' && isHearingDue(asked.file)
      ? 'hearing-pending'
      : answering;
  },
  allowed: () => 'answered',
  dismissed: () => 'answered',
  closed: () => 'closed',
};

const measurePhases: Phases<MeasureState> = {
  assigned: beforeExecution,
  accepted: beforeExecution,
  declined: () => 'closed',
  executed: (asked) => (asked.effect.kind === 'ended' ? 'to-be-lifted' : byEffect(asked)),
  lifted: () => 'closed',
  closed: () => 'closed',
};

const paymentPhases: Phases<PaymentComplaintState> = {
  open: beingAnswered,
  referred: beingAnswered,
  accepted: beingAnswered,
  noticed: (asked) => {
    const answering = beingAnswered(asked);
    return answering === 'escalated' ? answering : beingHeard(asked);
  },
  found: () => 'awaiting-approval',
  approved: () => 'awaiting-service-of-decision',
  served: () => 'answered',
  paid: () => 'closed',
  closed: () => 'closed',
};

const pledgePhases: Phases<PledgeState> = {
  asked: () => 'lodged',
  told: ({ file }) => (noticeReachedOn(file) === undefined ? 'awaiting-service' : 'choice-open'),
  pledged: () => 'being-decided',
  running: () => 'look-due',
  unkept: () => 'awaiting-service',
  curing: (asked) => {
    const heard = beingHeard(asked);
    const { cureBy } = pledgeDaysOf(asked.file, asked.world, asked.today);
    const runs = cureBy !== undefined && !isBefore(cureBy, asked.today);
    return heard !== 'awaiting-service' && runs ? 'cure-open' : heard;
  },
  drafted: () => 'awaiting-review',
  reviewed: () => 'awaiting-approval',
  approved: () => 'awaiting-service-of-decision',
  broken: () => 'broken',
  kept: () => 'kept',
  mended: () => 'closed',
  ordinary: () => 'closed',
};

const inspectionPhases: Phases<InspectionState> = {
  arranged: () => 'visit-due',
  faulty: () => 'faults-found',
  ordered: ({ file, world, today }) => {
    if (noticeReachedOn(file) === undefined) return 'awaiting-service';
    const { correctBy } = inspectionDaysOf(file, world, today);
    const runs = correctBy !== undefined && !isBefore(correctBy, today);
    return runs && lastOf(file, 'put-right') === undefined ? 'correction-open' : 'look-due';
  },
  uncorrected: () => 'not-corrected',
  'passed-on': () => 'passed-on',
  clear: () => 'clear',
  corrected: () => 'corrected',
  closed: () => 'closed',
};

const identityPhases: Phases<IdentityState> = {
  proposed: () => 'proposed',
  noticed: beingHeard,
  drafted: () => 'awaiting-approval',
  approved: ({ file }) => toBeServed(file),
  undone: ({ file }) => toBeServed(file),
  closed: () => 'closed',
};

/** Both organisations have the decision in hand, or somebody still has to serve it. */
function toBeServed(file: CaseFile): CasePhase {
  const made = since(file, file.state === 'undone' ? 'undone' : 'approved');
  const served = (['decision', 'decision-to-other'] as const).every(
    (paper) => serviceOf(made, paper) !== undefined,
  );
  return served ? 'answered' : 'awaiting-service-of-decision';
}

function beingHeard({ file, world, today }: Asked): CasePhase {
  const window = windowOf(file, world, today);
  if (window.kind === 'not-begun' || window.kind === 'no-procedure') return 'awaiting-service';
  if (window.kind === 'open' || window.kind === 'calendar-not-published') return 'statement-open';
  return isHearingDue(file) ? 'hearing-pending' : 'ready-to-decide';
}

/** A hearing was asked for and has not been held. */
function isHearingDue(file: CaseFile): boolean {
  const said = hearingIn(file);
  return lastOf(said, 'hearing-asked') !== undefined && lastOf(said, 'hearing-held') === undefined;
}

function beingAnswered({ file, world, today }: Asked): CasePhase {
  if (isAuthorityLate(file, world, today)) return 'escalated';
  const check = stepsDue(file, world, today).find(({ runsFor }) => runsFor === 'platform');
  const waits = check !== undefined && check.metOn === undefined;
  return waits && file.opened.desks.platform !== undefined ? 'being-checked' : 'being-decided';
}

/** A task whose listing has ended is over before it began. */
function beforeExecution({ file, world, today }: Asked): CasePhase {
  const id = matterOf(file, 'measure')?.cause;
  const cause = id === undefined ? undefined : world.docket.get(id);
  const kind = cause === undefined ? 'ended' : effectOf(cause, world, today).kind;
  return kind === 'ended' || kind === 'none' ? 'closed' : 'assigned';
}

function byEffect({ effect }: Asked): CasePhase {
  return effect.kind === 'none' ? 'closed' : effect.kind;
}
