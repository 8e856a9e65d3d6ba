import type { Principal } from '../../access/principal.ts';
import { actsForParty } from '../desk/dossier.ts';
import { findReadable } from '../desk/find-readable.ts';
import type { CaseParts } from '../desk/open-desk.ts';
import { papersIn } from './attach-papers.ts';
import type { PaperCasework } from './paper-casework.ts';

/** What an access entry says was looked at, beside the case itself. */
const paperField = 'attachment';

/**
 * A file of a case, for whoever may read the act that names it. That he looked stands in the journal
 * before the first byte is given. What was erased is not found, like what never was.
 */
export async function openPaper(
  parts: CaseParts,
  principal: Principal,
  asked: { readonly caseId: string; readonly sha256: string },
): ReturnType<PaperCasework['openPaper']> {
  const found = await findReadable(parts, principal, asked.caseId, [paperField]);
  if (found.kind !== 'found') return found;
  const { file, home, seat } = found;
  const isParty = principal.kind === 'representative';
  const actions = isParty ? actsForParty(file, seat?.as) : file.actions;
  const paper = papersIn(actions).find(({ sha256 }) => sha256 === asked.sha256);
  const bytes = paper && (await parts.papers?.shelf.open(home, paper.sha256));
  return paper === undefined || bytes === undefined
    ? { kind: 'not-found' }
    : { kind: 'opened', paper, bytes };
}
