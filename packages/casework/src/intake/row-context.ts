import type { CivilDate, Problem, PublicCreditRecord } from '@credence/domain';
import type { ItemCard } from '@credence/rulebook';

import type { CellContext } from './read-cell.ts';

/** What every row of a batch is read under. */
export interface RowContext extends CellContext {
  readonly item: ItemCard;
  readonly today: CivilDate;
  readonly provider: PublicCreditRecord['provider'];
  /** Two officials who state that the batch's decisions were served. */
  readonly serviceStatement?: readonly [string, string];
}

/** One thing wrong in a row, with the cell as a report may show it. */
export interface CellProblem {
  readonly column?: string;
  readonly value?: string;
  readonly problem: Problem;
  readonly accepted?: string;
}
