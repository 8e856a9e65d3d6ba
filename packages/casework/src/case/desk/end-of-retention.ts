import type { CivilDate } from '@credence/domain';

import { retentionOf } from '../../matter/find-held.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { paymentEndsOn } from '../effect/payment-effect.ts';
import { editionOn, recordOf } from '../law/law-of-case.ts';
import { pledgeEndsOn } from '../law/pledge-law.ts';
import type { CaseParts } from './open-desk.ts';

/**
 * When what belongs to a case is erased: with the record it is about; what says of a debt, when
 * nothing of it may be shown any more.
 */
export async function endOfRetention(
  parts: CaseParts,
  file: CaseFile,
  world: CaseWorld,
): Promise<CivilDate | undefined> {
  const recordId = recordOf(file, world);
  const record = recordId === undefined ? undefined : world.records.get(recordId)?.record;
  if (record !== undefined) return retentionOf(parts, record);
  const law = editionOn(world, file.opened.on);
  const isOwn = ['pledge', 'inspection'].includes(file.opened.matter.case);
  if (isOwn && law !== undefined) return pledgeEndsOn(file, law);
  const isComplaint = file.opened.matter.case === 'payment-complaint';
  return isComplaint && law !== undefined ? paymentEndsOn(file, law) : undefined;
}
