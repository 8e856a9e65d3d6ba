import { problem, type JsonValue } from '@credence/domain';
import {
  asPromulgated,
  checkEdition,
  editionToJson,
  findingIn,
  type Edition,
  type Finding,
} from '@credence/rulebook';

import { actorOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { PromulgateOutcome } from '../promulgate/promulgation.ts';
import type { NotFound } from '../view/answer.ts';
import { isEditionReport } from '../entry/lab-report-payload.ts';
import { unansweredIn } from '../promulgate/dossier.ts';
import {
  attachLabReport,
  proposeEdition,
  publishDraft,
  type PrepareOutcome,
} from '../promulgate/prepare-edition.ts';
import { promulgate } from '../promulgate/promulgate.ts';
import { stepsDue } from '../promulgate/steps-due.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { listDrafts } from './list-drafts.ts';
import { mayWith, wouldBeAllowed } from './may-with.ts';
import { editionOfDraft, findDraft, type RuleDraftParts } from './open-draft.ts';
import type { DraftFiles, DraftFinding, RuleDraftCasework } from './rule-draft.ts';
import { viewDraft } from './view-draft.ts';

/** Every draft with what has to be done about it, for the legal desk and for oversight. */
export async function listRuleDrafts(
  parts: RuleDraftParts,
  principal: KnownPrincipal,
): ReturnType<RuleDraftCasework['listRuleDrafts']> {
  const may = mayWith(parts, principal, 'rule-draft.read');
  if (may.kind === 'refused') return may;
  const { clock } = await startAnswer(parts);
  return { kind: 'found', view: { clock, drafts: await listDrafts(parts, clock.today) } };
}

/** One draft with its steps, its comments and its approvals. */
export async function viewRuleDraft(
  parts: RuleDraftParts,
  principal: KnownPrincipal,
  hash: string,
): ReturnType<RuleDraftCasework['viewRuleDraft']> {
  const may = mayWith(parts, principal, 'rule-draft.read');
  if (may.kind === 'refused') return may;
  const draft = await findDraft(parts, hash);
  if (draft === undefined) return { kind: 'not-found' };
  const { clock, rulebook } = await startAnswer(parts);
  const { dossier } = draft;
  const edition = editionOfDraft(draft);
  const given = { dossier, known: rulebook.editions, today: clock.today };
  return {
    kind: 'found',
    view: {
      ...(await viewDraft(parts, draft)),
      stepsDue: edition === undefined || dossier.promulgated ? [] : stepsDue(edition, given),
      waiting: unansweredIn(dossier).map(({ comment: { number, on, text } }) => ({
        number,
        on,
        text,
      })),
      approvals: dossier.approvals,
      may: {
        prepare: wouldBeAllowed(parts, principal, 'rule-draft.prepare'),
        approve: wouldBeAllowed(parts, principal, 'rule-draft.approve'),
      },
    },
  };
}

/** The files of a draft against every check, over the editions that this register has. */
export async function checkDraftFiles(
  parts: RuleDraftParts,
  principal: KnownPrincipal,
  command: { readonly files: DraftFiles; readonly propose: boolean },
): ReturnType<RuleDraftCasework['checkDraftFiles']> {
  const may = mayWith(parts, principal, 'rule-draft.prepare');
  if (may.kind === 'refused') return may;
  const { clock, rulebook } = await startAnswer(parts);
  const known = rulebook.editions.map(asPromulgated);
  const outcome = checkEdition(command.files, {
    ...namedIn(command.files, known),
    today: clock.today,
  });
  if (outcome.kind === 'refused') {
    const findings = outcome.findings.map(inBothLanguages);
    return { kind: 'found', view: { clock, findings, proposed: false } };
  }
  const { edition, warnings } = outcome;
  const proposed = command.propose
    ? await proposeEdition(parts, editionToJson(edition), actorOf(principal))
    : undefined;
  if (proposed?.kind === 'refused') return { kind: 'refused', problem: proposed.problem };
  const { code, hash } = edition;
  return {
    kind: 'found',
    view: {
      clock,
      findings: warnings.map(inBothLanguages),
      edition: { code, hash },
      proposed: command.propose,
    },
  };
}

function inBothLanguages(finding: Finding): DraftFinding {
  const [zh, en] = [findingIn('zh', finding), findingIn('en', finding)];
  const { repair, source, ...rest } = finding;
  return {
    ...rest,
    message: { zh: zh.message, en: en.message },
    ...(repair === undefined
      ? {}
      : { repair: { zh: zh.repair ?? repair, en: en.repair ?? repair } }),
    ...(source === undefined
      ? {}
      : { source: { zh: zh.source ?? source, en: en.source ?? source } }),
  };
}

/** What the frame of the draft names, read before it is checked. */
function namedIn(
  files: DraftFiles,
  known: readonly Edition[],
): { readonly predecessor?: Edition; readonly parent?: Edition } {
  const [, frame = ''] = [...files].find(([path]) => /(^|\/)edition\.ya?ml$/.test(path)) ?? [];
  const find = (key: string): Edition | undefined => {
    const code = new RegExp(`^${key}:\\s*([\\w.-]+)`, 'm').exec(frame)?.[1];
    return known.find((edition) => edition.code === code);
  };
  const [predecessor, parent] = [find('succeeds'), find('parent')];
  return {
    ...(predecessor === undefined ? {} : { predecessor }),
    ...(parent === undefined ? {} : { parent }),
  };
}

/** A signed Lab report on this very draft, as a text somebody was sent. */
export async function attachReportAtDesk(
  parts: RuleDraftParts,
  principal: KnownPrincipal,
  { hash, text }: { readonly hash: string; readonly text: string },
): Promise<PrepareOutcome> {
  const may = mayWith(parts, principal, 'rule-draft.prepare');
  if (may.kind === 'refused') return { ...may, findings: [] };
  const signed = parse(text);
  const named = isEditionReport(signed) ? signed.manifest.draft : hash;
  if (named === hash) return attachLabReport(parts, signed, actorOf(principal));
  const found = `draft ${named.slice(0, 16)}`;
  return { kind: 'refused', problem: problem('lab-report-refused', { found }), findings: [] };
}

/** A text that is no JSON is a report of no form, and refused as one. */
function parse(text: string): JsonValue {
  try {
    // JSON.parse gives JSON by its nature; what it means is checked where it is used.
    return JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
}

export async function publishAtDesk(
  parts: RuleDraftParts,
  principal: KnownPrincipal,
  hash: string,
): Promise<PrepareOutcome> {
  const may = mayWith(parts, principal, 'rule-draft.prepare');
  if (may.kind === 'refused') return { ...may, findings: [] };
  return publishDraft(parts, hash, actorOf(principal));
}

/** Offices that approve an edition. */
const approving = ['legal_officer', 'head_of_authority'] as const;

/**
 * One approval, in an office in which nobody has approved yet. With the second the draft is law from
 * its own day on, and what rests on the law of days to come is counted anew.
 *
 * Legal source: guard G42 (four eyes).
 */
export async function approveDraft(
  parts: RuleDraftParts,
  principal: KnownPrincipal,
  hash: string,
): Promise<PromulgateOutcome | NotFound> {
  const may = mayWith(parts, principal, 'rule-draft.approve');
  if (may.kind === 'refused') return { ...may, findings: [] };
  const draft = await findDraft(parts, hash);
  if (draft?.dossier.draft === undefined) return { kind: 'not-found' };
  const { clock } = await startAnswer(parts);
  const { approvals } = draft.dossier;
  const held: readonly string[] = 'roles' in principal ? principal.roles : [officeIn(principal)];
  const role =
    approving.find(
      (office) => held.includes(office) && !approvals.some((each) => each.role === office),
    ) ?? approving.find((office) => held.includes(office));
  if (role === undefined) {
    const params = { operation: 'rule-draft.approve', purpose: 'rule-change' };
    return { kind: 'refused', problem: problem('not-permitted', params), findings: [] };
  }
  const { official, agency } = actorOf(principal);
  const approval = { official, role, on: clock.today, agency };
  const outcome = await promulgate(parts, draft.dossier.draft.edition, [approval]);
  if (outcome.kind === 'promulgated') await parts.onPromulgated?.();
  return outcome;
}

function officeIn(principal: KnownPrincipal): string {
  return principal.kind === 'operator' ? principal.role : '';
}
