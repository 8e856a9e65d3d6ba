import type { Language, Localised, Refusal } from '@credence/domain';
import type { FactFault, ProgramTrace, WrittenTrace } from '@credence/rulebook';

import type { Purpose } from '../access/access.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { Found, NotFound, SubjectReference } from '../view/answer.ts';
import type { PastAnswer, ReplayTimes } from '../reading/read-past.ts';

/** Which program of an edition an answer is of. */
export interface ProgramLine {
  readonly kind: 'risk-class' | 'evaluation' | 'scale';
  readonly id: string;
  readonly title: Localised;
}

/** What one program says about a subject, or what it would have to know. */
export type ProgramAnswer =
  | {
      readonly kind: 'explained';
      readonly program: ProgramLine;
      readonly trace: ProgramTrace;
      /** Hex SHA-256 of the canonical JSON of the trace. */
      readonly hash: string;
      readonly written: Readonly<Record<Language, WrittenTrace>>;
      readonly text: Readonly<Record<Language, string>>;
    }
  | {
      readonly kind: 'facts-missing';
      readonly program: ProgramLine;
      readonly faults: readonly FactFault[];
    };

/** Every program's answer about one subject. */
export interface ExplainView extends PastAnswer {
  /** In the order of the edition; none where it computes nothing. */
  readonly answers: readonly ProgramAnswer[];
}

export type ExplainOutcome = Found<ExplainView> | NotFound | Refusal;

/** What is to be explained about whom, and why someone asks. */
export interface ExplainQuery {
  readonly subject: SubjectReference;
  readonly times: ReplayTimes;
  readonly purpose: Purpose;
  /** Id of one program card; absent: all of the edition. */
  readonly program?: string;
}

/** Results of programs about single subjects. They are never public (guards N13, G40). */
export interface ExplainCasework {
  /** With purpose and access entry; the same question gives the same hash. */
  explainSubject(principal: KnownPrincipal, query: ExplainQuery): Promise<ExplainOutcome>;
}
