import { listTasks } from '../task/list-tasks.ts';
import { actInCase, openCase } from './act-in-case.ts';
import type { CaseCasework } from './case-casework.ts';
import { viewCaseDesk } from './desk-list.ts';
import { noteRefusal } from './note-refusal.ts';
import type { CaseParts } from './open-desk.ts';
import { listOpenings } from './openings.ts';
import { viewOversight } from './oversight.ts';
import { listCases, viewCase } from './view-case.ts';

/** The use cases of procedures. */
export function createCases(parts: CaseParts): CaseCasework {
  return {
    openCase: (command) =>
      noteRefusal(parts, { ...command, operation: 'case.open' }, openCase(parts, command)),
    actInCase: (command) =>
      noteRefusal(
        parts,
        {
          ...command,
          operation: command.principal.kind === 'machine' ? 'task.act' : 'case.act',
        },
        actInCase(parts, command),
      ),
    viewCase: (principal, caseId) => viewCase(parts, principal, caseId),
    listCases: (principal, agency) => listCases(parts, principal, agency),
    viewCaseDesk: (principal, agency) => viewCaseDesk(parts, principal, agency),
    listOpenings: (principal, subject) => listOpenings(parts, principal, subject),
    listTasks: (principal) => listTasks(parts, principal),
    viewOversight: (principal) => viewOversight(parts, principal),
  };
}
