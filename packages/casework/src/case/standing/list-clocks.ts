import { addPeriod, type CivilDate } from '@credence/domain';
import type { Edition, ListCard } from '@credence/rulebook';

import type { CaseClock, CaseFile, CasePart, CaseWorld } from '../case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { listingBeginsOn } from '../effect/listing-effect.ts';
import { answeredOn, confirmableUntil } from '../effect/payment-effect.ts';
import { hearingIn, lastOf, matterOf, serviceOf, since } from '../fold-case.ts';
import { stepsDue } from '../law/answer-due.ts';
import { entryDatesOf } from '../law/court-law.ts';
import { editionOn, listCardOf, recordOf } from '../law/law-of-case.ts';
import { evaluationAppeal } from '../law/evaluation-appeal.ts';
import { inspectionDaysOf, visitOf } from '../law/inspection-law.ts';
import { pledgeDaysOf } from '../law/pledge-law.ts';
import { procedureOf } from '../law/procedure-of.ts';
import { lodgedOn, repairLaw } from '../law/repair-law.ts';
import { urgentReviewOf } from '../law/urgent-review.ts';
import { dated, stateOf } from './clock-state.ts';
import { courtClocks } from './court-clocks.ts';
import { hearingAskableUntil, hearingBeginsOn, noticeReachedOn, windowOf } from '../law/window.ts';

/** Every time limit of a case on a day; both sides see the same. */
export function listClocks(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly CaseClock[] {
  const answers = stepsDue(file, world, today).map((due): CaseClock => {
    const { step, card, runsFor, startedOn, dueOn, metOn } = due;
    const state = stateOf({ dueOn, metOn, today, past: 'late' });
    return { clock: step, card, runsFor, startedOn, ...dated(dueOn), state };
  });
  return [
    ...(isFreeChoice(file) || isVisit(file) ? [] : heardClocks(file, world, today)),
    ...(file.opened.matter.case === 'appeal' ? hearingClocks(file, world, today) : []),
    ...(file.opened.matter.case === 'listing' ? standingClocks(file, world, today) : []),
    ...courtClocks(file, world, today),
    ...repairClocks(file, world, today),
    ...answers,
    ...urgentClocks(file, world, today),
    ...(file.opened.matter.case === 'payment-complaint' ? paymentClocks(file, world, today) : []),
    ...pledgeClocks(file, world, today),
    ...visitClocks(file, world, today),
    ...evaluationClocks(file, world, today),
  ];
}

/** Nothing adverse has been announced: the notice tells conditions, and there is no time to be heard. */
function isFreeChoice(file: CaseFile): boolean {
  return matterOf(file, 'pledge') !== undefined && lastOf(file, 'seen-unkept') === undefined;
}

/** An order to put something right takes nothing away that somebody would first be heard on. */
function isVisit(file: CaseFile): boolean {
  return matterOf(file, 'inspection') !== undefined;
}

/** Until when a visit is due, and until when what it found is put right. */
function visitClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  const card = matterOf(file, 'inspection')?.checklist;
  if (card === undefined) return [];
  const { visitBy, lists } = inspectionDaysOf(file, world, today);
  const visitedOn = visitOf(file)?.visitedOn;
  const due = stateOf({ dueOn: visitBy, metOn: visitedOn, today, past: 'late' });
  const startedOn = file.opened.on;
  const clocks: CaseClock[] =
    file.state === 'closed'
      ? []
      : [
          {
            ...{ clock: 'visit', card, runsFor: 'officer', startedOn },
            ...{ ...dated(visitBy), state: due },
          },
        ];
  const told = lastOf(file, 'noticed') === undefined ? undefined : noticeReachedOn(file);
  if (told !== undefined) {
    const metOn = lastOf(file, 'seen-right')?.visitedOn;
    for (const { card: list, unmet, correctBy } of lists) {
      if (unmet.length === 0) continue;
      const state = stateOf({ dueOn: correctBy, metOn, today, past: 'over' });
      clocks.push({
        ...{ clock: 'correction', card: list.checklist, runsFor: 'subject', startedOn: told },
        ...{ ...dated(correctBy), state },
      });
    }
  }
  return clocks;
}

/** How long the answer about an evaluation can be taken to somebody else. */
function evaluationClocks(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): readonly CaseClock[] {
  const appeal = evaluationAppeal(file, world);
  if (appeal === undefined) return [];
  const { card, startedOn, dueOn } = appeal;
  const lodged = [...world.docket.values()].find(
    (other) => matterOf(other, 'appeal')?.of === file.caseId,
  );
  const state = stateOf({ dueOn, metOn: lodged?.opened.on, today, past: 'over' });
  return [{ clock: 'review', card, runsFor: 'subject', startedOn, dueOn, state }];
}

/** When somebody looks at what was pledged, and until when it may be put right. */
function pledgeClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  const card = matterOf(file, 'pledge')?.pledge;
  const granted = lastOf(file, 'granted-on-pledge')?.on;
  if (card === undefined || granted === undefined) return [];
  const { postCheckBy, cureBy } = pledgeDaysOf(file, world, today);
  const seenOn = file.actions.find(
    ({ kind }) => kind === 'seen-kept' || kind === 'seen-unkept',
  )?.on;
  const look = stateOf({ dueOn: postCheckBy, metOn: seenOn, today, past: 'late' });
  const clocks: CaseClock[] = [
    {
      ...{ clock: 'look', card, runsFor: 'officer', startedOn: granted },
      ...{ ...dated(postCheckBy), state: look },
    },
  ];
  const told = lastOf(file, 'seen-unkept') === undefined ? undefined : noticeReachedOn(file);
  if (told !== undefined) {
    const metOn = lastOf(file, 'seen-kept')?.on;
    const state = stateOf({ dueOn: cureBy, metOn, today, past: 'over' });
    clocks.push({
      ...{ clock: 'cure', card, runsFor: 'subject', startedOn: told },
      ...{ ...dated(cureBy), state },
    });
  }
  return clocks;
}

/** The debtor confirms what it owes, and an official that it is open still. */
function paymentClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  const clocks: CaseClock[] = [];
  const asked = confirmableUntil(file, world, today);
  if (asked !== undefined) {
    const { card, servedOn: startedOn, dueOn } = asked;
    const state = stateOf({ dueOn, metOn: answeredOn(file), today, past: 'over' });
    const clock = 'confirm_receivable';
    clocks.push({ clock, card, runsFor: 'subject', startedOn, ...dated(dueOn), state });
  }
  const effect = effectOf(file, world, today);
  if (effect.kind === 'in-effect' && effect.confirmBy !== undefined) {
    const { from: startedOn, confirmBy: dueOn } = effect;
    const card = file.opened.matter.case;
    clocks.push({ clock: 'confirm', card, runsFor: 'officer', startedOn, dueOn, state: 'running' });
  }
  return clocks;
}

/** It opens by itself once an office is late with what lateness may not lift. */
function urgentClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  const review = urgentReviewOf(file, world, today);
  if (review === undefined) return [];
  const { step: clock, card, part: runsFor, startedOn, dueOn, metOn } = review;
  const state = stateOf({ dueOn, metOn, today, past: 'late' });
  return [{ clock, card, runsFor, startedOn, ...dated(dueOn), state }];
}

/** The time to state and defend, and to ask for a hearing. */
function heardClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  if (lastOf(file, 'noticed') === undefined) return [];
  const window = windowOf(file, world, today);
  const procedure = procedureOf(file, world, today);
  if (!('from' in window) || procedure === undefined) return [];
  const { card } = procedure;
  const runsFor: CasePart = 'subject';
  const startedOn = window.from;
  const dueOn = 'lastOn' in window ? window.lastOn : undefined;
  const metOn = window.kind === 'waived' ? window.from : undefined;
  const statement = {
    clock: 'statement',
    card,
    runsFor,
    startedOn,
    ...dated(dueOn),
    state: stateOf({ dueOn, metOn, today, past: 'over' }),
  };
  return [statement, ...hearingClocks(file, world, today)];
}

/** The time to ask for a hearing, in an appeal as before a decision. */
function hearingClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  const procedure = procedureOf(file, world, today);
  const startedOn = hearingBeginsOn(file);
  if (procedure?.hearing === undefined || startedOn === undefined) return [];
  const { card } = procedure;
  const until = hearingAskableUntil(file, world, today);
  const asked = lastOf(hearingIn(file), 'hearing-asked')?.on;
  const state = stateOf({ dueOn: until, metOn: asked, today, past: 'over' });
  const clock = 'hearing-request';
  return [{ clock, card, runsFor: 'subject', startedOn, ...dated(until), state }];
}

/** What runs while a listing stands: confirmations, the exit after performance, the remedies. */
function standingClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  const list = listCardOf(file, world, today);
  const edition = editionOn(world, today);
  const effect = effectOf(file, world, today);
  if (list === undefined || edition === undefined) return [];
  const clocks: CaseClock[] = [...remedyClocks(file, { list, edition, today })];
  const isOver = effect.kind === 'none' || effect.kind === 'ended';
  if (isOver) clocks.push(...formalExit(file, world, { list, edition, today }));
  if (isOver || !('from' in effect)) return clocks;
  const { from } = effect;
  const confirmed = lastOf(file, 'duty-open')?.on ?? from;
  const { confirmBy } = entryDatesOf(edition, list, file, {
    decided: confirmed,
    served: confirmed,
  });
  const shared = { card: list.list, runsFor: 'officer' } as const;
  if (confirmBy !== undefined) {
    const state = stateOf({ dueOn: confirmBy, today, past: 'late' });
    clocks.push({ clock: 'confirm', ...shared, startedOn: confirmed, dueOn: confirmBy, state });
  }
  const claimed = lastOf(file, 'duty-performed')?.on ?? performedIn(file, world);
  if (claimed !== undefined) {
    const entry = { decided: from, served: from, performed: claimed };
    const days = entryDatesOf(edition, list, file, entry);
    const state = stateOf({ dueOn: days.exitBy, today, past: 'late' });
    clocks.push({ clock: 'exit', ...shared, startedOn: claimed, ...dated(days.exitBy), state });
  }
  return clocks;
}

/** Day on which the register itself knows the duty performed. */
function performedIn(file: CaseFile, world: CaseWorld): CivilDate | undefined {
  const recordId = recordOf(file, world);
  return recordId === undefined ? undefined : world.records.get(recordId)?.performedOn;
}

/** What a filing has ended by itself still has to be taken out by decision; that may be late. */
function formalExit(
  file: CaseFile,
  world: CaseWorld,
  law: { readonly list: ListCard; readonly edition: Edition; readonly today: CivilDate },
): readonly CaseClock[] {
  const { list, edition, today } = law;
  const performed = performedIn(file, world);
  const from = listingBeginsOn(file);
  if (performed === undefined || from === undefined || file.state !== 'served') return [];
  const entry = { decided: from, served: from, performed };
  const dueOn = entryDatesOf(edition, list, file, entry).exitBy;
  const state = stateOf({ dueOn, today, past: 'late' });
  const shared = { card: list.list, runsFor: 'officer' } as const;
  return [{ clock: 'exit', ...shared, startedOn: performed, ...dated(dueOn), state }];
}

/** Limits of the subject run from proven service only. */
function remedyClocks(
  file: CaseFile,
  law: { readonly list: ListCard; readonly edition: Edition; readonly today: CivilDate },
): readonly CaseClock[] {
  const { list, edition, today } = law;
  const served = serviceOf(since(file, 'approved'), 'decision')?.servedOn;
  if (served === undefined || lastOf(file, 'approved') === undefined) return [];
  const { review, court } = list.remedies;
  return [['review', review] as const, ['court', court] as const].flatMap(
    ([clock, remedy]): readonly CaseClock[] => {
      if (typeof remedy !== 'object') return [];
      const dueOn = addPeriod(served, remedy.within, edition.months.round);
      const state = stateOf({ dueOn, today, past: 'over' });
      return [{ clock, card: list.list, runsFor: 'subject', startedOn: served, dueOn, state }];
    },
  );
}

/** Until the first day on which a prepared repair lodges itself. */
function repairClocks(file: CaseFile, world: CaseWorld, today: CivilDate): readonly CaseClock[] {
  if (file.state !== 'prepared' || lodgedOn(file, world, today) !== undefined) return [];
  const { earliestOn } = repairLaw(file, world, today);
  if (earliestOn === undefined) return [];
  const state = stateOf({ dueOn: earliestOn, today, past: 'over' });
  const startedOn = file.opened.on;
  const card = file.opened.matter.case;
  return [{ clock: 'earliest', card, runsFor: 'subject', startedOn, dueOn: earliestOn, state }];
}
