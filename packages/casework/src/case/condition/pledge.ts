import { containsDay, isBefore, problem } from '@credence/domain';

import { lastOf, matterOf } from '../fold-case.ts';
import { editionOn, pledgeCardOf } from '../law/law-of-case.ts';
import { exclusionsOf, foundByOffice, latestLook, pledgeDaysOf } from '../law/pledge-law.ts';
import { doing, listed, unknown, type Condition } from './attempt.ts';

/** The item is open to a pledge by the law of today. */
export const pledgeOpen: Condition = ({ file, world, today }) => {
  const card = pledgeCardOf(file, world, today);
  const holds = card?.approval !== undefined && containsDay(card.inForce, today);
  const id = matterOf(file, 'pledge')?.pledge ?? unknown;
  return holds ? undefined : problem('case-no-rule', { day: today, card: id });
};

/** Nothing that the register shows leaves the subject out; if something does, its article is told. */
export const notExcluded: Condition = ({ file, world, today }) => {
  const card = pledgeCardOf(file, world, today);
  const [first] = card === undefined ? [] : exclusionsOf(card, world, today);
  if (first === undefined) return undefined;
  const { exclusion: value, basis } = first;
  return problem('case-pledge-excluded', { value, basis: listed(basis) });
};

/** What is signed is the text of the edition, word for word, in one of its languages. */
export const pledgeWorded: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const signed = doing(attempt, 'pledged')?.pledge;
  const form = pledgeCardOf(file, world, today)?.approval?.form;
  if (signed === undefined || form === undefined) return undefined;
  if (signed === form.zh || signed === form.en) return undefined;
  const accepted = form.zh ?? form.en ?? unknown;
  return problem('case-pledge-reworded', { value: signed.slice(0, 60), accepted });
};

/** Whoever is left out is told by which exclusion of the card. */
export const exclusionNamed: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const card = pledgeCardOf(file, world, today);
  const grounds = doing(attempt, 'excluded')?.grounds;
  if (grounds === undefined || card?.approval === undefined) return undefined;
  const held = exclusionsOf(card, world, today).map(({ exclusion }) => exclusion);
  const accepted = [...foundByOffice(card.approval), ...held];
  const stray = grounds.find((each) => !accepted.includes(each));
  if (stray === undefined && grounds.length > 0) return undefined;
  return problem('case-exclusion-unknown', {
    value: stray ?? unknown,
    accepted: listed(accepted),
  });
};

/** Another office's pledge that was kept stands for this one, where the card lets it. */
export const keptElsewhere: Condition = ({ file, world, today }) => {
  const matter = matterOf(file, 'pledge');
  const before = world.docket.get(matter?.reuses ?? '');
  const card = pledgeCardOf(file, world, today);
  const holds =
    before?.state === 'kept' &&
    matterOf(before, 'pledge')?.pledge === matter?.pledge &&
    card?.approval?.reuse === 'kept';
  return holds ? undefined : problem('case-pledge-not-kept', { value: matter?.reuses ?? unknown });
};

/** The day to look lies no later than the card lets any class wait. */
export const checkInTime: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const value = doing(attempt, 'check-set')?.dueOn;
  const until = latestLook(file, world);
  if (value === undefined || until === undefined) return undefined;
  return isBefore(value, today) || isBefore(until, value)
    ? problem('case-order-of-days', { field: 'dueOn', value, from: today, until })
    : undefined;
};

/** Somebody looked after the decision, and not later than today. */
export const seenInTime: Condition = (attempt) => {
  const { file, today } = attempt;
  const value = doing(attempt, 'seen-kept')?.seenOn ?? doing(attempt, 'seen-unkept')?.seenOn;
  if (value === undefined) return undefined;
  const from =
    lastOf(file, 'seen-unkept')?.seenOn ?? lastOf(file, 'granted-on-pledge')?.on ?? file.opened.on;
  return isBefore(value, from) || isBefore(today, value)
    ? problem('case-order-of-days', { field: 'seenOn', value, from, until: today })
    : undefined;
};

/** What was not so is one of the conditions that were pledged, and nothing beyond them. */
export const conditionsOfThePledge: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const unmet = doing(attempt, 'seen-unkept')?.unmet;
  const day = lastOf(file, 'granted-on-pledge')?.on ?? today;
  const accepted =
    pledgeCardOf(file, world, day)?.approval?.conditions.map(({ condition }) => condition) ?? [];
  if (unmet === undefined) return undefined;
  const stray = unmet.find((each) => !accepted.includes(each));
  if (stray === undefined && unmet.length > 0) return undefined;
  return problem('case-condition-unpledged', {
    value: stray ?? unknown,
    accepted: listed(accepted),
  });
};

/** The time to put it right is over. */
export const cureOver: Condition = ({ file, world, today }) => {
  const { cureBy } = pledgeDaysOf(file, world, today);
  return cureBy !== undefined && isBefore(cureBy, today)
    ? undefined
    : problem('case-cure-runs', { until: cureBy ?? unknown });
};

/** The way back is open from the day that the card says. */
export const repairOpen: Condition = ({ file, world, today }) => {
  const from = pledgeDaysOf(file, world, today).repairFrom;
  const edition = editionOn(world, today);
  return from !== undefined && edition !== undefined && !isBefore(today, from)
    ? undefined
    : problem('case-order-of-days', {
        ...{ field: 'mended', value: today, from: from ?? unknown, until: unknown },
      });
};
