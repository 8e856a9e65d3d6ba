import { isBefore, problem } from '@credence/domain';

import { actsOf, lastOf, matterOf } from '../fold-case.ts';
import { unknown, type Condition } from './attempt.ts';

/** Nobody pays late before the day has come; the last day is the debtor's. */
export const paymentDue: Condition = ({ file, today }) => {
  const matter = matterOf(file, 'payment-complaint');
  const until = matter?.dueOn ?? unknown;
  const holds =
    matter !== undefined &&
    isBefore(matter.dueOn, today) &&
    !isBefore(matter.dueOn, matter.deliveredOn);
  return holds
    ? undefined
    : problem('case-not-overdue', { from: matter?.deliveredOn ?? unknown, until });
};

/** A case about a debt that was found is over once all of it is paid. */
export const paidInFull: Condition = (attempt) => {
  const { file } = attempt;
  const found = lastOf(file, 'found');
  const limit = found?.outcome === 'upheld' ? (found.amount?.amount ?? claimed(file)) : 0;
  const now = doing(attempt);
  if (now === undefined) return undefined;
  const value = actsOf(file, 'paid').reduce((sum, { amount }) => sum + amount.amount, now);
  return value >= limit ? undefined : problem('case-unpaid', { limit, value });
};

function claimed(file: Parameters<typeof matterOf>[0]): number {
  return matterOf(file, 'payment-complaint')?.amount.amount ?? 0;
}

function doing({ action }: Parameters<Condition>[0]): number | undefined {
  return action?.kind === 'paid' ? action.amount.amount : undefined;
}
