import type { CivilDate } from '@credence/domain';
import { z } from 'zod';

import type { Signatory } from './matter-payload.ts';

/** The form of `rule-comment@1`: what somebody says about a draft; nothing about whoever says it. */
export type RuleCommentPayload = {
  readonly number: string;
  readonly text: string;
  readonly on: CivilDate;
};

/** Whether a comment stands beside its answer, or is kept back since it speaks of other people. */
export const commentShown = ['whole', 'withheld'] as const;
export type CommentShown = (typeof commentShown)[number];

/** The form of `rule-comment-answered@1`. */
export type RuleCommentAnswered = {
  readonly number: string;
  readonly text: string;
  readonly shows: CommentShown;
  readonly on: CivilDate;
  readonly by: Signatory;
};

const day = z.string();
const comment = z.strictObject({ number: z.string(), text: z.string(), on: day });

export function isRuleComment(payload: unknown): payload is RuleCommentPayload {
  return comment.safeParse(payload).success;
}

const answered = z.strictObject({
  number: z.string(),
  text: z.string(),
  shows: z.enum(commentShown),
  on: day,
  by: z.strictObject({
    official: z.string(),
    agency: z.string(),
    role: z.string(),
    account: z.string().optional(),
  }),
});

export function isRuleCommentAnswered(payload: unknown): payload is RuleCommentAnswered {
  return answered.safeParse(payload).success;
}
