import { overlaps, problem, type JsonValue, type Problem } from '@credence/domain';
import { commitmentOf } from '@credence/proof';
import {
  openEdition,
  takesPlaceOf,
  type Edition,
  type Finding,
  type Rulebook,
} from '@credence/rulebook';

import type { Approval, PromulgateOutcome } from './promulgation.ts';
import type { EditionApprovalPayload } from '../entry/edition-payload.ts';
import type { EditionPayload } from '../entry/house-payload.ts';
import type { RecordOutcome } from '../port/journal.ts';
import { editionHome, type Dossier } from './dossier.ts';
import { codeIn } from './edition-frame.ts';
import { readDossier, stepProblem, todayOf, type PrepareParts } from './prepare-edition.ts';
import { stepsDue } from './steps-due.ts';

type Parts = PrepareParts;

/**
 * Brings an edition into the journal, and so into force on its own date. Two different officials
 * approve, together or one after the other; the edition is opened like any edition from the journal,
 * so its hash, its realm and every check of the rulebook decide once more. What it adds to the law
 * went through a Lab report, publication and comment before. An edition never changes and never
 * shares a day with another.
 *
 * Legal source: guards G42 (four eyes), N15 (before promulgation), N16 (realm).
 */
export async function promulgate(
  parts: Parts,
  json: JsonValue,
  approvals: readonly Approval[],
): Promise<PromulgateOutcome> {
  const opened = openEdition(json);
  if (opened.kind === 'refused') {
    const params = { edition: codeIn(json), findings: opened.findings.length };
    return refused(problem('edition-refused', params), opened.findings);
  }
  const { edition } = opened;
  const rows = await parts.register.editions();
  const known = rows.find(({ code }) => code === edition.code);
  if (known !== undefined) {
    if (known.hash === edition.hash) return { kind: 'known', code: known.code, home: known.home };
    return refused(problem('edition-differs', { edition: edition.code, hash: known.hash }));
  }
  const dossier = await readDossier(parts, edition.hash);
  const all = [...dossier.approvals, ...approvals];
  const [first] = all;
  const isFirst = dossier.draft !== undefined && dossier.approvals.length === 0;
  if (first === undefined || (!areTwo(all) && !(isFirst && areNamed(all)))) {
    const found = all.map(({ official }) => official).join(', ') || '—';
    return refused(problem('approvals-not-two', { found }));
  }
  const rulebook = await parts.loader.load(await parts.journal.head());
  const clash = findClash(edition, rulebook);
  if (clash !== undefined) {
    return refused(problem('edition-refused', { edition: edition.code, findings: 1 }), [clash]);
  }
  const today = todayOf(parts, edition);
  const due = stepsDue(edition, { dossier, known: rulebook.editions, today });
  if (due.length > 0) return refused(stepProblem(edition.code, due.join(', ')));
  return areTwo(all)
    ? record(parts, edition, { json, approvals: all, first, dossier })
    : recordApproval(parts, edition, { first, dossier });
}

async function recordApproval(
  parts: Parts,
  edition: Edition,
  act: { readonly first: Approval; readonly dossier: Dossier },
): Promise<PromulgateOutcome> {
  const { official, role, on } = act.first;
  const payload: EditionApprovalPayload = { official, role, on };
  const outcome = await append(parts, edition, {
    ...act,
    kind: 'edition-approval@1',
    payload,
  });
  if (outcome.kind === 'conflict') return refused({ code: 'changed-meanwhile', params: {} });
  return { kind: 'approved', code: edition.code, receipt: outcome.receipt };
}

async function record(
  parts: Parts,
  edition: Edition,
  act: {
    readonly json: JsonValue;
    readonly approvals: readonly Approval[];
    readonly first: Approval;
    readonly dossier: Dossier;
  },
): Promise<PromulgateOutcome> {
  const payload: EditionPayload = {
    edition: act.json,
    approvals: act.approvals.map(({ official, role, on }) => ({ official, role, on })),
  };
  const outcome = await append(parts, edition, { ...act, kind: 'edition@1', payload });
  if (outcome.kind === 'conflict') return refused({ code: 'changed-meanwhile', params: {} });
  const home = editionHome(edition.hash);
  return { kind: 'promulgated', code: edition.code, home, receipt: outcome.receipt };
}

function append(
  parts: Parts,
  edition: Edition,
  act: {
    readonly first: Approval;
    readonly dossier: Dossier;
    readonly kind: string;
    readonly payload: JsonValue;
  },
): Promise<RecordOutcome> {
  const { official, role, agency = edition.territory } = act.first;
  const home = editionHome(edition.hash);
  const salt = parts.salt();
  return parts.journal.record(
    { actor: { official, role, agency }, purpose: 'promulgation', basis: [] },
    [
      {
        id: parts.uuid(),
        home,
        stream: 'edition',
        kind: act.kind,
        payload: act.payload,
        salt,
        commitment: commitmentOf(salt, act.payload),
      },
    ],
    { expect: [{ home, stream: 'edition', seq: act.dossier.seq }] },
  );
}

function areNamed(approvals: readonly Approval[]): boolean {
  return approvals.every(({ official }) => official.trim() !== '');
}

/** Two different officials, each in an office of his own. */
function areTwo(approvals: readonly Approval[]): boolean {
  const officials = approvals.map(({ official }) => official.normalize('NFKC').trim());
  const roles = approvals.map(({ role }) => role);
  return new Set(officials.filter((name) => name !== '')).size >= 2 && new Set(roles).size >= 2;
}

/**
 * Two editions of one territory never share a day, and two territories never share a register. An
 * edition may take the place of one without an end, which then ends on its first day.
 */
function findClash(edition: Edition, rulebook: Rulebook): Finding | undefined {
  const place = { file: 'edition.yaml', line: 1, column: 1 };
  const last = rulebook.editions.at(-1);
  if (last !== undefined && takesPlaceOf(edition, last)) return undefined;
  for (const other of rulebook.editions) {
    if (other.territory !== edition.territory) {
      return {
        ...place,
        code: 'succession',
        message: `The register holds the law of ${other.territory}; this edition is of another.`,
        found: edition.territory,
        accepted: other.territory,
        repair: 'Keep another territory in a data folder of its own.',
      };
    }
    if (overlaps(other.inForce, edition.inForce)) {
      return {
        ...place,
        code: 'succession',
        message: `${other.code} is in force from ${other.inForce.from} until ${other.inForce.until}.`,
        found: `from ${edition.inForce.from} until ${edition.inForce.until}`,
        accepted: 'days on which no other edition is in force',
        repair: 'Give the earlier edition an end, and let this one begin on it.',
      };
    }
  }
  return undefined;
}

function refused(occurred: Problem, findings: readonly Finding[] = []): PromulgateOutcome {
  return { kind: 'refused', problem: occurred, findings };
}
