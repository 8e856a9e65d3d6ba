import { addDays, partsOf, type CivilDate, type JsonValue } from '@credence/domain';

import { getRole, type Role } from '../storybook/cast.ts';

/** For whom somebody at a counter speaks. */
export interface SpokenFor {
  readonly as: 'subject' | 'creditor';
  readonly name: string;
}

/** One step of a procedure: whoever takes it, on which day before today, and what is said. */
export interface PlayStep {
  readonly daysAgo: number;
  /** Id of a person of the demonstration. */
  readonly by: string;
  /** A step at a counter, for somebody without an account. */
  readonly at?: SpokenFor;
  /** Names the case inside its play. */
  readonly name: string;
  readonly act: string;
  readonly say: (known: Known) => JsonValue;
}

/** What is known of a play's organisation once its records stand in the register. */
export interface Known {
  readonly today: CivilDate;
  readonly recordId: string;
  readonly document: string;
  readonly decidedOn: CivilDate;
  /** Home of another organisation of the storybook. */
  readonly other: string;
  caseId(name: string): string;
}

/** The procedures about one organisation. */
export interface Play {
  readonly code: string;
  readonly name: string;
  /** Code of another organisation that the play needs. */
  readonly otherCode?: string;
  readonly steps: readonly PlayStep[];
  /** It is about no decision: none has to stand in the register. */
  readonly withoutRecord?: true;
}

export function playOf(role: Role, steps: readonly PlayStep[], other?: Role): Play {
  const { code, name } = getRole(role);
  return {
    ...{ code, name, steps },
    ...(other === undefined ? {} : { otherCode: getRole(other).code }),
  };
}

/** The organisation itself, as it speaks at a counter. */
export function subject(role: Role): SpokenFor {
  return { as: 'subject', name: getRole(role).name };
}

type Say = JsonValue | ((known: Known) => JsonValue);

/** Takes steps of one case, in the order of its days. */
export function step(
  name: string,
  [daysAgo, by, act]: readonly [number, string, string],
  said: Say = {},
): PlayStep {
  return { ...{ name, daysAgo, by, act }, say: typeof said === 'function' ? said : () => said };
}

/** The same at a counter. */
export function counterStep(
  name: string,
  at: SpokenFor,
  [daysAgo, act]: readonly [number, string],
  said: Say = {},
): PlayStep {
  return { ...step(name, [daysAgo, 'counter', act], said), at };
}

export function dayAgo({ today }: Known, days: number): CivilDate {
  return addDays(today, -days);
}

/** Number and year of a document, as offices write it. */
export function numbered(known: Known, word: string, serial: number, daysAgo: number) {
  return { number: `${word}〔${partsOf(dayAgo(known, daysAgo)).year}〕${serial}号` };
}

/** The same as courts number what belongs to a case: year, code of the court, kind of case. */
export function numberedByCourt(known: Known, kind: string, serial: number, daysAgo: number) {
  return { number: `（${partsOf(dayAgo(known, daysAgo)).year}）望0101${kind}${serial}号` };
}
