import {
  isBefore,
  isOnOrAfter,
  type CivilDate,
  type Period,
  type PublicCreditRecord,
  type PublicityAssessment,
} from '@credence/domain';

import type { ClockCard } from '../card/clock-card.ts';
import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import { basesOf, type TraceBasis } from '../trace/trace.ts';
import { serviceOf } from './assess-dates.ts';
import type { WayOut } from './assessment.ts';
import { countFrom } from './clock-days.ts';
import type { TermRule } from './find-obstacle.ts';

interface Asked {
  readonly item: ItemCard;
  readonly record: PublicCreditRecord;
  readonly publicity: PublicityAssessment;
  readonly term: TermRule | undefined;
  readonly day: CivilDate;
}

type Kind = NonNullable<ItemCard['waysOut']>[number];

/**
 * Lists every way out of a record on a day, in the order of its item's card, with the day it opens,
 * the last day (included) and the state.
 *
 * A limit that runs from service is `open` until its last day and `closed` after it only where
 * service is proven by the file; where it is stated by the authority alone, or unknown, it is never
 * closed but `not-confirmed`.
 */
export function listWaysOut(edition: Edition, asked: Asked): WayOut[] {
  const { item } = asked;
  return (item.waysOut ?? []).flatMap((kind) => {
    const id = item.clocks?.[kind];
    const clock = id === undefined ? undefined : edition.clocks.get(id);
    const way = wayOf(edition, asked, { kind, clock });
    if (way === undefined) return [];
    const answer = clock === undefined ? undefined : answerWithin(clock);
    return [answer === undefined ? way : { ...way, answerWithin: answer }];
  });
}

function wayOf(
  edition: Edition,
  asked: Asked,
  { kind, clock }: { kind: Kind; clock: ClockCard | undefined },
): WayOut | undefined {
  const bases = clock === undefined ? [] : basesOf(clock);
  switch (kind) {
    case 'repair':
      return repair(asked, bases);
    case 'correction':
      return { kind, state: 'open', bases };
    case 'put_right':
      return putRight(asked, bases);
    case 'wait':
      return wait(asked);
    case 'review':
    case 'court':
      return { kind, ...remedy(edition, asked, clock), bases };
  }
}

/** Repair opens once the minimum is reached; where it cannot come before the end, there is none. */
function repair(
  { publicity, term, day }: Asked,
  clockBases: readonly TraceBasis[],
): WayOut | undefined {
  const bases = [...(term === undefined ? [] : basesOf(term.row)), ...clockBases];
  if (publicity.kind === 'not-begun') return { kind: 'repair', state: 'not-yet', bases };
  if (publicity.kind !== 'shown') return { kind: 'repair', state: 'closed', bases };
  const earliestOn = publicity.repairFrom ?? publicity.begins;
  if (term?.row.min !== undefined && publicity.repairFrom === undefined) return undefined;
  const state = isOnOrAfter(day, earliestOn) ? 'open' : 'not-yet';
  return { kind: 'repair', earliestOn, state, bases };
}

function putRight({ record, day }: Asked, bases: readonly TraceBasis[]): WayOut {
  const done = record.correctedOn !== undefined && isOnOrAfter(day, record.correctedOn);
  return { kind: 'put-right', state: done ? 'closed' : 'open', bases };
}

function wait({ publicity, term }: Asked): WayOut {
  const bases = term === undefined ? [] : basesOf(term.row);
  const stands = publicity.kind === 'shown' || publicity.kind === 'valid';
  if (stands && publicity.ends !== 'none') {
    return { kind: 'wait', earliestOn: publicity.ends, state: 'not-yet', bases };
  }
  return { kind: 'wait', state: publicity.kind === 'not-begun' ? 'not-yet' : 'closed', bases };
}

function remedy(
  edition: Edition,
  { item, record, day }: Asked,
  clock: ClockCard | undefined,
): Pick<WayOut, 'earliestOn' | 'latestOn' | 'state'> {
  const service = serviceOf(item, record);
  const within = clock?.steps.find(({ step }) => step === 'apply')?.within;
  const on = service.kind === 'shown' || service.kind === 'stated' ? service.on : undefined;
  if (on === undefined || within === undefined || within === 'at-once') {
    return { state: 'not-confirmed' };
  }
  const latestOn = countFrom(edition, on, within);
  const dates = { earliestOn: on, ...(latestOn === undefined ? {} : { latestOn }) };
  if (isBefore(day, on)) return { ...dates, state: 'not-yet' };
  if (latestOn === undefined) return { ...dates, state: 'not-confirmed' };
  if (!isBefore(latestOn, day)) return { ...dates, state: 'open' };
  return { ...dates, state: service.kind === 'shown' ? 'closed' : 'not-confirmed' };
}

/**
 * The time until an answer: the step `answer` where the clock has one, else the end of the last step
 * after the application. A step runs from the application or from the end of the step before it.
 * Undefined where the steps are not counted in one unit.
 */
function answerWithin({ steps }: ClockCard): Period | undefined {
  const answers = steps.filter(({ step }) => step !== 'apply');
  const whole = answers.find(({ step }) => step === 'answer');
  let previous = 0;
  let last = 0;
  let unit: Period['unit'] | undefined;
  for (const { from, within } of whole === undefined ? answers : [whole]) {
    if (within !== 'at-once') {
      if (unit !== undefined && unit !== within.unit) return undefined;
      unit = within.unit;
    }
    previous = (from === 'application' ? 0 : previous) + (within === 'at-once' ? 0 : within.count);
    last = Math.max(last, previous);
  }
  return unit === undefined ? undefined : { unit, count: last };
}
