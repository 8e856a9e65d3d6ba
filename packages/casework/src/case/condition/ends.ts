import { isBefore, problem, type CivilDate } from '@credence/domain';

import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf } from '../fold-case.ts';
import { effectOf } from '../effect/effect-of.ts';
import { isShielded, isStayed } from '../effect/listing-effect.ts';
import { entryDatesOf } from '../law/court-law.ts';
import { editionOn, listCardOf, listingOf, measureCardOf } from '../law/law-of-case.ts';
import { doing, listed, unknown, type Condition } from './attempt.ts';
import { hasReviewUnit } from './signed.ts';

/** What a decision has to tell beside itself, so that nobody is left without a way out (G24, G32). */
const waysOut = ['exit', 'remedies'] as const;

/** The list ends with a date or with a duty, and a date that is stated is no later (G31). */
export const endTold: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const edition = editionOn(world, today);
  const list = listCardOf(file, world, today);
  const dates =
    edition === undefined || list === undefined
      ? undefined
      : entryDatesOf(edition, list, file, {
          decided: today,
          served: today,
          draft: doing(attempt, 'drafted'),
        });
  const latest = dates?.ends;
  const stated = doing(attempt, 'drafted')?.until;
  const ends = latest !== undefined || dates?.decideAgainBy !== undefined;
  const tooLate = stated !== undefined && latest !== undefined && isBefore(latest, stated);
  const past = stated !== undefined && !isBefore(today, stated);
  return ends && !tooLate && !past
    ? undefined
    : problem('case-no-end', { value: stated ?? unknown, until: latest ?? unknown });
};

/** The way back and the remedies are told with the decision, and somebody else can be turned to. */
export const waysOutTold: Condition = (attempt) => {
  const told = doing(attempt, 'drafted')?.told ?? doing(attempt, 'found')?.told;
  const missing = told === undefined ? [] : waysOut.filter((each) => !told.includes(each));
  return missing.length === 0 && hasReviewUnit(attempt.file)
    ? undefined
    : problem('case-ways-out-not-told', { missing: listed(missing) });
};

/** Nothing is ordered that the list does not bring or the notice did not name (G13, G24). */
export const measuresAnnounced: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const ordered = doing(attempt, 'drafted')?.measures ?? [];
  const named = lastOf(file, 'noticed')?.measures ?? [];
  const brought = listCardOf(file, world, today)?.effect.measures ?? [];
  const accepted = brought.filter((each) => named.includes(each));
  const beyond = ordered.find((each) => !accepted.includes(each));
  return beyond === undefined
    ? undefined
    : problem('case-measure-not-announced', { value: beyond, accepted: listed(accepted) });
};

/** A duty that is open ends this listing, and has not ended it yet (N1). */
export const dutyIsOpen: Condition = ({ file, world, today }) => {
  const byStatus = listCardOf(file, world, today)?.ends.some(({ by }) => by === 'status') === true;
  const { kind } = effectOf(file, world, today);
  return byStatus && (kind === 'in-effect' || kind === 'suspended')
    ? undefined
    : problem('case-no-open-duty', {});
};

/** The listing that a measure follows from is in effect, and its decision ordered it (G03, G13). */
export const causeInEffect: Condition = ({ file, world, today }) => {
  const cause = listingOf(file, world);
  const matter = matterOf(file, 'measure');
  const effect = cause === undefined ? undefined : effectOf(cause, world, today).kind;
  const ordered = cause === undefined ? [] : (lastOf(cause, 'drafted')?.measures ?? []);
  if (effect !== 'in-effect' || matter === undefined) {
    const on = matter?.cause ?? unknown;
    return problem('case-not-in-effect', { case: on, effect: effect ?? unknown });
  }
  const { measure: value } = matter;
  return ordered.includes(value)
    ? undefined
    : problem('case-measure-not-announced', { value, accepted: listed(ordered) });
};

export const standsStayed: Condition = ({ file }) =>
  isStayed(file) ? undefined : problem('case-nothing-to-lift', {});

export const shieldedNow: Condition = ({ file }) =>
  isShielded(file) ? undefined : problem('case-nothing-to-lift', {});

/** All measures that bind a subject stay, together, under the limit of the edition (G19, N14). */
export const burdenBearable: Condition = ({ file, world, today }) => {
  const burden = burdenOf(file, world, today);
  if (burden === undefined) return problem('case-no-rule', { day: today, card: 'guards' });
  return burden.value <= burden.limit ? undefined : problem('case-burden-too-heavy', { ...burden });
};

/**
 * What the measures of a subject weigh together with this one, whichever authority ordered them and
 * for whichever decision, and the most they may weigh. A measure that two decisions order binds once.
 */
export function burdenOf(
  file: CaseFile,
  world: CaseWorld,
  today: CivilDate,
): { readonly value: number; readonly limit: number } | undefined {
  const limits = editionOn(world, today)?.limits.get('guards');
  if (limits === undefined) return undefined;
  const others = [...world.docket.values()].filter(
    (other) =>
      matterOf(other, 'measure') !== undefined &&
      other.caseId !== file.caseId &&
      isBinding(other, world, today),
  );
  const yearly = monthsIn(limits.burdenYears.atLeast);
  const weights = new Map<string | undefined, number>();
  // A measure that is being opened is not among the cases yet, and weighs all the same.
  for (const each of [...others, file]) {
    const weight = weightOf(each, world, { today, yearly });
    weights.set(matterOf(each, 'measure')?.measure, weight);
  }
  const value = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return { value, limit: monthsIn(limits.burdenTogether.atMost) };
}

function isBinding(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  if (file.state === 'accepted') return true;
  const { kind } = effectOf(file, world, today);
  return kind === 'in-effect' || kind === 'suspended';
}

function weightOf(
  file: CaseFile,
  world: CaseWorld,
  { today, yearly }: { readonly today: CivilDate; readonly yearly: number },
): number {
  const card = measureCardOf(file, world, today);
  if (card === undefined) return 0;
  const { term, burden } = card;
  const stated = typeof term === 'object' && 'atMost' in term ? term.atMost : undefined;
  const months = stated?.unit === 'months' ? stated.count : yearly;
  return burden * Math.min(months, yearly);
}

function monthsIn(years: number): number {
  return years * 12;
}
