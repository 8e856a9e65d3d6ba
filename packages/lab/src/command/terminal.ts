/** Where the command speaks, and what it is told by its surroundings. */
export interface LabTerminal {
  readonly language: 'zh' | 'en';
  /** Folder of reference data (CREDENCE_SHARED). */
  readonly shared?: string;
  /** The key that signs statements: a file, or the PEM itself (CREDENCE_LAB_KEY). */
  readonly labKey?: string;
  /** Where the pages of the Lab are served and kept (CREDENCE_LAB_PORT, CREDENCE_DATA). */
  readonly site?: { readonly port?: string; readonly folder?: string };
  /** Progress bars are drawn only where someone watches. */
  readonly isTty?: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Calls back once when the user or the system wants it to end (Ctrl-C); the answer takes that back. */
  onInterrupt?(stop: () => void): () => void;
}

/** Says how a command ended: 0 done, 1 findings or not done, 2 wrong use. */
export type EndWith = (code: number) => void;
