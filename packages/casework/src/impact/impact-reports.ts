import { instant, instantOf, type Instant } from '@credence/domain';

import { isImpactReport, type ImpactReportPayload } from '../entry/impact-payload.ts';
import type { Entry } from '../port/journal.ts';

/** The stream of a draft's home in which its reports lie. */
export const impactStream = 'impact';

export const impactReportKind = 'impact-report@1';

/**
 * The reports on a draft, the newest first, from the entries of its home. They hold aggregates alone
 * and may be shown to anyone.
 */
export function foldImpactReports(entries: readonly Entry[]): readonly ImpactReportPayload[] {
  return entries
    .filter(({ stream, kind }) => stream === impactStream && kind === impactReportKind)
    .map(({ payload }): unknown => payload)
    .filter(isImpactReport)
    .reverse();
}

/** The moment up to which the register was known to a report. */
export function knownTo({ report }: ImpactReportPayload): Instant {
  return instantOf(report.knownAt) ?? instant(0);
}
