import type { AnswerClock, ConsultCasework, ReportCasework } from '@credence/casework';
import { civilDate, problem } from '@credence/domain';

const refused = {
  kind: 'refused',
  problem: problem('not-permitted', { operation: '', purpose: '' }),
} as const;
const notFound = () => Promise.resolve({ kind: 'not-found' as const });

/** Nobody has asked about anybody; one report is known by a code of noughts, and no longer holds. */
export function fixtureConsult(clockAt: () => AnswerClock): ConsultCasework & ReportCasework {
  const report = {
    ...{ code: '0'.repeat(20), on: civilDate('2026-11-02'), from: civilDate('2023-11-02') },
    subject: { name: '望澜市澜江机电设备制造有限公司', code: '91999999MA3K7T2X0J' },
  };
  return {
    consultRegister: () => Promise.resolve({ kind: 'refused', problems: [refused.problem] }),
    viewConsultation: notFound,
    listConsultations: () => Promise.resolve(refused),
    chooseRoute: () => Promise.resolve({ kind: 'refused', problems: [refused.problem] }),
    listOwnConsultations: notFound,
    viewOwnReports: notFound,
    issueReport: () => Promise.resolve({ kind: 'refused', problems: [refused.problem] }),
    writeReport: notFound,
    verifyReport: (_, code) =>
      Promise.resolve(
        code === report.code
          ? { kind: 'found', view: { clock: clockAt(), report, holdsToday: false } }
          : {
              kind: 'refused',
              problem: problem('report-not-found', { value: code }),
            },
      ),
  };
}
