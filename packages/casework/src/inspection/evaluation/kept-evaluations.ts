import type { CivilDate } from '@credence/domain';

import type { Docket } from '../../case/case.ts';
import { disputesIn } from '../../case/standing/disputes.ts';
import { CaseworkError } from '../../casework-error.ts';
import {
  evaluationKind,
  isEvaluation,
  isEvaluationStream,
  type EvaluationPayload,
} from '../../entry/evaluation-payload.ts';
import type { Entry } from '../../port/journal.ts';

/** An evaluation with its place in the journal. */
export interface KeptEvaluation extends EvaluationPayload {
  readonly seq: number;
  readonly position: number;
}

/**
 * The evaluations of a home, the oldest first. One that has been erased is as if it had never been.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldEvaluations(entries: readonly Entry[]): readonly KeptEvaluation[] {
  return entries.flatMap((entry): readonly KeptEvaluation[] => {
    const { stream, kind, payload, seq, position } = entry;
    if (!isEvaluationStream(stream) || payload === undefined) return [];
    if (kind === evaluationKind && isEvaluation(payload)) return [{ ...payload, seq, position }];
    const place = `${kind} at position ${String(position)}`;
    throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
  });
}

/** The newest evaluation of each card. */
export function currentEvaluations(
  evaluations: readonly KeptEvaluation[],
): ReadonlyMap<string, KeptEvaluation> {
  return new Map(evaluations.map((each) => [each.card, each]));
}

/** The evaluations that stand, one of each card. */
export function standingEvaluations(entries: readonly Entry[]): readonly KeptEvaluation[] {
  return [...currentEvaluations(foldEvaluations(entries)).values()];
}

/** An evaluation with those it took the place of since the last yearly one, the newest first. */
export function lineOf(
  evaluation: KeptEvaluation,
  all: readonly KeptEvaluation[],
): readonly KeptEvaluation[] {
  const before = all.find(({ evaluationId }) => evaluationId === evaluation.replaces);
  return before === undefined ? [evaluation] : [evaluation, ...lineOf(before, all)];
}

/**
 * Since when an evaluation is disputed. An objection that waits for its answer marks it from the
 * first day, however late the answer is, and also where another has taken its place meanwhile.
 *
 * Legal source: guards G30 (disputes are marked), N13 (the subject may object).
 */
export function evaluationDisputedSince(
  evaluation: KeptEvaluation,
  all: readonly KeptEvaluation[],
  docket: Docket,
): CivilDate | undefined {
  const disputes = disputesIn(docket);
  const days = lineOf(evaluation, all).flatMap(({ evaluationId }) => {
    const since = disputes.get(evaluationId);
    return since === undefined ? [] : [since];
  });
  return days.sort()[0];
}
