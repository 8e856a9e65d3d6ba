import { isBefore, type CivilDate } from '@credence/domain';
import { clockDays } from '@credence/rulebook';

import type { CaseActionKind } from '../../entry/case-payload.ts';
import type { CaseFile, CasePart, CaseWorld } from '../case.ts';
import { actsOf } from '../fold-case.ts';
import { clockCardOf, editionOn } from './law-of-case.ts';
import { lodgedOn } from './repair-law.ts';

/** One step of the clock of a case: who acts in it, and the act that meets it. */
export interface StepDue {
  readonly step: string;
  readonly card: string;
  readonly runsFor: CasePart;
  readonly startedOn: CivilDate;
  /** Last day; absent while the calendar of its days is not published. */
  readonly dueOn?: CivilDate;
  readonly metOn?: CivilDate;
}

/** Acts by which a case is decided. */
const deciding: readonly CaseActionKind[] = [
  'answered',
  'granted',
  'refused',
  'allowed',
  'dismissed',
  'found',
  'declined',
];

/** Steps of clock cards that follow a decision by themselves: what is read ends at once. */
const byItself = new Set(['mark', 'correct', 'end_display', 'withdraw']);

/** Steps of the platform; it checks its own part and hands the case on. */
const ofPlatform = new Set(['platform_check', 'forward']);

/** Whose step it is; every step that is not the platform's is a decision of the desk. */
function partOf(step: string, file: CaseFile): CasePart {
  if (ofPlatform.has(step)) return 'platform';
  return file.opened.matter.case === 'appeal' ? 'review-unit' : 'officer';
}

/** The steps of the clock under which the case was lodged; none before that, or without a clock. */
export function stepsDue(file: CaseFile, world: CaseWorld, today: CivilDate): readonly StepDue[] {
  const startedOn = lodgedOn(file, world, today);
  if (startedOn === undefined) return [];
  const card = clockCardOf(file, world, startedOn);
  const edition = editionOn(world, today);
  if (card === undefined || edition === undefined) return [];
  const steps = card.steps.filter(({ step }) => step !== 'apply' && !byItself.has(step));
  const extended = actsOf(file, 'extended').length === 0 ? [] : steps.map(({ step }) => step);
  const days = clockDays(edition, card, { application: startedOn, extended });
  return steps.map(({ step }) => {
    const dueOn = days.get(step);
    const metOn = metOnOf(file, step);
    return {
      step,
      card: card.clock,
      runsFor: partOf(step, file),
      startedOn,
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(metOn === undefined ? {} : { metOn }),
    };
  });
}

function metOnOf(file: CaseFile, step: string): CivilDate | undefined {
  const decided = file.actions.find(({ kind }) => deciding.includes(kind))?.on;
  if (!ofPlatform.has(step)) return decided;
  return file.actions.find(({ kind }) => kind === 'checked')?.on ?? decided;
}

/** How the desk that decides was late: the last day it let pass, and when it answered after all. */
interface Lateness {
  readonly lastOn: CivilDate;
  readonly answeredOn?: CivilDate;
}

/** @see {@link Lateness}; undefined for a desk that is or was in time */
export function lateOn(file: CaseFile, world: CaseWorld, today: CivilDate): Lateness | undefined {
  const late = stepsDue(file, world, today).flatMap(({ runsFor, dueOn, metOn }): Lateness[] => {
    if (runsFor === 'platform' || dueOn === undefined) return [];
    if (!isBefore(dueOn, metOn ?? today)) return [];
    // Withdrawn while it waited: nobody answers any more.
    if (metOn === undefined && file.state === 'closed') return [];
    return [{ lastOn: dueOn, ...(metOn === undefined ? {} : { answeredOn: metOn }) }];
  });
  return late.reduce<Lateness | undefined>(
    (first, each) => (first === undefined || isBefore(each.lastOn, first.lastOn) ? each : first),
    undefined,
  );
}

/** Whether the desk that decides has let its last day pass; then its superior may act. */
export function isAuthorityLate(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  const late = lateOn(file, world, today);
  return late !== undefined && late.answeredOn === undefined;
}

/** Whether the clock of the case knows a longer time for this step, once. */
export function isExtendable(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  const startedOn = lodgedOn(file, world, today);
  const card = startedOn === undefined ? undefined : clockCardOf(file, world, startedOn);
  return card?.steps.some(({ extension }) => extension !== undefined) === true;
}
