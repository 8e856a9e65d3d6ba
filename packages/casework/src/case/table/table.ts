import type { CaseActionKind } from '../../entry/case-payload.ts';
import type { CasePart } from '../case.ts';
import type { ConditionName } from './condition-name.ts';

/** The action has no place in this state. */
export interface Never {
  readonly kind: 'never';
}

/** The action may be taken by these parts once these conditions are met, and leads there. */
export interface Step<State> {
  readonly kind: 'step';
  readonly to: State | 'stays';
  readonly by: readonly CasePart[];
  readonly needs: readonly ConditionName[];
}

export type Cell<State> = Never | Step<State>;

/** What may be done after the opening. */
export type Act = Exclude<CaseActionKind, 'opened'>;

/**
 * Every state against every action of a kind of case. A state or an action that is left out does
 * not compile.
 */
export type Table<State extends string, Acts extends Act> = Readonly<
  Record<State, Readonly<Record<Acts, Cell<State>>>>
>;

export const no: Never = { kind: 'never' };

/** A step that leads to another state. */
export function to<State extends string>(
  state: State,
  by: readonly CasePart[],
  needs: readonly ConditionName[] = [],
): Step<State> {
  return { kind: 'step', to: state, by, needs };
}

/** A step that is noted and leaves the case where it is. */
export function note(by: readonly CasePart[], needs: readonly ConditionName[] = []): Step<never> {
  return { kind: 'step', to: 'stays', by, needs };
}
