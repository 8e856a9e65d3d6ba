import type { Principal } from '../../access/principal.ts';
import type { CaseAudience, CaseFile } from '../case.ts';
import type { PartySeat } from './party-seat.ts';

/** As whom somebody may look at a case; what he is at none of its desks is nothing. */
function audiencesOf(
  principal: Principal,
  { opened: { desks } }: CaseFile,
  seat: PartySeat | undefined,
): readonly CaseAudience[] {
  if (seat !== undefined) return ['other-parties'];
  if (principal.kind === 'representative') return ['subject'];
  if (!('agency' in principal)) return [];
  const { agency } = principal;
  const audiences: CaseAudience[] = [];
  if (principal.kind === 'official' && principal.roles.includes('auditor')) {
    audiences.push('oversight');
  }
  if (agency === desks.own) audiences.push('own-agency');
  if (agency === desks.platform) audiences.push('platform');
  if (agency === desks.superior) audiences.push('superior');
  if (agency === desks.review) audiences.push('review-unit');
  if (agency === desks.body) audiences.push('body');
  return audiences;
}

/** Whether a case is open to somebody on a day, who may have a desk in it that has no turn yet. */
export function isOpenTo(
  principal: Principal,
  file: CaseFile,
  visibleTo: readonly CaseAudience[],
  seat?: PartySeat,
): boolean {
  return audiencesOf(principal, file, seat).some((each) => visibleTo.includes(each));
}
