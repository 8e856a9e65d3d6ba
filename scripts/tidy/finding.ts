/** One thing that is not tidy: where, and what to do about it. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A file of the project as tidy sees it. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}
