import { addDays, type CivilDate } from '@credence/domain';

import type { CaseAction } from '../entry/case-payload.ts';
import { workingDaysLater, type Ledger } from './case-model.test-support.ts';
import type { Play } from './case.test-support.ts';

/** What must hold whatever is done; a canary names the one that it offends against. */
export type Invariant =
  | 'a notice reaches its party'
  | 'the time to be heard is over'
  | 'a hearing that was asked for is held'
  | 'every point is answered'
  | 'a decision has a basis'
  | 'the ways out are told'
  | 'no end lies beyond the law'
  | 'three people sign'
  | 'nobody with an interest signs'
  | 'the document is in legal effect'
  | 'another unit decides an appeal'
  | 'nothing is carried out without its cause'
  | 'a listing stands as its acts and the law say'
  | 'everyone sees what stands and nothing else'
  | 'a measure stands only with its cause'
  | 'a past day answers as it did';

export function hold(invariant: Invariant, holds: boolean): void {
  if (!holds) throw new Error(`Broken: ${invariant}`);
}

/** What a decision has to find when it is written. */
export function lawfulDraft(
  play: Play,
  ledger: Ledger,
  action: CaseAction & { readonly kind: 'drafted' },
): void {
  const { noticeOn, reachedOn, waived, hearingAskedOn, points } = ledger;
  hold('a notice reaches its party', noticeOn !== undefined && reachedOn !== undefined);
  const last = reachedOn === undefined ? action.on : workingDaysLater(reachedOn, 5);
  hold('the time to be heard is over', waived || action.on > last);
  const heard = hearingAskedOn === undefined || ledger.hearingHeld;
  hold('a hearing that was asked for is held', heard);
  hold('every point is answered', action.answers.length >= points);
  hold('a decision has a basis', action.basis.length > 0);
  hold('the ways out are told', action.told.includes('remedies'));
  const { until } = action;
  const within = until === undefined || until < addDays(action.on, 3 * 366);
  hold('no end lies beyond the law', within);
  hold('the document is in legal effect', isSourceInEffect(play, action.on));
}

function isSourceInEffect(play: Play, day: CivilDate): boolean {
  const source = play.records.get('p1');
  if (source === undefined || source.record.service.kind === 'not-shown') return false;
  return source.endedOn === undefined || day < source.endedOn;
}

/** What has to be there when something adverse is approved. */
export function lawfulApproval(play: Play, ledger: Ledger, on: CivilDate): void {
  const { drafted, reviewed, approved } = ledger;
  const signed = [drafted?.by, reviewed?.by, approved?.by];
  const different = new Set(signed).size === 3 && !signed.includes(undefined);
  hold('three people sign', different);
  hold('nobody with an interest signs', !ledger.conflicts.some((name) => signed.includes(name)));
  const { matter, desks: named } = play.file('L').opened;
  hold('a decision has a basis', matter.case === 'listing' && matter.basis.length > 0);
  hold('the ways out are told', named.review !== undefined);
  hold('the document is in legal effect', isSourceInEffect(play, on));
}
