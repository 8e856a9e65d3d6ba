import type { ClassCount, ClassLineRow, ClassLines } from '@credence/casework';
import { dayNumber, fromDayNumber } from '@credence/domain';

import type { Connection, Session } from '../connection/connection.ts';

interface StoredLine {
  readonly home: string;
  readonly card: string;
  /** Empty: of the subject itself. */
  readonly premises: string;
  readonly class: string;
  readonly likelihood: string | null;
  readonly severity: string | null;
  readonly sector: string | null;
  readonly found_on: number;
  readonly next_change_on: number | null;
}

/** Planning classes in SQL. */
export function createClassLines(connection: Connection): ClassLines {
  return {
    list: async (card, { after, limit }) => {
      const rows = await connection.read<StoredLine>(
        { homes: [] },
        `select home, card, premises, class, likelihood, severity, sector, found_on, next_change_on
          from class_line where card = $1 and premises = '' and ($2::uuid is null or home > $2::uuid)
          order by home limit $3`,
        [card, after ?? null, limit],
      );
      return rows.map(toLine);
    },
    listPremises: async (card, { after, limit }) => {
      const rows = await connection.read<StoredLine>(
        { homes: [] },
        `select home, card, premises, class, likelihood, severity, sector, found_on, next_change_on
          from class_line where card = $1 and premises <> ''
            and ($2::uuid is null or (home, premises) > ($2::uuid, $3))
          order by home, premises limit $4`,
        [card, after?.home ?? null, after?.premises ?? '', limit],
      );
      return rows.map((row) => ({ ...toLine(row), premises: row.premises }));
    },
    count: async (card) => {
      const rows = await connection.read<{
        readonly class: string;
        readonly sector: string | null;
        readonly is_premises: boolean;
        readonly count: number;
      }>(
        { homes: [] },
        `select class, sector, premises <> '' as is_premises, count(*)::integer as count
          from class_line where card = $1 group by class, sector, premises <> ''
          order by premises <> '', class, sector`,
        [card],
      );
      return rows.map((row): ClassCount => ({
        class: row.class,
        ...(row.sector === null ? {} : { sector: row.sector }),
        of: row.is_premises ? 'premises' : 'subjects',
        count: row.count,
      }));
    },
  };
}

/** Makes the classes of these homes those given, in the transaction it is given. */
export async function replaceClassLines(
  session: Session,
  homes: readonly string[],
  lines: readonly ClassLineRow[],
): Promise<void> {
  await session.query('delete from class_line where home = any($1::uuid[])', [homes]);
  if (lines.length === 0) return;
  await session.query(
    `insert into class_line
        (home, card, premises, class, likelihood, severity, sector, found_on, next_change_on)
      select home, card, premises, class, likelihood, severity, sector, found_on, next_change_on
      from json_to_recordset($1::json) as r(home uuid, card text, premises text, class text,
        likelihood text, severity text, sector text, found_on integer, next_change_on integer)`,
    [JSON.stringify(lines.map(toStored))],
  );
}

function toStored(line: ClassLineRow): StoredLine {
  const { home, card, premises = '', likelihood, severity, sector, on, nextChangeOn } = line;
  return {
    ...{ home, card, premises, class: line.class },
    likelihood: likelihood ?? null,
    severity: severity ?? null,
    sector: sector ?? null,
    found_on: dayNumber(on),
    next_change_on: nextChangeOn === undefined ? null : dayNumber(nextChangeOn),
  };
}

function toLine(stored: StoredLine): ClassLineRow {
  const { home, card, premises, likelihood, severity, sector, found_on, next_change_on } = stored;
  return {
    ...{ home, card, class: stored.class, on: fromDayNumber(found_on) },
    ...(premises === '' ? {} : { premises }),
    ...(likelihood === null ? {} : { likelihood }),
    ...(severity === null ? {} : { severity }),
    ...(sector === null ? {} : { sector }),
    ...(next_change_on === null ? {} : { nextChangeOn: fromDayNumber(next_change_on) }),
  };
}
