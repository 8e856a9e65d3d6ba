import { type CivilDate, type Instant, problem, type Refusal } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { Purpose } from '../access/access.ts';
import type { SubjectHead } from '../access/access-casework.ts';
import type { AccessParts } from '../access/access-parts.ts';
import { findHome, headOf } from '../access/find-home.ts';
import type { Operation } from '../access/operation.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { NotFound, SubjectReference } from '../view/answer.ts';
import type { Entry } from '../port/journal.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
import type { AnswerClock, EditionLine } from '../view/view.ts';

/** The three axes of a past answer; absent: today, what is known now, the law of the day. */
export interface ReplayTimes {
  readonly asOf?: CivilDate;
  readonly knownAt?: Instant;
  readonly lawAt?: CivilDate;
}

/** What an answer of any day says of itself. */
export interface PastAnswer {
  readonly clock: AnswerClock;
  readonly subject: SubjectHead;
  readonly asOf: CivilDate;
  readonly knownAt: Instant;
  readonly lawAt: CivilDate;
  readonly law: EditionLine;
  readonly purpose: Purpose;
}

interface PastQuestion {
  readonly subject: SubjectReference;
  readonly times: ReplayTimes;
  readonly purpose: Purpose;
}

/** A question that may be put, before anything closed has been read for it. */
interface AllowedQuestion {
  readonly kind: 'allowed';
  readonly home: string;
  readonly law: Edition;
  readonly answer: Omit<PastAnswer, 'subject'>;
}

/** Whether somebody may ask this about a subject, and by which law it is answered. */
export async function askPast(
  parts: AccessParts,
  principal: KnownPrincipal,
  operation: Extract<Operation, 'subject.explain' | 'subject.replay'>,
  { subject, times, purpose }: PastQuestion,
): Promise<AllowedQuestion | NotFound | Refusal> {
  const { clock, rulebook } = await startAnswer(parts);
  const home = await findHome(parts.register, subject, { rulebook, today: clock.today });
  const resource = { kind: 'subject', ...(home === undefined ? {} : { home }) } as const;
  const decision = parts.access.decide(principal, operation, resource, purpose);
  if (decision.kind === 'refused') return decision;
  if (home === undefined) return { kind: 'not-found' };

  const asOf = times.asOf ?? clock.today;
  const lawAt = times.lawAt ?? asOf;
  const law = rulebook.on(lawAt);
  if (law === undefined) {
    return { kind: 'refused', problem: problem('edition-missing', { day: lawAt }) };
  }
  const knownAt = times.knownAt ?? clock.timepoint;
  const answer = { clock, asOf, knownAt, lawAt, law: editionLine(law), purpose };
  return { kind: 'allowed', home, law, answer };
}

/** What was known of the subject, with the entry that says who looked at it and for what. */
export async function readPast(
  parts: AccessParts,
  principal: KnownPrincipal,
  { home, answer }: AllowedQuestion,
  field: 'programs' | 'records',
): Promise<
  | { readonly kind: 'read'; readonly known: readonly Entry[]; readonly answer: PastAnswer }
  | NotFound
  | Refusal
> {
  const { asOf, lawAt, knownAt, purpose } = answer;
  const upTo = await parts.journal.positionAt(knownAt);
  const fields = [field, `as-of ${asOf}`, `law-at ${lawAt}`];
  const read = await readClosed(parts, principal, { home, purpose, fields });
  if (read.kind === 'refused') return read;
  const known = read.entries.filter(({ position }) => position <= upTo);
  const subject = headOf(home, known);
  if (subject === undefined) return { kind: 'not-found' };
  return { kind: 'read', known, answer: { ...answer, subject } };
}
