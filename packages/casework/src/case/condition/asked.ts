import { isBefore, problem } from '@credence/domain';

import { actsOf, lastOf } from '../fold-case.ts';
import { isAuthorityLate, isExtendable, stepsDue } from '../law/answer-due.ts';
import { lodgedOn, repairLaw } from '../law/repair-law.ts';
import { doing, listed, unknown, type Attempt, type Condition } from './attempt.ts';

/** Longer once, before the last day, where the clock knows it. */
export const extendedOnce: Condition = ({ file, world, today }) => {
  const count = actsOf(file, 'extended').length;
  const running = stepsDue(file, world, today).some(
    ({ metOn, dueOn }) => metOn === undefined && (dueOn === undefined || !isBefore(dueOn, today)),
  );
  return count === 0 && running && isExtendable(file, world, today)
    ? undefined
    : problem('case-no-extension', { count });
};

/** A superior acts in the place of a desk only once it is late. */
export const deskIsLate: Condition = ({ file, world, today, part }) =>
  part !== 'superior' || isAuthorityLate(file, world, today)
    ? undefined
    : problem('case-desk-not-late', {});

/** The application has lodged itself: it is complete, and its first day has come. */
export const lodged: Condition = (attempt) => {
  const { file, world, today } = attempt;
  if (lodgedOn(file, world, today) !== undefined) return undefined;
  const earliest = repairLaw(file, world, today).earliestOn ?? unknown;
  return problem('case-not-lodged', { earliest, missing: listed(missingIn(attempt)) });
};

/** What is shown is one of the things the law asks for. */
export const conditionIsAsked: Condition = (attempt) => {
  const shown = doing(attempt, 'condition-shown');
  const { toShow } = repairLaw(attempt.file, attempt.world, attempt.today);
  const isAsked = shown === undefined ? toShow.length > 0 : toShow.includes(shown.condition);
  const value = shown?.condition ?? unknown;
  return isAsked
    ? undefined
    : problem('case-condition-unknown', { value, accepted: listed(toShow) });
};

/** Nothing that the law asks for is missing, as an authority itself has found. */
export const everyConditionMet: Condition = (attempt) => {
  const missing = unconfirmedIn(attempt);
  return missing.length === 0
    ? undefined
    : problem('case-not-lodged', { earliest: unknown, missing: listed(missing) });
};

/** A refusal rests on conditions that are not met, and names every one of them at once. */
export const groundsAllNamed: Condition = (attempt) => {
  const unmet = unconfirmedIn(attempt);
  const named = doing(attempt, 'refused')?.grounds ?? unmet;
  const fits = unmet.length > 0 && unmet.length === named.length;
  return fits && unmet.every((each) => named.includes(each))
    ? undefined
    : problem('case-grounds-missing', { accepted: listed(unmet), value: listed(named) });
};

function missingIn({ file, world, today }: Attempt): readonly string[] {
  const { toShow, pledge } = repairLaw(file, world, today);
  const shown = actsOf(file, 'condition-shown').map(({ condition }) => condition);
  const missing = toShow.filter((each) => !shown.includes(each));
  return pledge && lastOf(file, 'pledged') === undefined ? [...missing, 'pledge'] : missing;
}

/** Conditions that no official has found met; what an applicant shows is for an official to check. */
function unconfirmedIn({ file, world, today }: Attempt): readonly string[] {
  const { toShow } = repairLaw(file, world, today);
  const found = actsOf(file, 'condition-shown').flatMap(({ by, condition }) =>
    by.kind === 'official' ? [condition] : [],
  );
  return toShow.filter((each) => !found.includes(each));
}
