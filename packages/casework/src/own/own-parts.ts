import type { CivilDate, Refusal } from '@credence/domain';

import type { Operation } from '../access/operation.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { CaseWorld } from '../case/case.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { foldConsents } from '../case/service/consent.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import { fieldsOfLook, findUnsaid, type CounterLook } from './counter-look.ts';
import { foldLife } from '../life/fold-life.ts';
import { standingEvaluations } from '../inspection/evaluation/kept-evaluations.ts';
import type { Entry } from '../port/journal.ts';
import type { AgencyRow } from '../port/register.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { foldSubject, type SubjectState } from '../state/subject-state.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type { AnswerClock } from '../view/view.ts';

export type OwnParts = CaseworkParts & { readonly loader: RulebookLoader };

/** A home opened for its own subject, or for whoever serves it at a counter. */
export interface OpenedOwn {
  readonly kind: 'opened';
  readonly home: string;
  readonly clock: AnswerClock;
  readonly today: CivilDate;
  readonly entries: readonly Entry[];
  readonly state: SubjectState;
  readonly world: CaseWorld;
  readonly agencies: readonly AgencyRow[];
}

/** Decides, reads, and writes down who looked; an official looks here only as one at a counter. */
export async function openOwn(
  parts: OwnParts,
  principal: KnownPrincipal,
  asked: {
    readonly home: string;
    readonly operation: Operation;
    readonly fields: readonly string[];
    /** A counter opens the whole desk for a reason alone; its steps have theirs already. */
    readonly look?: { readonly counter: CounterLook | undefined };
  },
): Promise<OpenedOwn | Refusal> {
  const { home, look } = asked;
  const isCounter = principal.kind === 'official';
  const operation = isCounter ? 'case.counter' : asked.operation;
  const purpose = isCounter ? 'counter' : 'own';
  const agency = isCounter ? { agency: principal.agency } : {};
  const resource = { kind: 'case', home, ...agency } as const;
  const decision = parts.access.decide(principal, operation, resource, purpose);
  if (decision.kind === 'refused') return decision;
  const unsaid = isCounter && look !== undefined ? findUnsaid(look.counter) : undefined;
  if (unsaid !== undefined) return { kind: 'refused', problem: unsaid };
  const said = isCounter && look?.counter !== undefined ? fieldsOfLook(look.counter) : [];
  const fields = [...asked.fields, ...said];
  const { clock, rulebook } = await startAnswer(parts);
  const read = await readClosed(parts, principal, { home, purpose, fields });
  if (read.kind === 'refused') return read;
  const { entries } = read;
  const state = foldSubject(home, entries);
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  const records = caseRecords(state);
  const consents = foldConsents(entries);
  const evaluations = standingEvaluations(entries);
  const events = foldLife(entries);
  const world: CaseWorld = { rulebook, docket, records, consents, evaluations, events };
  const agencies = await parts.register.agencies();
  const { today } = clock;
  return { kind: 'opened', home, clock, today, entries, state, world, agencies };
}
