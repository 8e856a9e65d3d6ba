import type { CivilDate, JsonValue } from '@credence/domain';
import { z } from 'zod';

const day = z.string();

/** The form of `edition-draft@1`: the whole text that is proposed. */
export type EditionDraftPayload = { readonly edition: JsonValue; readonly hash: string };

const draft = z.strictObject({ edition: z.looseObject({}), hash: z.string() });

export function isEditionDraft(payload: unknown): payload is EditionDraftPayload {
  return draft.safeParse(payload).success;
}

/** The form of `edition-published@1`: since when, and until when the public comments. */
export type EditionPublishedPayload = { readonly on: CivilDate; readonly commentUntil: CivilDate };

const published = z.strictObject({ on: day, commentUntil: day });

export function isEditionPublished(payload: unknown): payload is EditionPublishedPayload {
  return published.safeParse(payload).success;
}

/** The form of `edition-approval@1`: the first of two approvals. */
export type EditionApprovalPayload = {
  readonly official: string;
  readonly role: string;
  readonly on: CivilDate;
};

const approval = z.strictObject({ official: z.string(), role: z.string(), on: day });

export function isEditionApproval(payload: unknown): payload is EditionApprovalPayload {
  return approval.safeParse(payload).success;
}
