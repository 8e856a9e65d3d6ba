import { dayNumber } from '@credence/domain';

import type { ProjectionTable } from './projection-tables.ts';

/** How what desks have to settle lies in `matter`. */
export const matterTable: ProjectionTable = {
  table: 'matter',
  columns: [
    ['home', 'uuid'],
    ['matter_id', 'text'],
    ['kind', 'text'],
    ['state', 'text'],
    ['agency', 'text'],
    ['opened_on', 'integer'],
    ['other_home', 'uuid'],
  ],
  keyColumns: 2,
  rowsOf: (_, { matters = [] }) =>
    matters.map(({ home, matterId, kind, state, agency, openedOn, otherHome }) => ({
      home,
      matter_id: matterId,
      kind,
      state,
      agency,
      opened_on: dayNumber(openedOn),
      other_home: otherHome ?? null,
    })),
};

/** How errors that readers reported lie in `error_report`. */
export const errorReportTable: ProjectionTable = {
  table: 'error_report',
  columns: [
    ['home', 'uuid'],
    ['number', 'text'],
    ['record_id', 'text'],
    ['agency', 'text'],
    ['state', 'text'],
    ['reported_on', 'integer'],
  ],
  keyColumns: 2,
  rowsOf: (_, { errorReports = [] }) =>
    errorReports.map(({ home, number, recordId, agency, state, reportedOn }) => ({
      home,
      number,
      record_id: recordId,
      agency,
      state,
      reported_on: dayNumber(reportedOn),
    })),
};
