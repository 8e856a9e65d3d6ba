import { parseCivilDate, type CivilDate, type PublicCreditRecord } from '@credence/domain';
import { z } from 'zod';

import { isRecord } from './record-payload.ts';

const day = z.string().refine((text) => parseCivilDate(text) !== undefined);

/** Two names with the parts in which they agree or not, as they were when the matter was opened. */
export type ComparedNames = {
  readonly name: string;
  readonly other: string;
  readonly verdict: string;
  readonly components: readonly {
    readonly component: string;
    readonly relation: string;
    readonly a?: string;
    readonly b?: string;
  }[];
};

const comparedNames = z.strictObject({
  name: z.string(),
  other: z.string(),
  verdict: z.string(),
  components: z.array(
    z.strictObject({
      component: z.string(),
      relation: z.string(),
      a: z.string().optional(),
      b: z.string().optional(),
    }),
  ),
});

/** Who a row says it is about, against whom the register says it is. */
export type IdentityDoubt = {
  /** `code`: the code stands on another name; `name`: the name stands on another code. */
  readonly about: 'code' | 'name';
  readonly pairs: readonly ComparedNames[];
  /** The subject that the row's own code leads to, where it leads to another one. */
  readonly ownHome?: string;
  /** Where a registration under a contested code stands until the matter is settled. */
  readonly provisionalHome?: string;
};

/** The form of `matter-opened@1`: one row of a file that waits at a desk, whole. */
export type MatterOpened = {
  readonly matterId: string;
  readonly kind: 'conflict' | 'identity';
  /** Code of the agency at whose desk it lies. */
  readonly agency: string;
  readonly on: CivilDate;
  readonly file: { readonly name: string; readonly hash: string };
  readonly batchId?: string;
  readonly key: string;
  readonly contentHash: string;
  readonly record: PublicCreditRecord;
  readonly identity?: IdentityDoubt;
};

const opened = z.strictObject({
  matterId: z.string(),
  kind: z.enum(['conflict', 'identity']),
  agency: z.string(),
  on: day,
  file: z.strictObject({ name: z.string(), hash: z.string() }),
  batchId: z.string().optional(),
  key: z.string(),
  contentHash: z.string(),
  record: z.unknown().refine(isRecord),
  identity: z
    .strictObject({
      about: z.enum(['code', 'name']),
      pairs: z.array(comparedNames),
      ownHome: z.string().optional(),
      provisionalHome: z.string().optional(),
    })
    .optional(),
});

export function isMatterOpened(payload: unknown): payload is MatterOpened {
  return opened.safeParse(payload).success;
}

/** Who put a name under a step: the account where he signed in, else his name and office. */
export type Signatory = {
  readonly official: string;
  readonly agency: string;
  readonly role: string;
  readonly account?: string;
};

const signatory = z.strictObject({
  official: z.string(),
  agency: z.string(),
  role: z.string(),
  account: z.string().optional(),
});

export const conflictChoices = ['take', 'keep'] as const;
export const identityChoices = ['same', 'different', 'unsure'] as const;
export type MatterChoice = (typeof conflictChoices)[number] | (typeof identityChoices)[number];
const choice = z.enum([...conflictChoices, ...identityChoices]);

/** The form of `matter-proposed@1`: what one official thinks should be done, and why. */
export type MatterProposed = {
  readonly matterId: string;
  readonly choice: MatterChoice;
  readonly reason: string;
  readonly basis: readonly string[];
  readonly on: CivilDate;
  readonly by: Signatory;
};

const proposed = z.strictObject({
  matterId: z.string(),
  choice,
  reason: z.string(),
  basis: z.array(z.string()),
  on: day,
  by: signatory,
});

export function isMatterProposed(payload: unknown): payload is MatterProposed {
  return proposed.safeParse(payload).success;
}

/** The form of `matter-declined@1`: a second official does not join; the matter is open again. */
export type MatterDeclined = Pick<MatterProposed, 'matterId' | 'reason' | 'on' | 'by'>;

const declined = proposed.pick({ matterId: true, reason: true, on: true, by: true });

export function isMatterDeclined(payload: unknown): payload is MatterDeclined {
  return declined.safeParse(payload).success;
}

/** What became of the row. */
const matterResults = ['corrected', 'kept', 'recorded', 'returned'] as const;
export type MatterResult = (typeof matterResults)[number];

/** The form of `matter-closed@1`: decided by a second official. */
export type MatterClosed = {
  readonly matterId: string;
  readonly choice: MatterChoice;
  readonly result: MatterResult;
  readonly on: CivilDate;
  readonly by: Signatory;
  /** The record that now says it, where there is one; `home` where it is another subject's. */
  readonly recordId?: string;
  readonly home?: string;
};

const closed = z.strictObject({
  matterId: z.string(),
  choice,
  result: z.enum(matterResults),
  on: day,
  by: signatory,
  recordId: z.string().optional(),
  home: z.string().optional(),
});

export function isMatterClosed(payload: unknown): payload is MatterClosed {
  return closed.safeParse(payload).success;
}

/** The form of `identity-review@1`: another subject's matter concerns this one too. */
export type IdentityReview = {
  readonly matterId: string;
  /** Home in which the matter itself lies. */
  readonly matterHome: string;
  readonly on: CivilDate;
  /** First day on which the row in question could no longer be public; absent: without an end. */
  readonly until?: CivilDate;
};

const review = z.strictObject({
  matterId: z.string(),
  matterHome: z.string(),
  on: day,
  until: day.optional(),
});

export function isIdentityReview(payload: unknown): payload is IdentityReview {
  return review.safeParse(payload).success;
}

/** The form of `identity-review-ended@1`. */
export type IdentityReviewEnded = Pick<IdentityReview, 'matterId' | 'on'>;

const reviewEnded = review.pick({ matterId: true, on: true });

export function isIdentityReviewEnded(payload: unknown): payload is IdentityReviewEnded {
  return reviewEnded.safeParse(payload).success;
}
