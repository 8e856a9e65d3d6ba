import type { CivilDate } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { deciding } from '../condition/served.ts';
import { actInCase } from '../desk/act-in-case.ts';
import type { CaseOutcome } from '../desk/case-casework.ts';
import { noteRefusal } from '../desk/note-refusal.ts';
import type { CaseParts } from '../desk/open-desk.ts';
import { serviceOf, since } from '../fold-case.ts';
import { standing } from '../standing/standing.ts';
import { electronic } from './service-rule.ts';

/** A paper of a case that is opened on a day, by the place of the act that brought it. */
export interface OpenedPaper {
  readonly file: CaseFile;
  readonly place: number;
  readonly world: CaseWorld;
  readonly today: CivilDate;
}

/**
 * The subject opens a paper at its own desk: with its consent that is the proof of service, from this
 * day on. Only the paper that waits is proven, and only once; undefined where there is nothing to
 * prove, so that an older paper never stands for the one that nobody has opened.
 */
export async function proveByOpening(
  parts: CaseParts,
  principal: Principal,
  { file, place, world, today }: OpenedPaper,
): Promise<CaseOutcome | undefined> {
  const { caseId, actions, state } = file;
  const paper = deciding.has(state) ? 'decision' : 'notice';
  const brought = paper === 'notice' ? 'noticed' : 'approved';
  const isNewest = place === actions.findLastIndex(({ kind }) => kind === brought);
  if (!isNewest || serviceOf(since(file, brought), paper) !== undefined) return undefined;
  // Whatever stands against it, a missing consent first of all, is the engine's to say.
  const isOffered = standing(file, world, today)?.offers.some(
    ({ act, part, refused }) => act === 'served' && part === 'subject' && refused.length === 0,
  );
  if (isOffered !== true) return undefined;
  const content = { paper, mode: electronic, servedOn: today, proof: electronic };
  const step = actInCase(parts, { principal, caseId, act: 'served', content });
  return noteRefusal(parts, { operation: 'case.act', principal }, step);
}
