import {
  isEditionApproval,
  isEditionDraft,
  isEditionPublished,
  type EditionApprovalPayload,
  type EditionDraftPayload,
  type EditionPublishedPayload,
} from '../entry/edition-payload.ts';
import {
  isEditionReport,
  isEditionReport1,
  type EditionReport,
} from '../entry/lab-report-payload.ts';
import {
  isRuleComment,
  isRuleCommentAnswered,
  type RuleCommentAnswered,
  type RuleCommentPayload,
} from '../entry/rule-comment-payload.ts';
import type { Entry } from '../port/journal.ts';

/** A comment on a draft, and its answer once there is one. */
export interface CommentState {
  readonly comment: RuleCommentPayload;
  readonly answered?: RuleCommentAnswered;
  /** Length of the comment's own stream. */
  readonly seq: number;
}

/** What has happened to a draft so far: the fold of its entries. */
export interface Dossier {
  readonly draft: EditionDraftPayload | undefined;
  readonly reports: readonly EditionReport[];
  readonly published: EditionPublishedPayload | undefined;
  readonly approvals: readonly EditionApprovalPayload[];
  readonly promulgated: boolean;
  /** Whether an impact report on this very text is bound to it. */
  readonly impact: boolean;
  /** In the order in which they came. */
  readonly comments: readonly CommentState[];
  /** Length of the stream, so that two deciders cannot both act on the same state. */
  readonly seq: number;
}

/** Folds the entries of an edition's home. */
export function foldDossier(entries: readonly Entry[]): Dossier {
  const own = entries.filter(({ stream }) => stream === 'edition');
  const payloads = own.map(({ payload }): unknown => payload);
  const ofKind = <Payload>(
    kind: string,
    is: (payload: unknown) => payload is Payload,
  ): readonly Payload[] => payloads.filter((_, at) => own[at]?.kind === kind).filter(is);
  return {
    draft: ofKind('edition-draft@1', isEditionDraft).at(0),
    reports: [
      ...ofKind('edition-report@1', isEditionReport1),
      ...ofKind('edition-report@2', isEditionReport),
    ],
    published: ofKind('edition-published@1', isEditionPublished).at(0),
    approvals: ofKind('edition-approval@1', isEditionApproval),
    promulgated: own.some(({ kind }) => kind === 'edition@1'),
    impact: entries.some(({ kind }) => kind === 'impact-report@1'),
    comments: foldComments(entries),
    seq: own.at(-1)?.seq ?? 0,
  };
}

/** Each comment has a stream of its own, so that comments wait for no step of the draft. */
export function commentStream(number: string): string {
  return `rule-comment/${number}`;
}

function foldComments(entries: readonly Entry[]): readonly CommentState[] {
  const states = new Map<string, CommentState>();
  for (const { kind, stream, seq, payload } of entries) {
    const read: unknown = payload;
    const known = states.get(stream);
    if (kind === 'rule-comment@1' && isRuleComment(read)) {
      states.set(stream, { comment: read, seq });
    } else if (kind === 'rule-comment-answered@1' && isRuleCommentAnswered(read)) {
      if (known !== undefined) states.set(stream, { ...known, answered: read, seq });
    }
  }
  return [...states.values()];
}

/** Comments that nobody has answered yet. */
export function unansweredIn({ comments }: Pick<Dossier, 'comments'>): readonly CommentState[] {
  return comments.filter(({ answered }) => answered === undefined);
}

/**
 * The home of an edition's entries, from its hash (UUID version 8, RFC 9562): one text has one home,
 * so a draft is found again without a register of drafts, and cannot be proposed twice.
 */
export function editionHome(hash: string): string {
  const variant = '89ab'[Number.parseInt(hash[16] ?? '0', 16) % 4] ?? '8';
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
