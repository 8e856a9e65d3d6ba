import type { PublicCreditRecord } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { isRecord } from '../entry/record-payload.ts';
import type { IdentityFinding, StagedRow } from '../port/intake.ts';
import type { Journal } from '../port/journal.ts';
import type { NameKeys } from '../port/register.ts';
import { findEarlierJudgement } from './earlier-judgement.ts';
import { areNamesUnique, judgeIdentity, type NamePair } from './judge-identity.ts';

/** Why a row waits at a desk in place of the register. */
export type QuarantineReason =
  /** The register holds this document with other content. */
  | { readonly kind: 'conflict' }
  /** Its code or name contradicts the register. */
  | {
      readonly kind: 'identity';
      readonly finding: IdentityFinding;
      readonly pairs: readonly NamePair[];
    };

/** One row that goes to a desk, whole. */
export interface QuarantinedRow {
  readonly staged: StagedRow;
  readonly why: QuarantineReason;
}

export interface SettledIdentity {
  /** Rows that stay in the staging: their code settles whose they are. */
  readonly link: readonly number[];
  /** Rows to drop from the staging and to file as matters. */
  readonly review: readonly QuarantinedRow[];
  /** Rows to drop: officials have said that this code is not this name's. */
  readonly refused: readonly number[];
}

/**
 * Applies the linking policy to what the staging found about a file's rows. Rows that contradict
 * another row of the same file are not for a desk: nobody can say which is right, so the caller
 * refuses both.
 */
export async function settleIdentity(
  parts: { readonly journal: Pick<Journal, 'entriesOfMany'>; readonly nameKeys: NameKeys },
  given: {
    readonly edition: Edition;
    readonly findings: readonly IdentityFinding[];
    /** The staged rows of the findings, from `Staging.read`. */
    readonly rows: readonly StagedRow[];
  },
): Promise<SettledIdentity> {
  const byRow = new Map(given.rows.map((staged) => [staged.row, staged]));
  const homes = given.findings.flatMap(({ otherHome }) => otherHome ?? []);
  const entries = await parts.journal.entriesOfMany([...new Set(homes)]);
  const link = new Set<number>();
  const refused = new Set<number>();
  const review = new Map<number, QuarantinedRow>();
  // What is said of the code comes first: a name on another code may only repeat it.
  const ordered = [...given.findings].sort(codeFirst);
  for (const finding of ordered) {
    const staged = byRow.get(finding.row);
    const record = staged === undefined ? undefined : recordOf(staged);
    if (staged === undefined || record === undefined) continue;
    const ofOther = entries.get(finding.otherHome ?? '') ?? [];
    const earlier = findEarlierJudgement(ofOther, finding, record, parts.nameKeys);
    const judged = judgeIdentity(
      {
        about: finding.about,
        ...(record.subject.name === undefined ? {} : { name: record.subject.name }),
        formerNames: formerNamesOf(record),
        otherNames: finding.otherNames,
        namesAreUnique: areNamesUnique(
          given.edition,
          staged.identifier.scheme,
          record.subject.kind,
        ),
        ...(earlier === undefined ? {} : { earlier }),
      },
      parts.nameKeys,
    );
    if (judged.kind === 'link') link.add(finding.row);
    else if (judged.kind === 'refused') refused.add(finding.row);
    else if (!review.has(finding.row)) {
      const why = { kind: 'identity', finding, pairs: judged.pairs } as const;
      review.set(finding.row, { staged, why });
    }
  }
  for (const row of refused) review.delete(row);
  for (const row of [...refused, ...review.keys()]) link.delete(row);
  return { link: [...link], review: [...review.values()], refused: [...refused] };
}

function codeFirst(a: IdentityFinding, b: IdentityFinding): number {
  return a.about < b.about ? -1 : a.about > b.about ? 1 : 0;
}

/** The record that a staged row would become. */
export function recordOf(staged: StagedRow): PublicCreditRecord | undefined {
  const { payload }: { readonly payload: unknown } = staged.entry;
  return isRecord(payload) ? payload : undefined;
}

/** Former names that a record states beside its own. */
export function formerNamesOf({ facts }: Pick<PublicCreditRecord, 'facts'>): readonly string[] {
  const stated = facts['former_names'];
  if (typeof stated !== 'string') return [];
  return stated
    .split(/[;；、]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
