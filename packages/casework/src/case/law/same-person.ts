import type { Hand } from '../../entry/case-payload.ts';
import { secondTo } from '../../matter/signatory.ts';
import type { CaseFile } from '../case.ts';

/** Whether two hands may be one person; where the register cannot tell them apart, they are. */
export function isSamePerson(one: Hand, other: Hand): boolean {
  if (one.kind !== 'official' || other.kind !== 'official') return false;
  return secondTo({ by: one }, other) === undefined;
}

/** Whether a name is that of an official; spelled in any width or case. */
export function isNamed(hand: Hand, name: string): boolean {
  const named: Hand = { kind: 'official', official: name, agency: '', role: '' };
  return isSamePerson(hand, named);
}

/** Whether somebody took part in a case as an official. */
export function tookPart(hand: Hand, { actions }: Pick<CaseFile, 'actions'>): boolean {
  return actions.some(({ by }) => isSamePerson(by, hand));
}
