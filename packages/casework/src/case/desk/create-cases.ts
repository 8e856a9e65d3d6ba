import { actInCase, openCase } from './act-in-case.ts';
import type { CaseCasework } from './case-casework.ts';
import type { CaseParts } from './open-desk.ts';
import { listCases, viewCase } from './view-case.ts';

/** The use cases of procedures. */
export function createCases(parts: CaseParts): CaseCasework {
  return {
    openCase: (command) => openCase(parts, command),
    actInCase: (command) => actInCase(parts, command),
    viewCase: (principal, caseId) => viewCase(parts, principal, caseId),
    listCases: (principal, agency) => listCases(parts, principal, agency),
  };
}
