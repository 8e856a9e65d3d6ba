import { problem, type CivilDate, type Problem } from '@credence/domain';
import type { DocumentCard, Edition } from '@credence/rulebook';

import type { CaseActionOf } from '../../entry/case-payload.ts';
import type { CaseFile, CaseWorld } from '../case.ts';
import { countDays } from '../law/count-days.ts';
import { failuresOf } from '../law/window.ts';
import { consentOn } from './consent.ts';

/** The way in which a paper is opened in the inbox of the register. */
export const electronic = 'inbox_receipt';

/** Attempts that must have failed before a public notice; the operator's, as in the window. */
const attemptsBefore = 2;

type Served = CaseActionOf<'served'>;
type ServiceRule = NonNullable<DocumentCard['modes']>[string];

/** What the edition says of a way of service; undefined where it says nothing. */
function ruleOf(edition: Edition, mode: string): ServiceRule | undefined {
  return edition.documents.get('proof-of-service')?.modes?.[mode];
}

/**
 * The day on which a paper counts as served, from the day that is stated: the same day, or, where
 * nobody received it, after the time that the edition sets.
 */
export function countsOn(edition: Edition, mode: string, stated: CivilDate): CivilDate | undefined {
  const after = ruleOf(edition, mode)?.counts.after;
  return after === undefined ? stated : countDays(edition, stated, after);
}

/** What stands against a proof of service by its way: consent, attempts, or a day not yet come. */
export function judgeService(
  served: Served,
  given: {
    readonly file: Pick<CaseFile, 'actions'>;
    readonly world: CaseWorld;
    readonly edition: Edition;
  },
): Problem | undefined {
  const { file, world, edition } = given;
  const { mode, servedOn, postedOn, by } = served;
  const isOwn = by.kind === 'party';
  if (isOwn && (mode !== electronic || servedOn !== served.on)) {
    return problem('case-service-not-own', { value: mode, accepted: electronic });
  }
  // Nobody else knows that it was opened there: the register itself proves it, or nobody does.
  if (!isOwn && mode === electronic) {
    return problem('case-service-not-opened', { value: mode });
  }
  const rule = ruleOf(edition, mode);
  const needs = rule?.needs ?? [];
  if (needs.includes('consent') && consentOn(world.consents ?? [], servedOn) === undefined) {
    return problem('case-service-no-consent', { day: servedOn });
  }
  if (needs.includes('failed_attempts') && failuresOf(file, served.paper).length < attemptsBefore) {
    return problem('case-service-attempts', { count: attemptsBefore });
  }
  if (rule?.counts.after === undefined) return undefined;
  const counted = postedOn === undefined ? undefined : countsOn(edition, mode, postedOn);
  return counted === servedOn
    ? undefined
    : problem('case-service-counts-later', { posted: postedOn ?? '—', from: counted ?? '—' });
}
