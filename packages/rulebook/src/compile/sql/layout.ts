/**
 * Where a database keeps the facts of a world. Days are days since 1970-01-01, codes their index in
 * the list, several codes an array of such, money minor units: whole numbers; truth values are
 * `boolean`. An absent fact is NULL.
 */
export interface SqlLayout {
  readonly subjects: {
    readonly table: string;
    /** The column that names a subject. */
    readonly id: string;
    /** Columns by the name of the field. */
    readonly columns: ReadonlyMap<string, string>;
  };
  readonly collections: ReadonlyMap<
    string,
    {
      readonly table: string;
      /** The column that names the subject a record is about. */
      readonly subject: string;
      readonly columns: ReadonlyMap<string, string>;
    }
  >;
}

/** A name as SQL takes it, whatever stands in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
