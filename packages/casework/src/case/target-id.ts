import type { CaseMatter } from '../entry/case-payload.ts';

/** What a case is against. */
export type CaseTarget = Extract<CaseMatter, { readonly target: unknown }>['target'];

/** The id of what a case is against: of a record, another case, an evaluation or an event. */
export function targetId(target: CaseTarget): string {
  switch (target.kind) {
    case 'record':
      return target.recordId;
    case 'case':
      return target.caseId;
    case 'evaluation':
      return target.evaluationId;
    case 'event':
      return target.eventId;
  }
}

/** Whether two cases are against the same. */
export function sameTarget(one: CaseTarget, other: CaseTarget): boolean {
  return one.kind === other.kind && targetId(one) === targetId(other);
}
