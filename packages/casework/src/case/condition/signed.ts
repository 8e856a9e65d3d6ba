import { problem } from '@credence/domain';

import type { Hand } from '../../entry/case-payload.ts';
import type { CaseFile } from '../case.ts';
import { actsOf, matterOf, since } from '../fold-case.ts';
import { isNamed, isSamePerson, tookPart } from '../law/same-person.ts';
import { rolesOf } from '../law/parts-of.ts';
import type { Condition } from './attempt.ts';

/** Acts under which a decision is signed. */
const signing = new Set(['drafted', 'found', 'reviewed', 'approved']);

/** Whoever signs after another is another person in another office (G42). */
export const anotherRole: Condition = ({ file, by }) => {
  if (by?.kind !== 'official') return undefined;
  const written = file.opened.matter.case === 'payment-complaint' ? 'found' : 'drafted';
  const signed = since(file, written).actions.filter(({ kind }) => signing.has(kind));
  const clashes = signed.some(
    ({ by: before }) => isSamePerson(before, by) || sharesRole(before, by),
  );
  return clashes ? problem('case-same-role', { official: by.official }) : undefined;
};

function sharesRole(one: Hand, other: Hand & { readonly kind: 'official' }): boolean {
  return one.kind === 'official' && rolesOf(one).some((role) => rolesOf(other).includes(role));
}

/** Nobody acts who has an interest in the case (G42). */
export const withoutConflict: Condition = ({ file, by }) => {
  if (by?.kind !== 'official') return undefined;
  const declared = actsOf(file, 'conflict-declared').some(({ official }) => isNamed(by, official));
  return declared ? problem('case-conflict-of-interest', { official: by.official }) : undefined;
};

/** An appeal is decided by a unit, and by people, that had no part in what it is against (G29). */
export const anotherUnit: Condition = ({ file, world, by }) => {
  const { own } = file.opened.desks;
  const id = matterOf(file, 'appeal')?.of;
  const against = id === undefined ? undefined : world.docket.get(id);
  if (against === undefined) return problem('case-target-missing', { value: id ?? '' });
  if (own === against.opened.desks.own || decidedIn(against).has(own)) {
    return problem('case-same-unit', { official: own });
  }
  if (by?.kind !== 'official') return undefined;
  const involved = by.agency === against.opened.desks.own || tookPart(by, against);
  return involved ? problem('case-same-unit', { official: by.official }) : undefined;
};

/** Whether a unit that could decide an appeal has been named, and is another one. */
export function hasReviewUnit({ opened: { desks } }: CaseFile): boolean {
  return desks.review !== undefined && desks.review !== desks.own;
}

/** Acts by which an agency made a case its own; to put an effect off meanwhile is none of them. */
const decidingActs = new Set([
  ...['drafted', 'found', 'reviewed', 'approved', 'answered', 'granted', 'refused'],
  ...['allowed', 'dismissed'],
]);

/** Codes of the agencies that decided in a case: a superior too, where the desk was late. */
export function decidedIn({ actions }: Pick<CaseFile, 'actions'>): ReadonlySet<string> {
  return new Set(
    actions.flatMap(({ kind, by }) =>
      by.kind === 'official' && decidingActs.has(kind) ? [by.agency] : [],
    ),
  );
}
