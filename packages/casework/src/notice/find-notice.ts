import { problem, type Problem } from '@credence/domain';

import { readerOf } from '../access/actor-of.ts';
import { fieldsOfCase } from '../access/case-of-look.ts';
import type { Principal } from '../access/principal.ts';
import { openHome, type CaseParts, type OpenedHome } from '../case/desk/open-desk.ts';
import type { CaseFile, CaseStanding } from '../case/case.ts';
import { standing } from '../case/standing/standing.ts';
import { isCaseNoticePlace } from '../entry/case-notice-payload.ts';
import { placeOfCode } from './notice-code.ts';
import { nameOnNotice, noticesIn, stateOfNotice, type GivenNotice } from './notice-state.ts';
import type { NoticeKey } from './notice.ts';

export type NoticeHolder = Extract<Principal, { readonly kind: 'notice-holder' }>;

/** A case opened by a notice. */
export interface OpenedNotice extends OpenedHome {
  readonly kind: 'opened';
  readonly holder: NoticeHolder;
  readonly given: GivenNotice;
  readonly file: CaseFile;
  readonly found: CaseStanding;
  readonly lastOn: NonNullable<ReturnType<typeof stateOfNotice>['lastOn']>;
}

export interface NoticeRefused {
  readonly kind: 'refused';
  readonly problem: Problem;
}

/**
 * Finds the notice that a number and a code belong to, and opens its case. One read settles whether
 * they belong together, so that a wrong number and a wrong code take the same way; one that is over is
 * answered in the same words, and written down where the case lies.
 */
export async function findNotice(
  parts: CaseParts,
  { number, code }: NoticeKey,
): Promise<OpenedNotice | NoticeRefused> {
  const [placed] = await parts.journal.entriesOf(placeOfCode(number, code));
  const place = placed?.payload;
  if (!isCaseNoticePlace(place)) return refuseKey(parts);
  const { home, caseId, noticeId } = place;
  const unnamed = { kind: 'notice-holder', account: noticeId, caseId, home } as const;
  const reader = readerOf({ ...unnamed, name: '', as: 'third-party' });
  const access = { reader, purpose: 'own', fields: [...fieldsOfCase(caseId), 'notice'] };
  const opened = await openHome(parts, home, access);
  const { cases, entries, world, today } = opened;
  const given = noticesIn(caseId, entries).find((each) => each.noticeId === noticeId);
  const file = cases.get(caseId)?.file;
  if (given === undefined || file === undefined) return refuseKey(parts);
  const found = standing(file, world, today);
  const { state, lastOn } = stateOfNotice(given, found, { world, today });
  const name = nameOnNotice(file, given.as, given.place);
  if (state !== 'open' || found === undefined || lastOn === undefined || name === undefined) {
    return refuseKey(parts);
  }
  const holder: NoticeHolder = { ...unnamed, name, as: given.as };
  const resource = { kind: 'case', home, owner: noticeId } as const;
  const decision = parts.access.decide(holder, 'notice.read', resource, 'own');
  if (decision.kind === 'refused') return decision;
  return { kind: 'opened', holder, given, file, found, lastOn, ...opened };
}

/** Nothing of what was tried is kept: it may be a code with one digit wrong. */
function refuseKey(parts: Pick<CaseParts, 'onDenied'>): NoticeRefused {
  const denied = problem('notice-unknown', {});
  parts.onDenied?.({
    ...{ operation: 'notice.read', purpose: 'own', principal: 'anonymous', resource: 'case' },
    ...{ why: 'conditions', problems: [denied.code] },
  });
  return { kind: 'refused', problem: denied };
}
