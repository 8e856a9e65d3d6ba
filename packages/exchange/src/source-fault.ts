import type { SourceFault, SourceTrouble } from '@credence/casework';

/** Bad input met after the file was opened, or while it was; see `SourceFault` in the port. */
export class SourceFaultError extends Error implements SourceFault {
  override readonly name = 'SourceFault';
  readonly trouble: SourceTrouble;

  constructor(trouble: SourceTrouble, options?: { cause: unknown }) {
    const place = trouble.row === undefined ? '' : ` (row ${trouble.row})`;
    super(
      `${trouble.problem}${place}: found ${trouble.found}; accepted ${trouble.accepted}.`,
      options,
    );
    this.trouble = trouble;
  }
}
