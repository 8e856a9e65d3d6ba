import type { CivilDate } from '@credence/domain';

import { foldDossier } from '../promulgate/dossier.ts';
import { toLine, type RuleDraftParts } from './open-draft.ts';
import type { RuleDraftLine } from './rule-draft.ts';

/** Drafts that one page shows; a register that has more finds the older ones by their hash. */
export const draftsShown = 100;

/** Drafts in the order of the register: those in preparation, then the latest published first. */
export async function listDrafts(
  parts: RuleDraftParts,
  today: CivilDate,
): Promise<readonly RuleDraftLine[]> {
  const rows = await parts.register.ruleDrafts(draftsShown);
  const entries = await parts.journal.entriesOfMany(rows.map(({ home }) => home));
  return rows.flatMap(({ home, hash }) => {
    const line = toLine(hash, foldDossier(entries.get(home) ?? []), today);
    return line === undefined ? [] : [line];
  });
}
