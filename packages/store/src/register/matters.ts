import type { ErrorReportRow, MatterRow, Register } from '@credence/casework';
import { fromDayNumber } from '@credence/domain';

import type { Connection, Scope } from '../connection/connection.ts';

const across: Scope = { homes: [] };

/** Questions about what desks have to settle, across homes. */
export function createMatterQueries(
  connection: Connection,
): Pick<Register, 'openMatters' | 'findMatter' | 'errorReports' | 'findErrorReport'> {
  return {
    openMatters: (agency, { limit, offset }) =>
      connection.transaction(across, async (session) => {
        const [counted] = await session.query<{ count: number }>(
          `select count(*)::integer as count from matter
            where agency = $1 and state <> 'closed'`,
          [agency],
        );
        const rows = await session.query<StoredMatter>(
          `select ${matterColumns} from matter where agency = $1 and state <> 'closed'
            order by opened_on, matter_id limit $2 offset $3`,
          [agency, limit, offset],
        );
        return { matters: rows.map(toMatter), total: counted?.count ?? 0 };
      }),

    findMatter: (matterId) =>
      connection.transaction(across, async (session) => {
        const [row] = await session.query<StoredMatter>(
          `select ${matterColumns} from matter where matter_id = $1 order by home limit 1`,
          [matterId],
        );
        return row === undefined ? undefined : toMatter(row);
      }),

    errorReports: (agency, limit) =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<StoredReport>(
          `select ${reportColumns} from error_report where agency = $1
            order by state desc, reported_on, number limit $2`,
          [agency, limit],
        );
        return rows.map(toReport);
      }),

    findErrorReport: (number) =>
      connection.transaction(across, async (session) => {
        const [row] = await session.query<StoredReport>(
          `select ${reportColumns} from error_report where number = $1 order by home limit 1`,
          [number],
        );
        return row === undefined ? undefined : toReport(row);
      }),
  };
}

const matterColumns = 'home, matter_id, kind, state, agency, opened_on, other_home';

interface StoredMatter {
  readonly home: string;
  readonly matter_id: string;
  readonly kind: MatterRow['kind'];
  readonly state: MatterRow['state'];
  readonly agency: string;
  readonly opened_on: number;
  readonly other_home: string | null;
}

function toMatter(row: StoredMatter): MatterRow {
  const { home, kind, state, agency } = row;
  return {
    ...{ home, kind, state, agency },
    matterId: row.matter_id,
    openedOn: fromDayNumber(row.opened_on),
    ...(row.other_home === null ? {} : { otherHome: row.other_home }),
  };
}

const reportColumns = 'home, number, record_id, agency, state, reported_on';

interface StoredReport {
  readonly home: string;
  readonly number: string;
  readonly record_id: string;
  readonly agency: string;
  readonly state: ErrorReportRow['state'];
  readonly reported_on: number;
}

function toReport(row: StoredReport): ErrorReportRow {
  const { home, number, agency, state } = row;
  return {
    ...{ home, number, agency, state },
    recordId: row.record_id,
    reportedOn: fromDayNumber(row.reported_on),
  };
}
