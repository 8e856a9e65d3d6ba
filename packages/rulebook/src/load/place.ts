/** Way from the root of a card to a value, in the words of the file. */
export type Path = readonly (string | number)[];

/** A place in a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds where in a file something stands: its value, or the key that names it. */
export interface Places {
  /**
   * The nearest enclosing value that exists, when the path itself does not; with an offset the place
   * of that character inside a text.
   */
  value(path: Path, offset?: number): Position;
  key(path: Path): Position;
}

/** A path as people read it: `severity.rows[2].when`. */
export function formatPath(path: Path): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');
}

/** The places of a document that has no file, such as an edition read from the journal. */
export const noPlaces: Places = {
  value: () => ({ line: 1, column: 1 }),
  key: () => ({ line: 1, column: 1 }),
};
