import { answerErrorReport, listErrorReports, viewErrorReport } from './answer-error-report.ts';
import { decideMatter } from './decide-matter.ts';
import { followErrorReport, reportError, viewErrorReportForm } from './error-reports.ts';
import type { MatterCasework } from './matter.ts';
import type { MatterParts } from './open-desk.ts';
import { proposeMatter } from './propose-matter.ts';
import { listMatters, viewMatter } from './view-matter.ts';

/** The use cases of desks that settle contradictions, and of readers who report errors. */
export function createMatters(parts: MatterParts): MatterCasework {
  return {
    listMatters: (principal, asked) => listMatters(parts, principal, asked),
    viewMatter: (principal, matterId) => viewMatter(parts, principal, matterId),
    proposeMatter: (command) => proposeMatter(parts, command),
    decideMatter: (command) => decideMatter(parts, command),
    viewErrorReportForm: (subjectId, recordId) => viewErrorReportForm(parts, subjectId, recordId),
    reportError: (command) => reportError(parts, command),
    followErrorReport: (number, followCode) => followErrorReport(parts, number, followCode),
    listErrorReports: (principal, agency) => listErrorReports(parts, principal, agency),
    viewErrorReport: (principal, number) => viewErrorReport(parts, principal, number),
    answerErrorReport: (command) => answerErrorReport(parts, command),
  };
}
