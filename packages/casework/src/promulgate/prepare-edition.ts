import {
  civilDayAt,
  problem,
  type CivilDate,
  type JsonValue,
  type Problem,
} from '@credence/domain';
import { canonicalJson, commitmentOf, verifySignature } from '@credence/proof';
import { openEdition, type Edition, type Finding } from '@credence/rulebook';

import type { CaseworkParts } from '../casework-parts.ts';
import type { EditionDraftPayload, EditionPublishedPayload } from '../entry/edition-payload.ts';
import { isEditionReport, type EditionReportPayload } from '../entry/lab-report-payload.ts';
import type { Actor, Receipt } from '../port/journal.ts';
import { editionHome, foldDossier, type Dossier } from './dossier.ts';
import { codeIn } from './edition-frame.ts';
import { commentUntil, reportsDemanded, stepsToPublish } from './steps-due.ts';
import type { RulebookLoader } from './load-rulebook.ts';
import { formProblem, harmProblem, reportProblem } from './report-problems.ts';

/** What preparing an edition is made of. */
export type PrepareParts = Pick<
  CaseworkParts,
  'journal' | 'register' | 'uuid' | 'salt' | 'clock' | 'today' | 'labKeys'
> & { readonly loader: RulebookLoader };

/** A step was entered, had been entered before, or cannot be. */
export type PrepareOutcome =
  | { readonly kind: 'entered'; readonly hash: string; readonly receipt: Receipt }
  | { readonly kind: 'known'; readonly hash: string }
  | {
      readonly kind: 'refused';
      readonly problem: Problem;
      readonly findings: readonly Finding[];
    };

/** The first step: a text that passes every check is proposed, whole and for good. */
export async function proposeEdition(
  parts: PrepareParts,
  json: JsonValue,
  actor: Actor,
): Promise<PrepareOutcome> {
  const opened = openEdition(json);
  if (opened.kind === 'refused') {
    const params = { edition: codeIn(json), findings: opened.findings.length };
    return refused(problem('edition-refused', params), opened.findings);
  }
  const { hash } = opened.edition;
  const dossier = await readDossier(parts, hash);
  if (dossier.draft !== undefined || dossier.promulgated) return { kind: 'known', hash };
  const payload: EditionDraftPayload = { edition: json, hash };
  return enter(parts, { hash, dossier, actor, kind: 'edition-draft@1', payload });
}

/**
 * A Lab report on a draft: its manifest names the draft by its hash, the report by the hash that the
 * cards name, and is signed with a key that the operator has listed. Where a harm limit was passed, no
 * benefit outweighs it: the report is refused, and with it the draft cannot be published.
 *
 * Legal source: guards G45 and N15 (demanded of what a local edition or the operator adds).
 */
export async function attachLabReport(
  parts: PrepareParts,
  signed: JsonValue,
  actor: Actor,
): Promise<PrepareOutcome> {
  if (!isEditionReport(signed)) return refused(formProblem(signed));
  const { manifest } = signed;
  const hash = manifest.draft;
  const dossier = await readDossier(parts, hash);
  const edition = openDraft(dossier);
  if (edition === undefined) return refused(stepProblem(hash, 'draft'));
  const key = (parts.labKeys ?? []).find(({ keyId }) => keyId === signed.keyId);
  if (key === undefined) return refused(reportProblem(signed.keyId));
  const bytes = new TextEncoder().encode(canonicalJson(manifest));
  const { publicKey } = key;
  if (!verifySignature({ publicKey, signature: signed.signature, bytes })) {
    return refused(reportProblem(signed.signature));
  }
  const { editions } = await parts.loader.load(await parts.journal.head());
  if (!reportsDemanded(edition, editions).includes(manifest.report)) {
    return refused(reportProblem(manifest.report));
  }
  if (manifest.verdict === 'not-promulgable') return refused(harmProblem(manifest));
  const again = dossier.reports.some(({ manifest: known }) => known.report === manifest.report);
  if (again) return { kind: 'known', hash };
  const payload: EditionReportPayload = signed;
  return enter(parts, { hash, dossier, actor, kind: 'edition-report@2', payload });
}

/** The draft goes to the public, with every report it needs, and the days of comment begin. */
export async function publishDraft(
  parts: PrepareParts,
  hash: string,
  actor: Actor,
): Promise<PrepareOutcome> {
  const dossier = await readDossier(parts, hash);
  const edition = openDraft(dossier);
  if (edition === undefined) return refused(stepProblem(hash, 'draft'));
  if (dossier.published !== undefined) return { kind: 'known', hash };
  const { editions } = await parts.loader.load(await parts.journal.head());
  const on = todayOf(parts, edition);
  const due = stepsToPublish(edition, { dossier, known: editions, today: on });
  if (due.length > 0) return refused(stepProblem(edition.code, due.join(', ')));
  const payload: EditionPublishedPayload = { on, commentUntil: commentUntil(edition, on) };
  return enter(parts, { hash, dossier, actor, kind: 'edition-published@1', payload });
}

/** The civil day in the zone of an edition. */
export function todayOf(parts: Pick<PrepareParts, 'clock' | 'today'>, edition: Edition): CivilDate {
  return parts.today ?? civilDayAt(parts.clock(), edition.zone);
}

/** What the journal knows about a text. */
export async function readDossier(
  parts: Pick<PrepareParts, 'journal'>,
  hash: string,
): Promise<Dossier> {
  return foldDossier(await parts.journal.entriesOf(editionHome(hash)));
}

/** The draft as an edition; undefined where nothing was proposed. */
function openDraft({ draft }: Dossier): Edition | undefined {
  if (draft === undefined) return undefined;
  const opened = openEdition(draft.edition);
  return opened.kind === 'loaded' ? opened.edition : undefined;
}

/** Some step before this one has not been taken. */
export function stepProblem(edition: string, missing: string): Problem {
  return problem('edition-step-missing', { edition, missing });
}

async function enter(
  parts: PrepareParts,
  step: {
    readonly hash: string;
    readonly dossier: Dossier;
    readonly actor: Actor;
    readonly kind: string;
    readonly payload: JsonValue;
  },
): Promise<PrepareOutcome> {
  const { hash, dossier, actor, kind, payload } = step;
  const home = editionHome(hash);
  const salt = parts.salt();
  const outcome = await parts.journal.record(
    { actor, purpose: 'promulgation', basis: [] },
    [
      {
        id: parts.uuid(),
        home,
        stream: 'edition',
        kind,
        payload,
        salt,
        commitment: commitmentOf(salt, payload),
      },
    ],
    { expect: [{ home, stream: 'edition', seq: dossier.seq }] },
  );
  if (outcome.kind === 'conflict') return refused({ code: 'changed-meanwhile', params: {} });
  return { kind: 'entered', hash, receipt: outcome.receipt };
}

function refused(occurred: Problem, findings: readonly Finding[] = []): PrepareOutcome {
  return { kind: 'refused', problem: occurred, findings };
}
