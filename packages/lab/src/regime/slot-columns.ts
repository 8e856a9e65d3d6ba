/** Records that an agent can have at a time; older ones make way. */
export const SLOTS = 8;

/** In place of a form where a slot is empty. */
export const NO_FORM = 65_535;

/** Grade of whoever is not graded. */
export const NOT_GRADED = 255;

/** Bits of the state of a slot. */
export const slotBits = {
  trueFinding: 1,
  rightSubject: 2,
  repaired: 4,
  disputed: 8,
  shown: 16,
} as const;

/** What a grader reads of a world: everybody's records, slot by slot, and who they are. */
export interface SlotColumns {
  readonly count: number;
  /** 0 an organisation, 1 a natural person. */
  readonly kind: ArrayLike<number>;
  /** `SLOTS` for each agent: form, month of the decision, state. */
  readonly slotForm: ArrayLike<number>;
  readonly slotMonth: ArrayLike<number>;
  readonly slotState: ArrayLike<number>;
  /** A bit for each list of the regime on which the agent stands; nobody stands on any unless said. */
  readonly listed?: ArrayLike<number>;
}

/** Gives everybody a grade in a month. */
export type Grader = (month: number, columns: SlotColumns, out: Uint8Array) => void;
