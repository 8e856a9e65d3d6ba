import { isBefore, type CivilDate } from '@credence/domain';

import type {
  CaseAction,
  CaseActionKind,
  CaseActionOf,
  CaseMatter,
  ServedPaper,
} from '../entry/case-payload.ts';
import type { CaseFile, CaseState, Docket } from './case.ts';
import { caseTables, type CaseTables } from './table/case-tables.ts';
import { cellOf } from './table/cell-of.ts';

/**
 * The file of a case: its acts, and the state they led to by the table of its kind. What stands in
 * the journal has been allowed when it was done, so no condition is asked again here.
 *
 * @throws RangeError for acts that no table lets follow each other, or that have no opening
 */
export function foldCase(
  actions: readonly CaseAction[],
  tables: CaseTables = caseTables,
): CaseFile {
  const [opened] = actions;
  if (opened?.kind !== 'opened') throw new RangeError('A case begins with its opening.');
  const kind = opened.matter.case;
  const state = actions.slice(1).reduce<CaseState>((before, { kind: act }) => {
    const cell = cellOf(tables, { kind, state: before, act });
    if (cell.kind === 'never') {
      throw new RangeError(`${act} never follows in a ${kind} that is ${before}.`);
    }
    return cell.to === 'stays' ? before : cell.to;
  }, tables[kind].opening.to);
  return { caseId: opened.caseId, opened, state, actions };
}

/** The file as it stood at the end of a day; undefined before its opening. */
export function fileOn(
  file: CaseFile,
  day: CivilDate,
  tables: CaseTables = caseTables,
): CaseFile | undefined {
  const known = file.actions.filter(({ on }) => !isBefore(day, on));
  if (known.length === file.actions.length) return file;
  return known.length === 0 ? undefined : foldCase(known, tables);
}

/** All cases of a subject as they stood at the end of a day. */
export function docketOn(docket: Docket, day: CivilDate, tables?: CaseTables): Docket {
  return new Map(
    [...docket.values()].flatMap((file) => {
      const then = fileOn(file, day, tables);
      return then === undefined ? [] : [[then.caseId, then] as const];
    }),
  );
}

/** The acts of one kind in a case, the oldest first. */
export function actsOf<Kind extends CaseActionKind>(
  { actions }: Pick<CaseFile, 'actions'>,
  kind: Kind,
): readonly CaseActionOf<Kind>[] {
  return actions.filter((action): action is CaseActionOf<Kind> => action.kind === kind);
}

/** The newest act of one kind. */
export function lastOf<Kind extends CaseActionKind>(
  file: Pick<CaseFile, 'actions'>,
  kind: Kind,
): CaseActionOf<Kind> | undefined {
  return actsOf(file, kind).at(-1);
}

/** What follows the newest act of a kind: a notice that is given anew starts everything again. */
export function since(file: CaseFile, kind: CaseActionKind): Pick<CaseFile, 'actions'> {
  const at = file.actions.findLastIndex((action) => action.kind === kind);
  return { actions: at < 0 ? [] : file.actions.slice(at) };
}

/** What was said of a hearing: since the newest notice, or in the whole of an appeal. */
export function hearingIn(file: CaseFile): Pick<CaseFile, 'actions'> {
  return file.opened.matter.case === 'appeal' ? file : since(file, 'noticed');
}

/** The proof that a paper was served; the first that was given counts. */
export function serviceOf(
  file: Pick<CaseFile, 'actions'>,
  paper: ServedPaper,
): CaseActionOf<'served'> | undefined {
  return actsOf(file, 'served').find((each) => each.paper === paper);
}

/** The matter of a case of one kind; undefined for a case of another. */
export function matterOf<Kind extends CaseMatter['case']>(
  { opened }: Pick<CaseFile, 'opened'>,
  kind: Kind,
): Extract<CaseMatter, { readonly case: Kind }> | undefined {
  const { matter } = opened;
  return matter.case === kind
    ? (matter as Extract<CaseMatter, { readonly case: Kind }>) // Checked in the line above.
    : undefined;
}

/** Everything that was said and is to be answered, in order; an answer names its place from 1. */
export function pointsOf(file: CaseFile): readonly {
  readonly text: string;
  readonly field?: string;
  readonly evidence?: readonly string[];
}[] {
  const { matter } = file.opened;
  const first = 'points' in matter ? matter.points : [];
  return [...first, ...actsOf(since(file, 'noticed'), 'stated').flatMap(({ points }) => points)];
}
