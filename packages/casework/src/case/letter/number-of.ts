import type { Problem } from '@credence/domain';

import type { CaseAction } from '../../entry/case-payload.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf } from '../fold-case.ts';
import { editionOn } from '../law/law-of-case.ts';
import type { CaseDocument } from './letter.ts';
import { allowanceOf, removalOf } from './letters-of.ts';
import { checkNumber, patternsOf } from './number-form.ts';

/** Papers whose number and reasons stand in the draft that was approved, by kind of case. */
const drafted: Readonly<Record<string, CaseDocument>> = {
  listing: 'listing-decision',
  repair: 'repair-void-decision',
  spending: 'spending-order',
  identity: 'identity-decision',
};
const noticed: Readonly<Record<string, CaseDocument>> = {
  listing: 'advance-notice',
  identity: 'identity-notice',
};

/** The number an act gives to a paper; the others get theirs by hand. */
export function numberOf(file: CaseFile, document: CaseDocument): string | undefined {
  if (Object.values(noticed).includes(document)) return lastOf(file, 'noticed')?.document.number;
  if (Object.values(drafted).includes(document)) return lastOf(file, 'drafted')?.document.number;
  if (document === 'superior-notice') return lastOf(file, 'superior-told')?.document.number;
  if (document === 'allowance-decision') return allowanceOf(file.actions)?.document.number;
  if (document === 'removal-decision') return removalOf(file.actions)?.document.number;
  return undefined;
}

/** The paper to which an act gives its number; undefined where no edition words one. */
function paperOf(action: CaseAction, file: CaseFile): CaseDocument | undefined {
  const kind = file.opened.matter.case;
  switch (action.kind) {
    case 'noticed':
      return noticed[kind];
    case 'drafted':
      return drafted[kind];
    case 'superior-told':
      return 'superior-notice';
    case 'allowance-granted':
    case 'allowance-refused':
      return 'allowance-decision';
    case 'removed':
    case 'granted':
      return removalOf([...file.actions, action]) === undefined ? undefined : 'removal-decision';
    default:
      return undefined;
  }
}

/** Whether the number that an act gives fits the paper that will be written of it. */
export function checkNumberOfAct(
  action: CaseAction,
  file: CaseFile,
  world: CaseWorld,
): Problem | undefined {
  const paper = paperOf(action, file);
  const card = paper === undefined ? undefined : editionOn(world, action.on)?.documents.get(paper);
  if (card === undefined || !('document' in action)) return undefined;
  return checkNumber(patternsOf(card), action.document.number);
}
