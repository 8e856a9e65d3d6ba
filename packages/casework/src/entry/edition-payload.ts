import type { CivilDate, JsonValue } from '@credence/domain';
import { z } from 'zod';

const day = z.string();

/** The form of `edition-draft@1`: the whole text that is proposed. */
export type EditionDraftPayload = { readonly edition: JsonValue; readonly hash: string };

const draft = z.strictObject({ edition: z.looseObject({}), hash: z.string() });

export function isEditionDraft(payload: unknown): payload is EditionDraftPayload {
  return draft.safeParse(payload).success;
}

/** What a Lab report states of itself; its bytes are signed by whoever made it. */
export type LabReportManifest = {
  readonly schema: 'credence-lab-report/1';
  /** Hash of the draft that was tried. */
  readonly draft: string;
  /** Hash of the report itself, as the cards it is about name it: `sha256-` and 64 digits. */
  readonly report: string;
  readonly madeOn: CivilDate;
};

/** The form of `edition-report@1`: a signed Lab report. */
export type EditionReportPayload = {
  readonly manifest: LabReportManifest;
  readonly keyId: string;
  /** Base64url, over the canonical JSON of the manifest. */
  readonly signature: string;
};

const report = z.strictObject({
  manifest: z.strictObject({
    schema: z.literal('credence-lab-report/1'),
    draft: z.string().regex(/^[0-9a-f]{64}$/),
    report: z.string().regex(/^sha256-[0-9a-f]{64}$/),
    madeOn: day,
  }),
  keyId: z.string(),
  signature: z.string(),
});

export function isEditionReport(payload: unknown): payload is EditionReportPayload {
  return report.safeParse(payload).success;
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
