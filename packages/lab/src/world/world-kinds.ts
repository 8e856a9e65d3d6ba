import type { ColumnType, WideColumn } from '../engine/column.ts';
import type { AgentProcess, Slice, Whole, WholeProcess } from '../engine/model.ts';
import { figureIds, type FigureId } from '../society/figure-ids.ts';
import { practiceDefaults } from '../regime/practice.ts';
import { LISTS, SLOTS } from './record-state.ts';
import type { observers } from './world-observers.ts';

/** Several columns of one type. */
function all<const Type extends ColumnType | WideColumn, Name extends string>(
  type: Type,
  ...names: readonly Name[]
): Record<Name, Type> {
  return Object.fromEntries(names.map((name) => [name, type])) as Record<Name, Type>;
}

const seats = { u8: { type: 'u8', width: LISTS }, u16: { type: 'u16', width: LISTS } } as const;
const slots = { u8: { type: 'u8', width: SLOTS }, u16: { type: 'u16', width: SLOTS } } as const;

/** What every subject is, has on record, and went through. */
export const columns = {
  // Who they are; settled at the start.
  ...all('u8', 'kind', 'sector', 'region', 'sizeClass', 'ageClass', 'wealth', 'age', 'firmAge'),
  ...all('bit', 'connected', 'official', 'member', 'doubleCode'),
  ...all('f32', 'size', 'means', 'awareness', 'capability', 'cost', 'dataQuality'),
  // Their file: the last records, and one seat for each list.
  ...all(slots.u16, 'slotForm', 'slotMonth'),
  ...all(slots.u8, 'slotState'),
  ...all(seats.u16, 'seatSince', 'seatUntil'),
  ...all(seats.u8, 'seatState', 'seatCause'),
  ...all('u8', 'slots', 'pending', 'listed', 'listedWrong', 'listedSpill', 'grade', 'gradeDue'),
  // What is under way.
  ...all('u16', 'openForm', 'openSince', 'foundForm', 'incomingForm', 'repairedMonth'),
  ...all('u8', 'foundState', 'incomingState', 'spreading', 'heardOut'),
  ...all('u8', 'asks', 'askSlot', 'askList'),
  ...all('f32', 'weight'),
  // What became of them, summed over the months.
  ...all('u16', 'offences', 'excluded', 'excludedWrong', 'dropped', 'visits', 'needless'),
  ...all('u16', 'essentialMonths'),
  ...all('u8', 'entries', 'entriesWrong', 'entriesDataError', 'relisted'),
  ...all('f32', 'harm', 'fines', 'loss', 'lossWrong', 'lossSpill', 'gains', 'gravest'),
};

/** Tables of society, conducts and regime, which a run is given, and what all share of the month. */
export const fields = {
  // The society.
  ...all('u32', 'layout', 'cellCounts'),
  ...all('f64', 'cellBounds', 'sizeClasses', 'ageClasses', 'meansOf'),
  ...all('u8', 'cellGroups'),
  // The conducts.
  ...all('f64', 'amounts', 'rates', 'gain', 'harmOf', 'fineOf'),
  ...all('u8', 'conductAt', 'nature', 'weighed', 'owed', 'levelFrom', 'levelTo', 'foundBy'),
  ...all('u8', 'mistakenFor'),
  ...all('u32', 'conductCounts'),
  // The regime.
  ...all('u8', 'recorded', 'proposes', 'listFlags', 'effects'),
  ...all('u16', 'shown', 'listTerm', 'listRepairAfter', 'listNotice'),
  ...all('f64', 'lossOf', 'attemptsOf', 'rewardOf', 'dread'),
  // The month, the queues, and what is counted by age or class.
  ...all('f64', 'pressure'),
  ...all('u32', 'disputeQueue', 'repairQueue', 'queueState'),
  ...all('u32', 'errorsFixedAfter', 'errorsOpenSince', 'lossRatio'),
};

/** Purposes of chance. A number once given is never given to another. */
export const draws = {
  ...{ size: 1, age: 2, firmAge: 3, wealth: 4, awareness: 5, capability: 6, cost: 7 },
  ...{ dataQuality: 8, joins: 9 },
  ...{ occasion: 20, trait: 21, level: 22, motive: 23 },
  ...{ post: 30, selection: 31, complaint: 32, detection: 33, inspector: 34, falseForm: 35 },
  ...{ match: 40, misfile: 41, link: 42, namesake: 43 },
  ...{ pass: 50, trivial: 51, grace: 52, hearing: 53, passOther: 54, hearingOther: 55 },
  ...{ enforced: 56 },
  ...{
    spread: 60,
    attempt: 61,
    objection: 62,
    repair: 63,
    queue: 64,
    hearingOf: 65,
    correction: 66,
  },
} as const;

/** Practices of the regime, figures of the world, and what the plan says. */
export const parameters = {
  ...practiceDefaults,
  ...(Object.fromEntries(figureIds.map((id) => [id, 0])) as Record<FigureId, number>),
  ...{ months: 1, voluntary: 0, gradeEvery: 0, tableMonths: 1, kinds: 3 },
};

/** The types of the world's parts. */
export interface WorldKinds {
  columns: typeof columns;
  parameters: typeof parameters;
  fields: typeof fields;
  draws: typeof draws;
  observers: typeof observers;
}

export type WorldSlice = Slice<WorldKinds>;
export type WorldWhole = Whole<WorldKinds>;
export type WorldAgentProcess = AgentProcess<WorldKinds>;
export type WorldWholeProcess = WholeProcess<WorldKinds>;
/** The parts that a slice and the whole have alike. */
export type WorldColumns = WorldSlice['columns'];
export type WorldFields = WorldSlice['fields'];
