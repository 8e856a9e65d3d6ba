import type { CivilDate } from '@credence/domain';

import type { AccessRefusal } from '../access/access-casework.ts';
import type { Operation } from '../access/operation.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosed } from '../access/read-closed.ts';
import type { CaseWorld } from '../case/case.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { foldConsents } from '../case/service/consent.ts';
import type { CaseworkParts } from '../casework.ts';
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
  },
): Promise<OpenedOwn | AccessRefusal> {
  const { home, fields } = asked;
  const isCounter = principal.kind === 'official';
  const operation = isCounter ? 'case.counter' : asked.operation;
  const purpose = isCounter ? 'counter' : 'own';
  const agency = isCounter ? { agency: principal.agency } : {};
  const resource = { kind: 'case', home, ...agency } as const;
  const decision = parts.access.decide(principal, operation, resource, purpose);
  if (decision.kind === 'refused') return decision;
  const { clock, rulebook } = await startAnswer(parts);
  const read = await readClosed(parts, principal, { home, purpose, fields });
  if (read.kind === 'refused') return read;
  const { entries } = read;
  const state = foldSubject(home, entries);
  const docket = new Map([...foldCases(entries)].map(([id, { file }]) => [id, file]));
  const records = caseRecords(state);
  const world: CaseWorld = { rulebook, docket, records, consents: foldConsents(entries) };
  const agencies = await parts.register.agencies();
  return { kind: 'opened', clock, today: clock.today, entries, state, world, agencies };
}

/** A unit that decides for others: the first agency but the desk's own that has a reviewer. */
export async function findReviewUnits(
  parts: Pick<OwnParts, 'register'>,
  agencies: readonly AgencyRow[],
  today: CivilDate,
): Promise<(desk: string) => string | undefined> {
  const units: string[] = [];
  const inOrder = agencies.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, home } of inOrder) {
    const rows = await parts.register.accountsIn(home);
    const reviews = rows.some(
      ({ kind, roles = [], until }) =>
        kind === 'official' && roles.includes('reviewer') && (until === undefined || today < until),
    );
    if (reviews) units.push(code);
  }
  return (desk) => units.find((unit) => unit !== desk);
}
