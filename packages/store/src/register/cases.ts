import type { CaseRow, Register } from '@credence/casework';
import { fromDayNumber } from '@credence/domain';

import type { Connection, Scope } from '../connection/connection.ts';

const across: Scope = { homes: [] };

const columns = 'home, case_id, kind, state, agency, opened_on, is_over';

interface StoredCase {
  readonly home: string;
  readonly case_id: string;
  readonly kind: CaseRow['kind'];
  readonly state: string;
  readonly agency: readonly string[];
  readonly opened_on: number;
  readonly is_over: boolean;
}

/** Where cases are found across homes. */
export function createCaseQueries(
  connection: Connection,
): Pick<Register, 'openCases' | 'findCase'> {
  return {
    openCases: (agency, limit) =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<StoredCase>(
          `select ${columns} from case_file where agency @> array[$1::text] and not is_over
            order by opened_on, case_id limit $2::integer`,
          [agency, limit],
        );
        return rows.map(toCase);
      }),
    findCase: (caseId) =>
      connection.transaction(across, async (session) => {
        const [row] = await session.query<StoredCase>(
          `select ${columns} from case_file where case_id = $1 order by home limit 1`,
          [caseId],
        );
        return row === undefined ? undefined : toCase(row);
      }),
  };
}

function toCase(row: StoredCase): CaseRow {
  const { home, kind, state, agency } = row;
  return {
    ...{ home, kind, state, agency },
    caseId: row.case_id,
    openedOn: fromDayNumber(row.opened_on),
    over: row.is_over,
  };
}
