import { foldErrorReports } from '../matter/fold-error-reports.ts';
import { foldMatters } from '../matter/fold-matters.ts';
import type { Entry } from '../port/journal.ts';
import type { ErrorReportRow, HomeRows, MatterRow } from '../port/register.ts';

/** Where the matters of a home, and the errors reported about it, stand in the queues of desks. */
export function matterRows(
  home: string,
  entries: readonly Entry[],
): Pick<HomeRows, 'matters' | 'errorReports'> {
  const matters = foldMatters(home, entries).map(({ opened, state }): MatterRow => {
    const otherHome = opened.identity?.provisionalHome ?? opened.identity?.ownHome;
    return {
      home,
      matterId: opened.matterId,
      kind: opened.kind,
      state,
      agency: opened.agency,
      openedOn: opened.on,
      ...(otherHome === undefined ? {} : { otherHome }),
    };
  });
  const errorReports = foldErrorReports(home, entries).map(
    ({ reported, answered }): ErrorReportRow => ({
      home,
      number: reported.number,
      recordId: reported.recordId,
      agency: reported.agency,
      state: answered === undefined ? 'open' : 'answered',
      reportedOn: reported.on,
    }),
  );
  return {
    ...(matters.length === 0 ? {} : { matters }),
    ...(errorReports.length === 0 ? {} : { errorReports }),
  };
}
