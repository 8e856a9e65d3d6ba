import type { Child } from 'hono/jsx';

/** A column of a table; the first `heads` one names the row. */
export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly align?: 'start' | 'end';
  /** This cell is the heading of its row. */
  readonly heads?: true;
}

/** One row: a child for each column key. */
export type TableRow = Readonly<Record<string, Child>>;

/**
 * A table that keeps its meaning when it is narrow: on a phone each row becomes labelled lines, and
 * stays a table to assistive technology. `narrow` tables keep their columns at every width.
 */
export function DataTable(props: {
  readonly caption: Child;
  readonly captionHidden?: true;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly foot?: TableRow;
  readonly narrow?: true;
}) {
  const { columns, rows, foot } = props;
  return (
    <table class={props.narrow ? 'table' : 'table table-folds'} role="table">
      <caption class={props.captionHidden ? 'hidden' : undefined}>{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader" class={alignClass(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((row) => renderRow(row, columns))}</tbody>
      {foot === undefined ? null : <tfoot role="rowgroup">{renderRow(foot, columns)}</tfoot>}
    </table>
  );
}

function renderRow(row: TableRow, columns: readonly TableColumn[]) {
  return (
    <tr role="row">
      {columns.map((column) =>
        column.heads ? (
          <th scope="row" role="rowheader" data-k={column.label} class={alignClass(column)}>
            {row[column.key]}
          </th>
        ) : (
          <td role="cell" data-k={column.label} class={alignClass(column)}>
            {row[column.key]}
          </td>
        ),
      )}
    </tr>
  );
}

function alignClass({ align }: TableColumn): string | undefined {
  return align === 'end' ? 'end' : undefined;
}
