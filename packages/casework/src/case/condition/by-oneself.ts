import { problem } from '@credence/domain';

import type { Condition } from './attempt.ts';

/**
 * What somebody lodged is taken back by the same party alone: a debtor does not end the objection of
 * its creditor, nor one third party that of another.
 *
 * Legal source: guards G29, G30.
 */
export const lodgedByOneself: Condition = ({ file: { opened }, part, by: hand }) => {
  const { by } = opened;
  if (by.kind !== 'party') return undefined;
  // For an organisation several people speak; a party beside it is known by the name the case has.
  const isNamed = by.as !== 'subject' && hand?.kind === 'party';
  const isSame = part === by.as && (!isNamed || hand.name === by.name);
  return isSame ? undefined : problem('case-lodged-by-another', { lodged: by.as });
};
