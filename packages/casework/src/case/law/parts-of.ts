import type { CivilDate } from '@credence/domain';

import type { Hand } from '../../entry/case-payload.ts';
import type { CaseFile, CasePart, CaseWorld } from '../case.ts';
import { procedureOf } from './procedure-of.ts';

/** Offices of the register under which a role of a card is held, beside the office of that name. */
const offices: Readonly<Record<string, readonly string[]>> = {
  legal_reviewer: ['legal_officer'],
};

/** Every office under which a role of a card is held. */
export function officesFor(role: string): readonly string[] {
  return [role, ...(offices[role] ?? [])];
}

/** Every seat that whoever acts holds in a case. */
export function partsOf(
  hand: Hand,
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): ReadonlySet<CasePart> {
  if (hand.kind === 'party') return isPartyOf(hand, file, world) ? new Set([hand.as]) : new Set();
  const { own, platform, superior, review, body } = file.opened.desks;
  const parts = new Set<CasePart>();
  const { case: kind } = file.opened.matter;
  if (hand.agency === own) {
    if (kind === 'appeal') parts.add('review-unit');
    else for (const part of officesAt(hand, file, world, day)) parts.add(part);
  }
  if (hand.agency === platform) parts.add('platform');
  if (hand.agency === superior) parts.add('superior');
  if (hand.agency === review) parts.add('review-unit');
  if (hand.agency === body) parts.add('body');
  return parts;
}

/** Whoever speaks as one of the people or organisations that a case names is that one. */
function isPartyOf(
  { as, name }: Hand & { readonly kind: 'party' },
  file: CaseFile,
  world: CaseWorld,
): boolean {
  const { matter } = file.opened;
  if (as === 'named-person') {
    return matter.case === 'spending' && matter.persons.some((each) => each.name === name);
  }
  if (as === 'other-subject') return isAboutTwo(file, world);
  if (as !== 'creditor') return true;
  const creditor = matter.case === 'listing' ? matter.enforcement?.creditor : creditorOf(matter);
  return creditor === undefined || creditor === name;
}

/** A case about who is who, or one that turns against it. */
function isAboutTwo({ opened: { matter } }: CaseFile, { docket }: CaseWorld): boolean {
  const against =
    matter.case === 'appeal'
      ? matter.of
      : 'target' in matter && matter.target.kind === 'case'
        ? matter.target.caseId
        : undefined;
  const first = against === undefined ? matter : docket.get(against)?.opened.matter;
  return first?.case === 'identity';
}

function creditorOf(matter: CaseFile['opened']['matter']): string | undefined {
  return 'creditor' in matter ? matter.creditor : undefined;
}

function officesAt(
  hand: Hand & { readonly kind: 'official' },
  file: CaseFile,
  world: CaseWorld,
  day: CivilDate,
): readonly CasePart[] {
  const procedure = procedureOf(file, world, day);
  const held = rolesOf(hand);
  const holds = (role: string | undefined): boolean =>
    role !== undefined && officesFor(role).some((each) => held.includes(each));
  const seats = [
    ['officer', procedure?.decides ?? 'case_officer'],
    ['reviewer', procedure?.reviews],
    ['approver', procedure?.approves],
  ] as const;
  return seats.flatMap(([part, role]) => (holds(role) ? [part] : []));
}

/** The roles under which an official signs. */
export function rolesOf({ role }: Hand & { readonly kind: 'official' }): readonly string[] {
  return role.split(',').map((each) => each.trim());
}
