import { demandReport, listDutyDesk } from './authority-desk.ts';
import type { DutyCasework } from './duty.ts';
import type { DutyParts } from './duty-parts.ts';
import { fileReport } from './file-report.ts';
import { remindDue } from './remind-due.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { viewOwnDuties } from './view-duties.ts';

/** The use cases of duties to report. */
export function createDuties(parts: DutyParts): DutyCasework {
  return {
    viewOwnDuties: (principal, home) => viewOwnDuties(parts, principal, home),
    dutyForms: async () => {
      const { clock, edition } = await startAnswer(parts);
      const cards = [...edition.duties.values()];
      const forms = cards.map(({ duty, title, contents, period }) => ({
        ...{ duty, title, contents, period: period.kind },
      }));
      return { clock, forms };
    },
    fileReport: (command) => fileReport(parts, command),
    listDutyDesk: (principal) => listDutyDesk(parts, principal),
    demandReport: (command) => demandReport(parts, command),
    remindDue: (homes) => remindDue(parts, homes),
  };
}
