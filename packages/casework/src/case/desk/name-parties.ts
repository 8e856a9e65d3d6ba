import { problem, type Problem } from '@credence/domain';

import { headOf } from '../../access/find-home.ts';
import type { CaseAction } from '../../entry/case-payload.ts';
import {
  casePartyKind,
  casePartyStream,
  type CasePartyPayload,
} from '../../entry/case-party-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { retentionOf } from '../../matter/find-held.ts';
import type { NewEntry } from '../../port/journal.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { actsOf } from '../fold-case.ts';
import { recordOf } from '../law/law-of-case.ts';
import { findSubjectHome } from './find-subject-home.ts';
import type { CaseParts } from './open-desk.ts';
import { findSeat, type PartySeat } from './party-seat.ts';

type Named = Pick<PartySeat, 'as' | 'name' | 'home'>;

/**
 * Tells the homes of those who get a part in a case by a step: the creditor as soon as it is opened,
 * the other organisation of two only with its notice, before which it is nobody's business.
 */
export async function nameParties(
  parts: CaseParts,
  step: {
    readonly home: string;
    readonly file: CaseFile;
    readonly action: CaseAction;
    readonly world: CaseWorld;
    readonly seat?: PartySeat | undefined;
  },
): Promise<{ readonly entries: readonly NewEntry[] } | { readonly refused: Problem }> {
  const named = await namedBy(parts, step);
  if (named === undefined) return { entries: [] };
  if ('refused' in named) return named;
  const { home, file, action, world } = step;
  // A firm that is its own creditor already sees the case as the one it is about; who holds a notice
  // has no home here.
  if (named.home === home || named.as === 'third-party') return { entries: [] };
  const { caseId } = file;
  const { as, name } = named;
  const recordId = recordOf(file, world);
  const record = recordId === undefined ? undefined : world.records.get(recordId)?.record;
  const eraseOn = record === undefined ? undefined : await retentionOf(parts, record);
  const payload: CasePartyPayload = { caseId, home, as, name, on: action.on };
  const entry = { home: named.home, stream: casePartyStream(caseId), kind: casePartyKind, payload };
  return { entries: [newEntry(parts, entry, eraseOn)] };
}

async function namedBy(
  parts: CaseParts,
  { file, action, seat }: Parameters<typeof nameParties>[1],
): Promise<Named | { readonly refused: Problem } | undefined> {
  const { matter } = file.opened;
  if (action.kind === 'opened') return seat ?? creditorOf(parts, file);
  const isFirst = action.kind === 'noticed' && actsOf(file, 'noticed').length === 1;
  if (matter.case !== 'identity' || !isFirst) return undefined;
  const other = headOf(matter.other, await parts.journal.entriesOf(matter.other));
  const name = other?.name ?? other?.identifiers[0]?.value ?? matter.other;
  return { home: matter.other, as: 'other-subject', name };
}

/** The creditor by its code; one that is not in the register is written without. */
async function creditorOf(
  parts: CaseParts,
  { opened: { matter } }: CaseFile,
): Promise<Named | { readonly refused: Problem } | undefined> {
  const stated = matter.case === 'listing' ? matter.enforcement : matter;
  if (stated === undefined || !('creditorCode' in stated)) return undefined;
  const { creditor: name, creditorCode: code } = stated;
  if (name === undefined) return undefined;
  const home = await findSubjectHome(parts, { by: 'code', code });
  return home === undefined
    ? { refused: problem('subject-not-found', { subject: code.slice(0, 40) }) }
    : { home, as: 'creditor', name };
}

/** Whether somebody may open a case about another from his seat: where he has one, or asks for a listing. */
export async function mayOpenFrom(
  parts: CaseParts,
  principal: Parameters<typeof findSeat>[1],
  opening: { readonly file: CaseFile; readonly home: string; readonly seat: PartySeat },
): Promise<boolean> {
  const { file, home, seat } = opening;
  const { matter } = file.opened;
  // A notice is of one case: it asks for no other.
  if (matter.case === 'listing') {
    return seat.as === 'creditor' && principal.kind !== 'notice-holder';
  }
  const caseId =
    matter.case === 'appeal'
      ? matter.of
      : 'target' in matter && matter.target.kind === 'case'
        ? matter.target.caseId
        : undefined;
  const held =
    caseId === undefined ? undefined : await findSeat(parts, principal, { caseId, home });
  return held?.home === seat.home && held.as === seat.as;
}
