import type { CaseActionKind, CaseKind } from '../../entry/case-payload.ts';
import type { CaseState } from '../case.ts';
import type { CaseTables } from './case-tables.ts';
import { no, type Cell } from './table.ts';

interface Place {
  readonly kind: CaseKind;
  readonly state: CaseState;
  readonly act: CaseActionKind;
}

/** What the table of a kind says about an action in a state; what it does not know has no place. */
export function cellOf(tables: CaseTables, { kind, state, act }: Place): Cell<CaseState> {
  return rowOf(tables, kind, state)[act] ?? no;
}

/** Everything the table says about a state. */
export function rowOf(
  tables: CaseTables,
  kind: CaseKind,
  state: CaseState,
): Readonly<Record<string, Cell<CaseState>>> {
  // Widened, since a state of one kind is asked for by name; a name that it lacks gives an empty row.
  const rows: Readonly<Record<string, Readonly<Record<string, Cell<CaseState>>>>> =
    tables[kind].table;
  return rows[state] ?? {};
}
