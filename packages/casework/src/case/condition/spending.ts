import { addPeriod, containsDay, isBefore, problem } from '@credence/domain';

import { actsOf, matterOf } from '../fold-case.ts';
import { editionOn, measureCardOf } from '../law/law-of-case.ts';
import { doing, listed, unknown, type Condition } from './attempt.ts';

/** Every factor is weighed, and nothing is forbidden beyond the closed list (G13, G18). */
export const orderLawful: Condition = ({ file, world, today }) => {
  const matter = matterOf(file, 'spending');
  const card = measureCardOf(file, world, today);
  const order = card?.order;
  const known = matter === undefined ? undefined : world.records.get(matter.recordId);
  const holds =
    matter !== undefined &&
    card !== undefined &&
    order !== undefined &&
    containsDay(card.inForce, today) &&
    !isBefore(card.reviewBy, today) &&
    known !== undefined &&
    card.subjects.includes(known.record.subject.kind);
  if (!holds) return problem('case-no-rule', { day: today, card: matter?.measure ?? unknown });
  const weighed = matter.weighed.map(({ factor }) => factor);
  const missing = order.weighed.map(({ factor }) => factor).filter((f) => !weighed.includes(f));
  if (missing.length > 0) return problem('case-exemption-open', { missing: listed(missing) });
  const items = order.forbids.map(({ forbids }) => forbids);
  const beyond =
    matter.forbids.find((each) => !items.includes(each)) ??
    matter.persons.find(({ capacity }) => !order.persons.capacities.includes(capacity))?.capacity;
  const accepted = listed([...items, ...order.persons.capacities]);
  if (beyond !== undefined || matter.forbids.length === 0) {
    return problem('case-condition-unknown', { value: beyond ?? unknown, accepted });
  }
  return undefined;
};

/** An order that names people is seen by whoever decides and whoever reviews, and nobody else. */
export const desksClosed: Condition = ({ file }) => {
  const { platform, superior, body } = file.opened.desks;
  const others = [platform, superior, body].flatMap((each) => each ?? []);
  return others.length === 0
    ? undefined
    : problem('case-desks-too-many', { value: listed(others) });
};

/** What is asked for eases something that this order forbids. */
export const allowanceLawful: Condition = (attempt) => {
  const asked = doing(attempt, 'allowance-asked');
  if (asked === undefined) return undefined;
  const accepted = matterOf(attempt.file, 'spending')?.forbids ?? [];
  const beyond = asked.forbids.find((each) => !accepted.includes(each));
  return beyond === undefined && asked.forbids.length > 0
    ? undefined
    : problem('case-condition-unknown', { value: beyond ?? unknown, accepted: listed(accepted) });
};

/** An application is decided once, and one occasion stays one occasion. */
export const allowanceOpen: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const asked = actsOf(file, 'allowance-asked');
  const granted = doing(attempt, 'allowance-granted');
  const of = granted?.of ?? doing(attempt, 'allowance-refused')?.of;
  const decided = [...actsOf(file, 'allowance-granted'), ...actsOf(file, 'allowance-refused')];
  const none = (value: string | number, until: string) =>
    problem('case-allowance-none', { value, until });
  if (of === undefined) return decided.length < asked.length ? undefined : none(unknown, unknown);
  const one = asked[of - 1];
  const edition = editionOn(world, today);
  const order = measureCardOf(file, world, today)?.order;
  if (one === undefined || edition === undefined || order === undefined) return none(of, unknown);
  if (decided.some((each) => each.of === of)) return none(of, unknown);
  if (granted === undefined) return undefined;
  const { round } = edition.months;
  const until = addPeriod(
    today,
    one.asked === 'occasion' ? order.occasion.atMost : order.endsAfter,
    round,
  );
  return isBefore(until, granted.until) || isBefore(granted.until, today)
    ? none(of, until)
    : undefined;
};
