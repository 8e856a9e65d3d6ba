import { caseConditions, type CaseConditions } from '../condition/case-conditions.ts';
import { effectOf } from '../effect/effect-of.ts';
import { caseTables, type CaseTables } from '../table/case-tables.ts';

/** What the engine runs on: handed in, so that a test can see a planted fault caught. */
export interface CaseRules {
  readonly tables: CaseTables;
  readonly conditions: CaseConditions;
  readonly effectOf: typeof effectOf;
}

export const caseRules: CaseRules = { tables: caseTables, conditions: caseConditions, effectOf };
