import { addPeriod, isBefore, problem } from '@credence/domain';
import { entryDates } from '@credence/rulebook';

import { matterOf, lastOf, actsOf } from '../fold-case.ts';
import {
  barredUntil,
  enforcementOf,
  graceUntil,
  isSuperiorTold,
  lengtheningOf,
  releasesOf,
} from '../law/court-law.ts';
import { editionOn, listCardOf } from '../law/law-of-case.ts';
import { doing, listed, unknown, type Attempt, type Condition } from './attempt.ts';

/** The court names one ground of the closed list, and has looked for every exemption of it (G11). */
export const groundNamed: Condition = ({ file, world, today }) => {
  const stated = matterOf(file, 'listing')?.enforcement;
  const enforcement = enforcementOf(file, world, today);
  const grounds = enforcement?.grounds ?? [];
  const value = stated?.ground ?? unknown;
  if (enforcement === undefined && stated === undefined) return undefined;
  const ground = grounds.find((each) => each.ground === stated?.ground);
  if (ground === undefined) {
    const accepted = listed(grounds.map((each) => each.ground));
    return problem('case-condition-unknown', { value, accepted });
  }
  const missing = ground.exempt
    .map(({ exempt }) => exempt)
    .filter((exempt) => stated?.considered.includes(exempt) !== true);
  return missing.length === 0
    ? undefined
    : problem('case-exemption-open', { missing: listed(missing) });
};

/** A creditor asks where the law lets it, and not before its own consent has worn off. */
export const creditorMayApply: Condition = ({ file, world, today, part }) => {
  if (part !== 'creditor') return undefined;
  const enforcement = enforcementOf(file, world, today);
  const edition = editionOn(world, today);
  const { list, enforcement: stated } = matterOf(file, 'listing') ?? {};
  const { by } = file.opened;
  const isNamedSo = by.kind === 'party' && by.name === stated?.creditor;
  if (enforcement === undefined || edition === undefined || !isNamedSo) {
    return problem('case-no-rule', { day: today, card: list ?? unknown });
  }
  for (const other of world.docket.values()) {
    const before = matterOf(other, 'listing');
    if (before?.list !== list || before?.enforcement?.creditor !== by.name) continue;
    const from = barredUntil(other, world, { edition, today });
    if (from !== undefined && isBefore(today, from)) return problem('case-barred', { from });
  }
  return undefined;
};

/** A longer term is for a circumstance that the law names, and no longer than it says (G31). */
export const lengtheningLawful: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const draft = doing(attempt, 'drafted');
  const lengthened = draft?.lengthened;
  if (lengthened === undefined) return undefined;
  const ground = matterOf(file, 'listing')?.enforcement?.ground;
  const extension = lengtheningOf(file, world, today);
  const edition = editionOn(world, today);
  const list = listCardOf(file, world, today);
  const value = `${lengthened.for} ${lengthened.until}`;
  const known = ground !== undefined && edition !== undefined && list !== undefined;
  if (extension === undefined || !known) {
    const none = { value, from: unknown, until: unknown, accepted: unknown };
    return problem('case-term-too-long', none);
  }
  // The term as it is without the decision that lengthens it.
  const { ends } = entryDates(edition, list, { decided: today, served: today, ground });
  if (ends === undefined) return problem('case-no-end', { value, until: unknown });
  const { round } = edition.months;
  const from = addPeriod(ends, extension.atLeast, round);
  const until = addPeriod(ends, extension.atMost, round);
  const fits =
    extension.for.includes(lengthened.for) &&
    !isBefore(lengthened.until, from) &&
    !isBefore(until, lengthened.until);
  return fits
    ? undefined
    : problem('case-term-too-long', { value, from, until, accepted: listed(extension.for) });
};

/** Grace is given before anything takes effect, and no longer than the law knows it. */
export const graceAllowed: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const most = graceOf(attempt);
  const edition = editionOn(world, today);
  if (most === undefined || edition === undefined) {
    return problem('case-no-rule', { day: today, card: 'grace' });
  }
  const given = doing(attempt, 'grace-given');
  const first = actsOf(file, 'grace-given')[0]?.on ?? today;
  const until = addPeriod(first, most, edition.months.round);
  const value = given?.until ?? until;
  return isBefore(today, value) && !isBefore(until, value)
    ? undefined
    : problem('case-order-of-days', { field: 'until', value, from: today, until });
};

function graceOf({ file, world, today }: Attempt) {
  if (file.opened.matter.case === 'listing') return enforcementOf(file, world, today)?.grace.atMost;
  // An order about spending shares the grace of the court's list: one debtor, one time.
  const lists = editionOn(world, today)?.lists.values() ?? [];
  return [...lists].flatMap(({ enforcement }) => enforcement?.grace.atMost ?? []).at(0);
}

/** Nothing is decided or takes effect while grace runs; its last day is the debtor's. */
export const graceOver: Condition = ({ file, today }) => {
  const until = graceUntil(file);
  return until === undefined || isBefore(until, today)
    ? undefined
    : problem('case-grace-runs', { until });
};

/** For a sum that no law measures, whoever approves says why it is worth it (N14). */
export const sumWeighed: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const approved = doing(attempt, 'approved');
  const sums = enforcementOf(file, world, today)?.smallSums;
  const claim = matterOf(file, 'listing')?.enforcement?.claim;
  if (approved === undefined || sums === undefined) return undefined;
  const isFree = claim !== undefined && sums.never.includes(claim);
  return isFree || approved.reason !== undefined
    ? undefined
    : problem('case-reasons-missing', { part: sums.reasons });
};

/** Where an organ or an enterprise of the state is the debtor, somebody above it is told. */
export const superiorNamed: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const told = doing(attempt, 'superior-told')?.superior;
  const rule = enforcementOf(file, world, today)?.superiorTold;
  const stated = matterOf(file, 'listing')?.enforcement;
  const isAsked = isSuperiorTold(file, world, today);
  const value = told ?? stated?.superior ?? unknown;
  const named = stated?.superior !== undefined && (told === undefined || told === stated.superior);
  const holds = attempt.act === 'superior-told' ? rule !== undefined && named : !isAsked || named;
  return holds ? undefined : problem('case-superior-missing', { value });
};

/** What is said to be over is one of the grounds that the law closes. */
export const releaseKnown: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const value = doing(attempt, 'release-asked')?.ground ?? doing(attempt, 'release-found')?.ground;
  const known = releasesOf(file, world, today);
  if (known === undefined) {
    return problem('case-no-rule', { day: today, card: file.opened.matter.case });
  }
  if (value === undefined) return undefined;
  const accepted = known.releases.grounds.map(({ ground }) => ground);
  return accepted.includes(value)
    ? undefined
    : problem('case-condition-unknown', { value, accepted: listed(accepted) });
};

/** The creditor has agreed where it has to, and the searches were made. */
export const releaseProven: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const found = doing(attempt, 'release-found');
  const grounds = releasesOf(file, world, today)?.releases.grounds;
  const rule = grounds?.find(({ ground }) => ground === found?.ground);
  if (found === undefined || rule === undefined) return undefined;
  const missing = [
    ...(rule.consent !== undefined && lastOf(file, 'release-consented') === undefined
      ? ['release-consented']
      : []),
    ...(rule.checks !== undefined && (found.checks ?? 0) < rule.checks
      ? [`checks: ${rule.checks}`]
      : []),
  ];
  return missing.length === 0
    ? undefined
    : problem('case-release-unproven', { value: found.ground, missing: listed(missing) });
};
