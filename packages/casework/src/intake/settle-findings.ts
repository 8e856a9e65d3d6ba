import { problem, type Problem } from '@credence/domain';

import { explainRows, type ExplainedRow } from '../life/changes-in-file.ts';
import { areNamesUnique } from '../matter/judge-identity.ts';
import {
  settleIdentity,
  type QuarantinedRow,
  type SettledIdentity,
} from '../matter/settle-identity.ts';
import type { IdentityFinding, StagedRow, StagingFindings } from '../port/intake.ts';
import type { ImportOrder, IntakeParts } from './settle-order.ts';

/** What the register and the other rows of the file make of rows that are valid in themselves. */
export interface SettledFindings {
  readonly fresh: number;
  readonly known: number;
  /** What is wrong with each row that must not be recorded. */
  readonly problems: ReadonlyMap<number, StagedProblem>;
  /** Those of them that a desk can settle. */
  readonly review: readonly QuarantinedRow[];
  /** Rows that state changes of their organisations, or ones that are known: neither is a record. */
  readonly explained: readonly ExplainedRow[];
}

/** A problem whose words may name another row, by its staged number. */
export type StagedProblem = (rowIn: (staged: number) => number) => Problem;

/** Rows whose whole content is in memory at a time, and rows that go to a desk from one file. */
const rowsPerLook = 500;

/**
 * Compares the staged rows with the register and decides about every contradiction: linked by the
 * policy, for a desk, or refused. Where two rows of a file contradict each other both are refused:
 * nobody can say which is right.
 */
export async function settleFindings(
  parts: Pick<IntakeParts, 'staging' | 'journal' | 'nameKeys' | 'register'>,
  order: Pick<ImportOrder, 'edition' | 'rulebook' | 'today' | 'source'>,
  staging: string,
): Promise<SettledFindings> {
  const { edition } = order;
  const nameSchemes = [...edition.schemes.keys()].filter((scheme) =>
    areNamesUnique(edition, scheme, 'organisation'),
  );
  const findings = await parts.staging.inspect(staging, { nameSchemes });
  const problems = new Map<number, StagedProblem>();
  const review = new Map<number, QuarantinedRow>();
  const contested = new Set<number>();
  for (const finding of findings.conflicts) {
    for (const [row, found] of conflictProblems(finding)) addFirst(problems, row, found);
  }
  const inRegister = findings.conflicts.filter((conflict) => conflict.with === 'register');
  for (const rows of inChunks(inRegister.map(({ row }) => row))) {
    for (const staged of await parts.staging.read(staging, rows)) {
      review.set(staged.row, { staged, why: { kind: 'conflict' } });
    }
  }
  const explained = await explainConflicts(parts, { order, conflicts: inRegister, review });
  for (const one of explained) {
    if (one.kind === 'of-another') problems.set(one.row, () => one.problem);
    else {
      problems.delete(one.row);
      review.delete(one.row);
    }
  }
  const identity = findings.identity ?? [];
  for (const rows of inChunks([...new Set(identity.map(({ row }) => row))])) {
    const wanted = new Set(rows);
    const staged = await parts.staging.read(staging, rows);
    const given = {
      edition,
      rows: staged,
      findings: identity.filter((one) => wanted.has(one.row)),
    };
    const settled = await settleIdentity(parts, given);
    takeSettled(settled, staged, { problems, review, contested });
  }
  spreadInFile(identity, contested, problems);
  const refused = freshAmong(findings, problems);
  return {
    fresh: findings.fresh - refused,
    known: findings.known + explained.filter(({ kind }) => kind === 'known').length,
    problems,
    review: [...review.values()],
    explained: explained.filter(({ kind }) => kind !== 'of-another'),
  };
}

/** Of two rows about one record nobody can say which is right, so that neither is a change. */
async function explainConflicts(
  parts: Pick<IntakeParts, 'journal' | 'nameKeys' | 'register'>,
  {
    order: { edition, rulebook, today, source },
    conflicts,
    review,
  }: {
    readonly order: Pick<ImportOrder, 'edition' | 'rulebook' | 'today' | 'source'>;
    readonly conflicts: readonly Conflict[];
    readonly review: ReadonlyMap<number, QuarantinedRow>;
  },
): Promise<readonly ExplainedRow[]> {
  const law = { edition, rulebook, today, source: source.code };
  const rowsOf = new Map<string, number>();
  for (const { key } of conflicts) rowsOf.set(key, (rowsOf.get(key) ?? 0) + 1);
  const single = conflicts.filter(({ key }) => rowsOf.get(key) === 1).map(({ row }) => row);
  const explained: ExplainedRow[] = [];
  for (const rows of inChunks(single)) {
    const staged = rows.flatMap((row) => review.get(row)?.staged ?? []);
    explained.push(...(await explainRows(parts, law, staged)));
  }
  return explained;
}

function addFirst<Value>(map: Map<number, Value>, row: number, value: Value): void {
  if (!map.has(row)) map.set(row, value);
}

type Conflict = StagingFindings['conflicts'][number];

function conflictProblems(conflict: Conflict): readonly (readonly [number, StagedProblem])[] {
  const { row, otherRow } = conflict;
  const key = readableKey(conflict.key);
  if (conflict.with === 'register' || otherRow === undefined) {
    return [[row, () => problem('record-conflict', { key })]];
  }
  const inFile =
    (other: number): StagedProblem =>
    (rowIn) =>
      problem('record-conflict-in-file', { key, otherRow: rowIn(other) });
  return [
    [row, inFile(otherRow)],
    [otherRow, inFile(row)],
  ];
}

/** A record key is JSON text of the fields that make it; people read the fields. */
function readableKey(key: string): string {
  const fields: unknown = JSON.parse(key);
  return Array.isArray(fields) ? fields.map(String).join(' · ') : key;
}

function* inChunks(rows: readonly number[]): Generator<readonly number[]> {
  for (let from = 0; from < rows.length; from += rowsPerLook) {
    yield rows.slice(from, from + rowsPerLook);
  }
}

function takeSettled(
  settled: SettledIdentity,
  rows: readonly StagedRow[],
  found: {
    readonly problems: Map<number, StagedProblem>;
    readonly review: Map<number, QuarantinedRow>;
    /** Rows that contradict another row of the file. */
    readonly contested: Set<number>;
  },
): void {
  const codes = new Map(rows.map(({ row, identifier }) => [row, identifier.value]));
  for (const quarantined of settled.review) {
    const { staged, why } = quarantined;
    if (why.kind !== 'identity') continue;
    const { finding } = why;
    // Rows that contradict each other have no subject in the register with whom a matter could lie.
    if (finding.otherHome === undefined) {
      found.contested.add(staged.row);
      continue;
    }
    addFirst(found.problems, staged.row, identityProblem(finding, staged.identifier.value));
    addFirst(found.review, staged.row, quarantined);
  }
  for (const row of settled.refused) {
    const name = rows.find((staged) => staged.row === row)?.statedName?.name ?? '';
    const code = codes.get(row) ?? '';
    addFirst(found.problems, row, () => problem('identity-decided-different', { code, name }));
  }
}

function identityProblem(finding: IdentityFinding, code: string): StagedProblem {
  const { name, otherNames } = finding;
  return finding.about === 'code'
    ? () => problem('name-contradicts-code', { name, others: otherNames.join('”、“') })
    : () => problem('code-contradicts-name', { name, code });
}

function inFileProblem(otherRow: number, otherNames: readonly string[]): StagedProblem {
  const other = otherNames[0] ?? '';
  return (rowIn) => problem('identity-contradiction-in-file', { otherRow: rowIn(otherRow), other });
}

/**
 * Rows of a file that hang together by one code or one name are refused together: a third row that
 * agrees with one of the two sides decides nothing.
 */
function spreadInFile(
  identity: readonly IdentityFinding[],
  contested: ReadonlySet<number>,
  problems: Map<number, StagedProblem>,
): void {
  const groups = new Map<number, number>();
  const rootOf = (row: number): number => {
    let root = row;
    for (let up = groups.get(root); up !== undefined; up = groups.get(root)) root = up;
    return root;
  };
  const inFile = identity.flatMap(({ row, otherHome, otherRow, otherNames }) =>
    otherHome === undefined && otherRow !== undefined ? [{ row, otherRow, otherNames }] : [],
  );
  for (const { row, otherRow } of inFile) {
    const [one, other] = [rootOf(row), rootOf(otherRow)];
    if (one !== other) groups.set(Math.max(one, other), Math.min(one, other));
  }
  const doubtful = new Set([...contested].map(rootOf));
  for (const { row, otherRow, otherNames } of inFile) {
    if (doubtful.has(rootOf(row))) addFirst(problems, row, inFileProblem(otherRow, otherNames));
  }
}

/** Refused rows that the register counted as new; rows in conflict with it never were. */
function freshAmong(
  { conflicts }: StagingFindings,
  problems: ReadonlyMap<number, StagedProblem>,
): number {
  const neverFresh = new Set(conflicts.map(({ row }) => row));
  return [...problems.keys()].filter((row) => !neverFresh.has(row)).length;
}
