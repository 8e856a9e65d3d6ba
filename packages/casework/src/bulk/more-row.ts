import type { CivilDate, SubjectKind } from '@credence/domain';

import type { BulkCell, BulkRow } from '../port/bulk.ts';
import type { PublicSubject } from '../view/subject-line.ts';
import { maskTrader } from './mask-owner-name.ts';

/** What stands on the page of an organisation beside its records, as a row of its data set. */
export interface MoreRow {
  readonly dataset: string;
  readonly record: string;
  readonly row: BulkRow;
  /** First day on which it is known to stand no longer. */
  readonly ends: CivilDate | 'none';
}

/** Who a row is about, by what stands today. */
export function whoIs({ home, name, kind, identifiers }: PublicSubject) {
  const [identifier] = identifiers;
  return {
    ...{ organisation: home, name, kind },
    ...{ scheme: identifier?.scheme, code: identifier?.value },
  };
}

/** A row without what is not stated; of an individual business, with its owner's name masked. */
export function toMoreRow(
  kind: SubjectKind,
  cells: Readonly<Record<string, BulkCell | undefined>>,
): BulkRow {
  const row = Object.fromEntries(
    Object.entries(cells).flatMap(([name, cell]) => (cell === undefined ? [] : [[name, cell]])),
  );
  return kind === 'sole_trader' ? maskTrader(row) : row;
}
