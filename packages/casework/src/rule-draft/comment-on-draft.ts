import { type CivilDate, problem, type Refusal, refuse } from '@credence/domain';

import type { KnownPrincipal } from '../access/principal.ts';
import {
  commentShown,
  type RuleCommentAnswered,
  type RuleCommentPayload,
} from '../entry/rule-comment-payload.ts';
import { maskPersonData } from '../intake/person-scan.ts';
import { newEntry } from '../matter/file-matters.ts';
import { overtaken } from '../matter/propose-matter.ts';
import { drawNumberAndCode } from '../matter/secret-code.ts';
import { actorOf, signatoryOf } from '../matter/signatory.ts';
import { commentStream, editionHome, type Dossier } from '../promulgate/dossier.ts';
import { civilToday } from '../view/answer-clock.ts';
import { mayWith } from './may-with.ts';
import { findDraft, type RuleDraftParts } from './open-draft.ts';
import type {
  AnswerCommentsCommand,
  AnswerCommentsOutcome,
  CommentCommand,
  CommentOutcome,
} from './rule-draft.ts';

/** Characters of a comment: some pages, since a rule is argued about at length. */
const commentLength = { min: 10, max: 5_000 } as const;
/** Characters of an answer. */
const answerLength = { min: 4, max: 5_000 } as const;

/**
 * Comments on one draft, unless the operator says otherwise: each is answered by an official, and a
 * machine that sends them without end would keep those of people from being read.
 */
const commentsMost = 5_000;

/** Nobody who comments has an account; the journal says so. */
const reader = { official: 'reader', agency: 'public', role: 'reader' } as const;

/**
 * Takes in what anyone says about a draft while its days of comment last. Nothing is asked and
 * nothing is kept about whoever says it; numbers of people are masked before the text is stored, and
 * it is public only once an official has read and answered it.
 *
 * Legal source: guards G45, N15.
 */
export async function commentOnDraft(
  parts: RuleDraftParts,
  { hash, text: given }: CommentCommand,
): Promise<CommentOutcome> {
  const draft = await findDraft(parts, hash);
  const published = draft?.line.published;
  if (draft === undefined || published === undefined) return { kind: 'not-found' };
  const { line, dossier } = draft;
  if (line.state !== 'commenting') {
    const until = published.commentUntil;
    return refuse(problem('comment-closed', { edition: line.code, until }));
  }
  const most = parts.commentsPerDraft ?? commentsMost;
  if (dossier.comments.length >= most) {
    return refuse(problem('comments-full', { edition: line.code, most }));
  }
  const read = readText('comment', given, commentLength);
  if (read.kind === 'refused') return read;
  const { text, masked } = maskPersonData(read.text);
  const number = drawNumber(parts, dossier);
  const on = await todayIn(parts);
  const payload: RuleCommentPayload = { number, text, on };
  const home = editionHome(hash);
  const stream = commentStream(number);
  const outcome = await parts.journal.record(
    { actor: reader, purpose: 'rule-comment', basis: [] },
    [newEntry(parts, { home, stream, kind: 'rule-comment@1', payload }, undefined)],
    { expect: [{ home, stream, seq: 0 }] },
  );
  if (outcome.kind === 'conflict') return refuse(overtaken);
  return { kind: 'received', number, on, masked };
}

/**
 * One answer to one or several comments, all or none. From here on each stands in public beside its
 * answer, or, where it speaks of other people, the answer alone.
 */
export async function answerComments(
  parts: RuleDraftParts,
  principal: KnownPrincipal,
  command: AnswerCommentsCommand,
): Promise<AnswerCommentsOutcome> {
  const may = mayWith(parts, principal, 'rule-draft.prepare');
  if (may.kind === 'refused') return may;
  const signatory = signatoryOf(principal);
  const draft = await findDraft(parts, command.hash);
  if (draft === undefined || signatory === undefined) return { kind: 'not-found' };
  const shows = commentShown.find((each) => each === command.shows);
  if (shows === undefined) {
    const value = command.shows.slice(0, 40);
    return refuse(problem('choice-invalid', { value, accepted: commentShown.join(', ') }));
  }
  const read = readText('answer', command.text, answerLength);
  if (read.kind === 'refused') return read;
  const waiting = draft.dossier.comments.filter(({ answered }) => answered === undefined);
  const numbers = [...new Set(command.numbers)];
  const chosen = waiting.filter(({ comment }) => numbers.includes(comment.number));
  const unknown = numbers.find((each) => !chosen.some(({ comment }) => comment.number === each));
  if (chosen.length === 0 || unknown !== undefined) {
    const accepted = waiting.map(({ comment }) => comment.number).join(', ') || '—';
    return refuse(problem('choice-invalid', { value: (unknown ?? '—').slice(0, 40), accepted }));
  }
  const home = editionHome(draft.hash);
  const { text } = maskPersonData(read.text);
  const on = await todayIn(parts);
  const outcome = await parts.journal.record(
    { actor: actorOf(signatory), purpose: 'rule-change', basis: [] },
    chosen.map(({ comment: { number } }) => {
      const payload: RuleCommentAnswered = { number, text, shows, on, by: signatory };
      const kind = 'rule-comment-answered@1';
      return newEntry(parts, { home, stream: commentStream(number), kind, payload }, undefined);
    }),
    {
      expect: chosen.map(({ comment, seq }) => ({
        home,
        stream: commentStream(comment.number),
        seq,
      })),
    },
  );
  if (outcome.kind === 'conflict') return refuse(overtaken);
  return { kind: 'answered', count: chosen.length };
}

async function todayIn(parts: RuleDraftParts): Promise<CivilDate> {
  return civilToday(parts, await parts.loader.load(await parts.journal.head()));
}

function readText(
  field: string,
  given: string,
  bounds: { readonly min: number; readonly max: number },
): { readonly kind: 'read'; readonly text: string } | Refusal {
  const text = given.trim();
  const { length } = [...text];
  if (length >= bounds.min && length <= bounds.max) return { kind: 'read', text };
  return refuse(problem('text-length', { field, length, ...bounds }));
}

/** A number that no comment of the draft has; a second draw is rarely needed. */
function drawNumber(parts: Pick<RuleDraftParts, 'salt' | 'uuid'>, { comments }: Dossier): string {
  for (;;) {
    const { number } = drawNumberAndCode(() => `${parts.salt()} ${parts.uuid()}`);
    if (!comments.some(({ comment }) => comment.number === number)) return number;
  }
}
