import { jsonOf } from '@credence/domain';

import { caseEntryKind, type CaseAction, type CaseActionOf } from '../../entry/case-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { retentionOf } from '../../matter/find-held.ts';
import type { Entry } from '../../port/journal.ts';
import type { CaseWorld } from '../case.ts';
import { foldCase, matterOf } from '../fold-case.ts';
import { recordOf } from '../law/law-of-case.ts';
import { caseStream } from './fold-cases.ts';
import { followIdentity, type Following } from './move-records.ts';
import type { CaseParts } from './open-desk.ts';

/**
 * An appeal about who is who that is allowed takes the finding back in the same command: both
 * histories are whole again without a second step of anybody, who might forget it or be late.
 *
 * Legal source: guard G29.
 */
export async function undoIdentity(
  parts: CaseParts,
  given: {
    readonly home: string;
    readonly action: CaseAction;
    readonly world: CaseWorld;
    readonly entries: readonly Entry[];
  },
): Promise<Following> {
  const { home, action, world, entries } = given;
  const nothing = { entries: [], expect: [] };
  if (action.kind !== 'allowed' || action.effect !== 'remove') return nothing;
  const appeal = world.docket.get(action.caseId);
  const finding = world.docket.get((appeal && matterOf(appeal, 'appeal')?.of) ?? '');
  if (finding?.opened.matter.case !== 'identity' || finding.state !== 'approved') return nothing;
  const { on, by, document, basis, reason } = action;
  const undone: CaseActionOf<'undone'> = {
    ...{ kind: 'undone', caseId: finding.caseId, on, by, document, basis, reason },
  };
  const after = foldCase([...finding.actions, undone]);
  const moved = await followIdentity(parts, after, undone, { home, entries });
  if ('refused' in moved) return moved;
  const recordId = recordOf(after, world);
  const record = recordId === undefined ? undefined : world.records.get(recordId)?.record;
  const eraseOn = record === undefined ? undefined : await retentionOf(parts, record);
  const stream = caseStream(finding.caseId);
  const seq = entries.filter((each) => each.stream === stream).at(-1)?.seq ?? 0;
  const kind = caseEntryKind(undone.kind);
  const entry = newEntry(parts, { home, stream, kind, payload: jsonOf(undone) }, eraseOn);
  return {
    entries: [entry, ...moved.entries],
    expect: [{ home, stream, seq }, ...moved.expect],
  };
}
