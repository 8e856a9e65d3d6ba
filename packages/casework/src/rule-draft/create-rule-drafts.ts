import { startAnswer } from '../view/answer-clock.ts';
import { answerComments, commentOnDraft } from './comment-on-draft.ts';
import {
  approveDraft,
  attachReportAtDesk,
  checkDraftFiles,
  listRuleDrafts,
  publishAtDesk,
  viewRuleDraft,
} from './desk-drafts.ts';
import { listDrafts } from './list-drafts.ts';
import { findDraft, type RuleDraftParts } from './open-draft.ts';
import type { RuleDraftCasework } from './rule-draft.ts';
import { viewDraft } from './view-draft.ts';

/** A new rule on its way from a draft to law, over the parts of casework. */
export function createRuleDrafts(parts: RuleDraftParts): RuleDraftCasework {
  return {
    async listPublicDrafts() {
      const { clock } = await startAnswer(parts);
      const drafts = await listDrafts(parts, clock.today);
      return { clock, drafts: drafts.filter(({ published }) => published !== undefined) };
    },
    async viewPublicDraft(hash) {
      const draft = await findDraft(parts, hash);
      // What is only prepared and what never was are the same to the public.
      if (draft?.line.published === undefined) return { kind: 'not-found' };
      return { kind: 'found', view: await viewDraft(parts, draft) };
    },
    commentOnDraft: (command) => commentOnDraft(parts, command),
    listRuleDrafts: (principal) => listRuleDrafts(parts, principal),
    viewRuleDraft: (principal, hash) => viewRuleDraft(parts, principal, hash),
    checkDraftFiles: (principal, command) => checkDraftFiles(parts, principal, command),
    attachReportAtDesk: (principal, report) => attachReportAtDesk(parts, principal, report),
    publishAtDesk: (principal, hash) => publishAtDesk(parts, principal, hash),
    answerComments: (principal, command) => answerComments(parts, principal, command),
    approveDraft: (principal, hash) => approveDraft(parts, principal, hash),
  };
}
