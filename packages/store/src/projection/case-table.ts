import { dayNumber } from '@credence/domain';

import type { ProjectionTable } from './projection-tables.ts';

/** How the cases of a home lie in `case_file`. */
export const caseTable: ProjectionTable = {
  table: 'case_file',
  columns: [
    ['home', 'uuid'],
    ['case_id', 'text'],
    ['kind', 'text'],
    ['state', 'text'],
    ['agency', 'text[]'],
    ['opened_on', 'integer'],
    ['is_over', 'boolean'],
  ],
  keyColumns: 2,
  rowsOf: (_, { cases = [] }) =>
    cases.map(({ home, caseId, kind, state, agency, openedOn, over }) => ({
      home,
      case_id: caseId,
      kind,
      state,
      agency: [...agency],
      opened_on: dayNumber(openedOn),
      is_over: over,
    })),
};
