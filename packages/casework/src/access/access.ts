import type { ProblemCode, Refusal } from '@credence/domain';

import type { Operation } from './operation.ts';
import type { Principal } from './principal.ts';

/**
 * Why someone reads or acts; whoever gives none of these is refused. `supervision` and `publicity`
 * are the purposes of the catalogue, `own` is its query about oneself; the rest name the duty of an
 * office; `counter` is that of an official who acts for somebody present, `consultation` of one who
 * decides an application, a tender or a grant.
 */
export const purposes = [
  'own',
  'counter',
  'supervision',
  'publicity',
  'oversight',
  'review',
  'intake',
  'correction',
  'identity',
  'export',
  'reuse',
  'accounts',
  'rule-change',
  'consultation',
] as const;
export type Purpose = (typeof purposes)[number];

export function isPurpose(text: string): text is Purpose {
  return purposes.some((purpose) => purpose === text);
}

/** What is read or acted upon; an absent relation is no relation. */
export interface Resource {
  readonly kind:
    | 'subject'
    | 'agency'
    | 'batch'
    | 'matter'
    | 'case'
    | 'export'
    | 'account'
    | 'mandate'
    | 'file'
    | 'error-report'
    | 'edition';
  /** Home of the subject it is about. */
  readonly home?: string;
  /** Code of the agency it belongs to. */
  readonly agency?: string;
  /** Account it belongs to, e.g. the holder of a key; of a person's own file, the pass. */
  readonly owner?: string;
  readonly region?: string;
}

export type Decision = { readonly kind: 'granted' } | Refusal;

/**
 * Who may do what, for which purpose. One decision at the start of every use case that is not
 * public; whatever goes wrong in deciding is a refusal.
 */
export interface AccessControl {
  decide(
    principal: Principal,
    operation: Operation,
    resource: Resource,
    purpose: Purpose,
  ): Decision;
  /** The same question for a menu: what would be refused is not offered, and no denial is noted. */
  allows(principal: Principal, operation: Operation, resource: Resource, purpose: Purpose): boolean;
}

/** A refusal as it is logged: who by account and office, never about whom. */
export interface Denial {
  readonly operation: Operation;
  readonly principal: Principal['kind'];
  readonly account?: string;
  readonly agency?: string;
  readonly resource: Resource['kind'];
  readonly purpose: string;
  /**
   * `policy`: no policy permits it; `fault`: the decision itself could not be made; `conditions`: he
   * may, and what the matter asks for is not met.
   */
  readonly why: 'policy' | 'fault' | 'conditions';
  /** What is not met, by code alone. */
  readonly problems?: readonly ProblemCode[];
}
