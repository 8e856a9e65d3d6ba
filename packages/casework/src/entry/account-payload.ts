import type { CivilDate, Identifier } from '@credence/domain';
import { z } from 'zod';

import { mandateScopes, roles, type MandateScope, type Role } from '../access/principal.ts';

const day = z.string();

/** The form of `account@1`: an official or a system of an agency. It lies in the agency's home. */
export type AccountPayload = {
  readonly account: string;
  readonly kind: 'official' | 'machine';
  readonly name: string;
  readonly issuer: string;
  /** The provider's own name for whoever signs in; of a machine, its client id. */
  readonly subject: string;
  readonly agency: string;
  /** Of an official. */
  readonly roles: readonly Role[];
  /** Of a machine. */
  readonly scopes: readonly string[];
  readonly from: CivilDate;
  /** First day on which it no longer holds. */
  readonly until?: CivilDate;
};

const account = z.strictObject({
  account: z.string(),
  kind: z.enum(['official', 'machine']),
  name: z.string(),
  issuer: z.string(),
  subject: z.string(),
  agency: z.string(),
  roles: z.array(z.enum(roles)),
  scopes: z.array(z.string()),
  from: day,
  until: day.optional(),
});

export function isAccount(payload: unknown): payload is AccountPayload {
  return account.safeParse(payload).success;
}

/** The form of `account-ended@1`. */
export type AccountEndedPayload = {
  readonly account: string;
  /** First day on which it no longer holds. */
  readonly on: CivilDate;
  readonly reason: string;
};

const accountEnded = z.strictObject({ account: z.string(), on: day, reason: z.string() });

export function isAccountEnded(payload: unknown): payload is AccountEndedPayload {
  return accountEnded.safeParse(payload).success;
}

/** The form of `mandate@1`: a power to act for a subject. It lies in the subject's home. */
export type MandatePayload = {
  readonly mandate: string;
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  /** It holds only while the home has this identifier. */
  readonly identifier: Identifier;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  /** What it is limited to; absent: nothing is excepted. */
  readonly scopes?: readonly MandateScope[];
};

const mandate = z.strictObject({
  mandate: z.string(),
  name: z.string(),
  issuer: z.string(),
  subject: z.string(),
  identifier: z.strictObject({ scheme: z.string(), value: z.string() }),
  from: day,
  until: day.optional(),
  scopes: z.array(z.enum(mandateScopes)).min(1).optional(),
});

export function isMandate(payload: unknown): payload is MandatePayload {
  return mandate.safeParse(payload).success;
}

/** The form of `mandate-ended@1`. */
export type MandateEndedPayload = {
  readonly mandate: string;
  readonly on: CivilDate;
  readonly reason: string;
};

const mandateEnded = z.strictObject({ mandate: z.string(), on: day, reason: z.string() });

export function isMandateEnded(payload: unknown): payload is MandateEndedPayload {
  return mandateEnded.safeParse(payload).success;
}

/** The form of `budget-alarm@1`: an account wanted to read more than a day allows. */
export type BudgetAlarmPayload = {
  readonly account: string;
  readonly by: 'reader' | 'agency';
  readonly limit: number;
  readonly day: CivilDate;
};

const budgetAlarm = z.strictObject({
  account: z.string(),
  by: z.enum(['reader', 'agency']),
  limit: z.int().min(0),
  day,
});

export function isBudgetAlarm(payload: unknown): payload is BudgetAlarmPayload {
  return budgetAlarm.safeParse(payload).success;
}
