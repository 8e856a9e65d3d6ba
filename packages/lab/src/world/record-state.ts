import { slotBits } from '../regime/slot-columns.ts';

export { NO_FORM, SLOTS } from '../regime/slot-columns.ts';
/** Steps of amount of every conduct. */
export const LEVELS = 16;
/** Room for conducts: their numbers never change, new ones go to the end. */
export const MOST_CONDUCTS = 64;
/** Lists a regime can have: a bit for each. */
export const LISTS = 8;
/** In place of a number of a slot, a list or a grade. */
export const NONE = 255;

/** Bits of a record. It is wrong unless the finding is true and about the right subject. */
export const record = {
  true: slotBits.trueFinding,
  right: slotBits.rightSubject,
  repaired: slotBits.repaired,
  disputed: slotBits.disputed,
  shown: slotBits.shown,
} as const;
export const SOUND = record.true | record.right;
/** Only while a finding is on its way: it will land on somebody else. */
export const MISFILED = 128;

export function isWrong(state: number): boolean {
  return (state & SOUND) !== SOUND;
}

/** Bits of a seat on a list; 0 where it is free. */
export const seat = { pending: 1, active: 2, wrong: 4, dataError: 8, spill: 16 } as const;

/** Bits of what a subject asked for: newly asked, or waiting in the queue. */
export const asked = { dispute: 1, repair: 2, disputeWaits: 4, repairWaits: 8 } as const;

/** Numbers of the kinds of nature, of ways to light and of traits that weigh, in the tables of conducts. */
export const natures = ['offence', 'lawful', 'inability', 'merit'] as const;
export const lights = ['inspection', 'complaint', 'register'] as const;
export const weights = [
  'none',
  'cost',
  'capability',
  'need',
  'wealth',
  'connection',
  'office',
] as const;

/** Bits of a list. */
export const listFlag = { heard: 1, renews: 2, spreads: 4 } as const;
/** Bits of what a set of measures does. */
export const effect = { adverse: 1, essential: 2 } as const;

/** Grades by number; the last place is that of who has none. */
export const GRADES = 32;
export function gradePlace(grade: number): number {
  return grade < GRADES ? grade : GRADES - 1;
}

/** Places of `pressure`. */
export const pressure = { meanWeight: 0, trueComplaint: 1, falseComplaint: 2 } as const;
/** Places of `queueState`. */
export const queuePlace = { disputeHead: 0, disputeSize: 1, repairHead: 2, repairSize: 3 } as const;
/** Classes of the histogram of loss over gravity. */
export const RATIO_CLASSES = 64;
