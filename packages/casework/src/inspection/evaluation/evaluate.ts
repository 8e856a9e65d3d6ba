import { problem, type CivilDate, type Refusal } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import type { AccessParts } from '../../access/access-parts.ts';
import type { KnownPrincipal } from '../../access/principal.ts';
import type { CaseworkParts } from '../../casework-parts.ts';
import {
  evaluationKind,
  evaluationStream,
  type EvaluationPayload,
} from '../../entry/evaluation-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import type { Entry } from '../../port/journal.ts';
import { askPast, readPast } from '../../reading/read-past.ts';
import type { NotFound, SubjectReference } from '../../view/answer.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { dueEvaluations } from './due-evaluations.ts';

type EvaluationParts = AccessParts & Pick<CaseworkParts, 'journal' | 'uuid' | 'salt'>;

/** Evaluations that were made for a subject now; none where it has one that holds. */
type EvaluateOutcome =
  { readonly kind: 'evaluated'; readonly made: readonly EvaluationPayload[] } | NotFound | Refusal;

/** Makes evaluations; shown to the subject and the authority that answers for them alone. */
export interface EvaluateCasework {
  /** Those that are due today in these homes, each once; how many. */
  evaluateDue(homes: readonly string[]): Promise<number>;
  /** A first one before the yearly day, where the authority that answers for it makes it. */
  evaluateNow(principal: KnownPrincipal, subject: SubjectReference): Promise<EvaluateOutcome>;
}

/** The use cases of evaluations. */
export function createEvaluations(parts: EvaluationParts): EvaluateCasework {
  return {
    evaluateDue: (homes) => evaluateDue(parts, homes),
    evaluateNow: (principal, subject) => evaluateNow(parts, principal, subject),
  };
}

async function evaluateDue(parts: EvaluationParts, homes: readonly string[]): Promise<number> {
  const { clock, rulebook } = await startAnswer(parts);
  if (rulebook.on(clock.today)?.evaluations.size === 0) return 0;
  let made = 0;
  for (const [home, entries] of await parts.journal.entriesOfMany(homes)) {
    made += (await make(parts, { home, entries, rulebook, on: clock.today })).length;
  }
  return made;
}

async function evaluateNow(
  parts: EvaluationParts,
  principal: KnownPrincipal,
  subject: SubjectReference,
): Promise<EvaluateOutcome> {
  const asked = { subject, times: {}, purpose: 'supervision' } as const;
  const question = await askPast(parts, principal, 'subject.explain', asked);
  if (question.kind !== 'allowed') return question;
  const { home, law, answer } = question;
  const graders = [...law.evaluations.values()].map(({ grader }) => grader);
  const agency = 'agency' in principal ? principal.agency : undefined;
  if (agency === undefined || !graders.includes(agency)) {
    const params = { operation: 'subject.explain', purpose: 'supervision' };
    return { kind: 'refused', problem: problem('not-permitted', params) };
  }
  const read = await readPast(parts, principal, question, 'programs');
  if (read.kind !== 'read') return read;
  const { rulebook } = await startAnswer(parts);
  const order = { home, entries: read.known, rulebook, on: answer.clock.today, asked: true };
  return { kind: 'evaluated', made: await make(parts, order) };
}

async function make(
  parts: EvaluationParts,
  order: {
    readonly home: string;
    readonly entries: readonly Entry[];
    readonly rulebook: Rulebook;
    readonly on: CivilDate;
    readonly asked?: boolean;
  },
): Promise<readonly EvaluationPayload[]> {
  const { home, entries } = order;
  const made: EvaluationPayload[] = [];
  for (const { payload: due, seq, basis, eraseOn } of dueEvaluations(home, entries, order)) {
    const payload = { evaluationId: parts.uuid(), ...due };
    const stream = evaluationStream(due.card);
    const outcome = await parts.journal.record(
      {
        // The register computes it; the authority of the card answers for it.
        actor: { official: 'register', agency: due.grader, role: 'register' },
        ...{ purpose: 'evaluation', basis },
      },
      [newEntry(parts, { home, stream, kind: evaluationKind, payload }, eraseOn)],
      { expect: [{ home, stream, seq }] },
    );
    // Another run was quicker; it made the same.
    if (outcome.kind === 'recorded') made.push(payload);
  }
  return made;
}
