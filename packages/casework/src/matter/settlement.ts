import type { CivilDate } from '@credence/domain';

import type { MatterClosed, MatterProposed } from '../entry/matter-payload.ts';
import type { Expectation, NewEntry } from '../port/journal.ts';
import type { MatterState } from './fold-matters.ts';
import type { OpenedMatter } from './open-desk.ts';

/** What a decision does besides closing its matter. */
export interface Settlement {
  readonly result: MatterClosed['result'];
  readonly entries: readonly NewEntry[];
  readonly expect: readonly Expectation[];
  readonly recordId?: string;
  /** Home of the subject that now has the record, where it is another one. */
  readonly home?: string;
}

export interface Deciding {
  readonly matter: MatterState;
  readonly entries: Extract<OpenedMatter, { kind: 'opened' }>['entries'];
  readonly proposal: MatterProposed;
  readonly today: CivilDate;
}
