import { isBefore, type CivilDate } from '@credence/domain';

import {
  isDisclosure,
  isPromise,
  isPromiseStep,
  isRetaliation,
  isRetaliationAnswer,
  type DisclosurePayload,
  type PromiseAct,
  type PromisePayload,
} from '../entry/promise-payload.ts';
import type { Entry } from '../port/journal.ts';
import type { RetaliationState } from './contract.ts';

type Changed = Extract<PromiseAct, { readonly kind: 'changed' }>;

/** A promise with what became of it. */
export interface PromiseState {
  readonly promise: PromisePayload;
  /** As it was changed last. */
  readonly dueOn: CivilDate;
  readonly changes: readonly (Changed & { readonly on: CivilDate })[];
  readonly kept?: { readonly on: CivilDate; readonly proof: string };
  readonly compensated?: { readonly on: CivilDate; readonly proof: string };
}

/** What a public body promised, as it stood at the end of a day. */
export function foldPromises(entries: readonly Entry[], day?: CivilDate): readonly PromiseState[] {
  const isKnown = (on: CivilDate): boolean => day === undefined || !isBefore(day, on);
  const all = new Map<string, PromiseState>();
  for (const { kind, payload } of entries) {
    if (kind === 'promise@1' && isPromise(payload) && isKnown(payload.on)) {
      all.set(payload.promiseId, { promise: payload, dueOn: payload.dueOn, changes: [] });
    }
    if (kind !== 'promise-act@1' || !isPromiseStep(payload) || !isKnown(payload.on)) continue;
    const before = all.get(payload.promiseId);
    if (before !== undefined) all.set(payload.promiseId, afterAct(before, payload.act, payload.on));
  }
  return [...all.values()];
}

function afterAct(before: PromiseState, act: PromiseAct, on: CivilDate): PromiseState {
  switch (act.kind) {
    case 'kept':
      return { ...before, kept: { on: act.keptOn, proof: act.proof } };
    case 'changed':
      return { ...before, dueOn: act.dueOn, changes: [...before.changes, { ...act, on }] };
    case 'compensated':
      return { ...before, compensated: { on: act.paidOn, proof: act.proof } };
  }
}

/** The newest word of each year. */
export function foldDisclosures(entries: readonly Entry[]): readonly DisclosurePayload[] {
  const years = new Map<number, DisclosurePayload>();
  for (const { kind, payload } of entries) {
    if (kind === 'disclosure@1' && isDisclosure(payload)) years.set(payload.year, payload);
  }
  return [...years.values()];
}

/** The day of the first word of each year: a later one corrects it, and makes nothing late. */
export function firstDisclosedOn(entries: readonly Entry[]): ReadonlyMap<number, CivilDate> {
  const days = new Map<number, CivilDate>();
  for (const { kind, payload } of entries) {
    if (kind !== 'disclosure@1' || !isDisclosure(payload) || days.has(payload.year)) continue;
    days.set(payload.year, payload.on);
  }
  return days;
}

/** Reports of retaliation in a home, with their answers. */
export function foldRetaliations(
  entries: readonly Entry[],
  today: CivilDate,
): readonly RetaliationState[] {
  const all = new Map<string, RetaliationState>();
  for (const { kind, payload } of entries) {
    if (kind === 'retaliation@1' && isRetaliation(payload)) {
      const late = payload.answerBy !== undefined && isBefore(payload.answerBy, today);
      all.set(payload.reportId, { report: payload, late });
    }
    if (kind !== 'retaliation-answered@1' || !isRetaliationAnswer(payload)) continue;
    const known = all.get(payload.reportId);
    if (known === undefined) continue;
    const { answerBy } = known.report;
    const late = answerBy !== undefined && isBefore(answerBy, payload.on);
    all.set(payload.reportId, { ...known, answer: payload, late });
  }
  return [...all.values()];
}
