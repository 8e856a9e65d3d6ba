import { impactTables, type ImpactReport } from '@credence/casework';

const total = '*';

/**
 * The counts of a report, one to a line: which program, which table, which row and column by their
 * codes, `*` for a total. An empty count is withheld.
 */
export function impactCsv({ programs }: ImpactReport): string {
  const lines: (readonly (string | number)[])[] = [['program', 'table', 'row', 'column', 'count']];
  for (const program of programs) {
    for (const name of impactTables) {
      const { rows, columns, counts } = program[name];
      if (counts === undefined) continue;
      const rowCodes = [...rows.map(({ code }) => code), total];
      const columnCodes = [...columns.map(({ code }) => code), total];
      const grid = [
        ...counts.cells.map((cells, at) => [...cells, counts.rowTotals[at] ?? null]),
        [...counts.columnTotals, counts.total],
      ];
      grid.forEach((cells, row) =>
        cells.forEach((count, column) =>
          lines.push([
            program.program.id,
            name,
            rowCodes[row] ?? '',
            columnCodes[column] ?? '',
            count ?? '',
          ]),
        ),
      );
    }
  }
  return `\uFEFF${lines.map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/** Text that a table program would take for a formula is text. */
function cellOf(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
