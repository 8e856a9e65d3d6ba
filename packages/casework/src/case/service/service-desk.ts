import { addMonths, jsonOf, problem, type Problem } from '@credence/domain';

import type { Principal } from '../../access/principal.ts';
import type { SubjectReference } from '../../view/answer.ts';
import {
  isServiceConsent,
  serviceConsentKind,
  serviceConsentStream,
  type ServiceConsentPayload,
} from '../../entry/service-consent-payload.ts';
import { newEntry } from '../../matter/file-matters.ts';
import type { Receipt } from '../../port/journal.ts';
import { homeOf } from '../../view/view-subject.ts';
import type { Behalf } from '../desk/case-casework.ts';
import { findSubjectHome } from '../desk/find-subject-home.ts';
import { allow, openHome, refuse, type CaseParts } from '../desk/open-desk.ts';
import { consentOn, foldConsents } from './consent.ts';

export interface ConsentCommand {
  readonly principal: Principal;
  readonly subject: SubjectReference;
  readonly behalf?: Behalf;
  /** `revoked` takes back what stands, at once. */
  readonly consent:
    { readonly kind: 'given'; readonly mail?: string } | { readonly kind: 'revoked' };
}

export type ConsentOutcome =
  | { readonly kind: 'recorded'; readonly receipt: Receipt }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Electronic service: agreed to beforehand, for a time, and taken back whenever one likes. */
export interface ServiceCasework {
  setServiceConsent(command: ConsentCommand): Promise<ConsentOutcome>;
  /** Whether consent stands today and where word is sent; for the subject and its desks. */
  viewServiceConsent(
    principal: Principal,
    subject: SubjectReference,
  ): Promise<
    | { readonly kind: 'found'; readonly consents: readonly ServiceConsentPayload[] }
    | Exclude<ConsentOutcome, { readonly kind: 'recorded' }>
  >;
}

export function createService(parts: CaseParts): ServiceCasework {
  return {
    setServiceConsent: (command) => setConsent(parts, command),
    viewServiceConsent: (principal, subject) => viewConsent(parts, principal, subject),
  };
}

/**
 * Operator setting, since no law names a term: after it the organisation is asked anew, and its
 * address is held no longer (art. 19 of the Personal Information Protection Law: the shortest time).
 */
const consentMonths = 24;

async function setConsent(parts: CaseParts, command: ConsentCommand): Promise<ConsentOutcome> {
  const { principal, subject, behalf, consent } = command;
  const home = homeOf(subject) ?? (await findSubjectHome(parts, subject));
  const allowed = allow(parts, principal, {
    operation: 'case.open',
    ...(home === undefined ? {} : { home }),
    ...{ desks: {}, behalf },
  });
  if (allowed.kind === 'refused') return allowed;
  // Nobody agrees for somebody else: an office takes it down for whoever stands at its counter.
  if (allowed.hand.kind !== 'party') {
    return refuse(problem('not-permitted', { operation: 'case.open', purpose: 'own' }));
  }
  if (home === undefined) return { kind: 'not-found' };
  const { entries, today } = await openHome(parts, home, allowed.access);
  if (entries.length === 0) return { kind: 'not-found' };
  const standing = consentOn(foldConsents(entries), today);
  if (consent.kind === 'revoked' && standing === undefined) {
    return refuse(problem('case-service-no-consent', { day: today }));
  }
  const until = addMonths(today, consentMonths, 'down');
  const said = {
    ...{ ...consent, on: today, by: allowed.hand },
    ...(consent.kind === 'given' ? { until } : {}),
  };
  if (!isServiceConsent(said)) return refuse(problem('case-form', { act: 'service-consent' }));
  const stream = serviceConsentStream;
  const entry = { home, stream, kind: serviceConsentKind, payload: jsonOf(said) };
  const seq = entries.filter((each) => each.stream === stream).at(-1)?.seq ?? 0;
  const outcome = await parts.journal.record(
    { actor: allowed.actor, purpose: allowed.purpose, basis: [] },
    [newEntry(parts, entry, until)],
    { expect: [{ home, stream, seq }] },
  );
  if (outcome.kind === 'conflict') return refuse(problem('changed-meanwhile', {}));
  if (consent.kind === 'revoked') await parts.onConsentTakenBack?.(today);
  return { kind: 'recorded', receipt: outcome.receipt };
}

async function viewConsent(
  parts: CaseParts,
  principal: Principal,
  subject: SubjectReference,
): ReturnType<ServiceCasework['viewServiceConsent']> {
  const home = homeOf(subject) ?? (await findSubjectHome(parts, subject));
  const allowed = allow(parts, principal, {
    operation: 'case.read',
    ...(home === undefined ? {} : { home }),
    desks: {},
  });
  if (allowed.kind === 'refused') return allowed;
  if (home === undefined) return { kind: 'not-found' };
  const { entries } = await openHome(parts, home, allowed.access);
  return { kind: 'found', consents: foldConsents(entries) };
}
