/** The bytes are none of the kinds of files that are taken. Bad input, not a defect. */
export class NoPaper extends Error {
  override readonly name = 'NoPaper';
  /** What they are instead, in a word. */
  readonly found: string;

  constructor(found: string) {
    super(`no paper: ${found}`);
    this.found = found;
  }
}
