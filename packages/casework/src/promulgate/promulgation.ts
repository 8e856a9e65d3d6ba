import type { CivilDate, Localised, Problem, Refusal } from '@credence/domain';
import type { Finding } from '@credence/rulebook';

import type { Actor, Receipt } from '../port/journal.ts';

/** An official's approval of an edition; two different officials are needed. */
export interface Approval {
  readonly official: string;
  readonly role: string;
  readonly on: CivilDate;
  /** Agency the official acts for; absent: the edition's territory. */
  readonly agency?: string;
}

export type PromulgateOutcome =
  /** The first of two approvals is entered; an edition comes into force with the second. */
  | { readonly kind: 'approved'; readonly code: string; readonly receipt: Receipt }
  | {
      readonly kind: 'promulgated';
      readonly code: string;
      readonly home: string;
      readonly receipt: Receipt;
    }
  /** The journal holds this very edition. */
  | { readonly kind: 'known'; readonly code: string; readonly home: string }
  | {
      readonly kind: 'refused';
      readonly problem: Problem;
      /** What the rulebook says about the text, where that is the reason. */
      readonly findings: readonly Finding[];
    };

export interface AgencyCommand {
  readonly code: string;
  readonly name: Localised;
  /** Ids of the catalogue items it may supply. */
  readonly supplies: readonly string[];
  /** The agency above it, and the unit that decides appeals against it; absent: as it was. */
  readonly superior?: string;
  readonly review?: string;
  /** Where it is told by mail that something waits for it; absent: as it was. */
  readonly mail?: string;
  /** Bodies of the law that it is here, as cards name them; absent: as it was. */
  readonly acts?: readonly string[];
  readonly actor: Actor;
}

export type AddAgencyOutcome =
  | { readonly kind: 'added'; readonly home: string; readonly receipt: Receipt }
  | { readonly kind: 'known'; readonly home: string }
  | Refusal;
