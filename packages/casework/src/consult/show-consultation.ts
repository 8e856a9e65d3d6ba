import { jsonOf, toIso, type Instant } from '@credence/domain';
import { canonicalJson } from '@credence/proof';

import {
  isConsultation,
  isConsultationRoute,
  type ConsultationPayload,
  type ConsultationRoutePayload,
} from '../entry/consult-payload.ts';
import { readerOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseworkParts } from '../casework-parts.ts';
import type { Entry } from '../port/journal.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type {
  ConsultationView,
  ConsultedFirm,
  ConsultFact,
  ConsultMatter,
  SignedConsultation,
} from './consult.ts';
import { findFirm } from './find-firm.ts';
import { basisOf } from './judge-order.ts';

export type ConsultParts = CaseworkParts & { readonly loader: RulebookLoader };

/** A consultation as the journal has it. */
export interface KeptConsultation {
  readonly payload: ConsultationPayload;
  readonly position: number;
  readonly recordedAt: Instant;
  readonly routes: readonly ConsultationRoutePayload[];
}

/** The consultation of a stream; undefined where there is none, or it has been erased. */
export function keptIn(entries: readonly Entry[]): KeptConsultation | undefined {
  const first = entries.find(({ payload }) => isConsultation(payload));
  if (first === undefined || !isConsultation(first.payload)) return undefined;
  const { payload, position, recordedAt } = first;
  const routes = entries.flatMap(({ payload: each }) => (isConsultationRoute(each) ? [each] : []));
  return { payload, position, recordedAt, routes };
}

/** What both sides are told of it. */
export function matterOfConsultation(payload: ConsultationPayload): ConsultMatter {
  const { consultationId, on, kind, number, basis, agency, pledge, announcedOn } = payload;
  return {
    ...{ consultationId, on, kind, number, basis, agency },
    ...(pledge === undefined ? {} : { pledge }),
    ...(announcedOn === undefined ? {} : { announcedOn }),
  };
}

/**
 * The answer once more for somebody. Whoever asked sees it on that day under the same look; another day,
 * or somebody else of the office, is a look of its own.
 */
export async function showAgain(
  parts: ConsultParts,
  principal: KnownPrincipal,
  kept: KeptConsultation,
): Promise<ConsultationView> {
  const { payload } = kept;
  const { today } = (await startAnswer(parts)).clock;
  const reader = readerOf(principal);
  if (payload.account !== reader.official || payload.on !== today) {
    const look = { reader, purpose: 'consultation', fields: lookOf(payload) };
    for (const { home } of payload.firms) await parts.journal.readWithAccess(look, home);
  }
  return showConsultation(parts, kept);
}

/** How a look stands among those that the organisation sees. */
export function lookOf({
  kind,
  number,
}: Pick<ConsultMatter, 'kind' | 'number'>): readonly string[] {
  return ['records', kind, `matter/${number}`];
}

/**
 * The answer of a consultation: what stood on its day, by what had been recorded then, and still may be
 * shown. What was repaired or annulled since is gone, and what was corrected or disputed since is said
 * as it is now (guards N8, G30); so the file of the same day is the same bytes, unless one of these
 * happened. Which ways are open is of today.
 */
export async function showConsultation(
  parts: ConsultParts,
  kept: KeptConsultation,
): Promise<ConsultationView> {
  const { payload, position, routes } = kept;
  const matter = matterOfConsultation(payload);
  const answering = await startAnswer(parts, { day: payload.on });
  const present = await startAnswer(parts);
  const homes = await parts.journal.entriesOfMany(payload.firms.map(({ home }) => home));
  const firms: ConsultedFirm[] = [];
  for (const { home, code } of payload.firms) {
    const all = homes.get(home) ?? [];
    const entries = all.filter((entry) => entry.position < position);
    const firm = await findFirm(parts, { home, code, entries, answering, matter });
    const now = await findFirm(parts, { home, code, entries: all, answering: present, matter });
    const stood = new Set(firm?.facts.map(({ id }) => id));
    // What has ended since is gone from this answer too; that it was asked about stays.
    const found =
      firm === undefined || now === undefined
        ? { home, code, identityUnderReview: false, facts: [], routes: [] }
        : { ...now, facts: now.facts.filter(({ id }) => stood.has(id)) };
    const last = routes.findLast((each) => each.home === home);
    const chosen = last === undefined ? {} : { chosen: { route: last.route, on: last.on } };
    firms.push({ ...found, ...chosen });
  }
  const { edition } = answering;
  // The page is of today; the answer in it is that of the day of the question.
  const { clock } = present;
  const { unknown } = payload;
  const view = { clock, matter, basis: basisOf(matter.basis, edition), firms, unknown };
  return { ...view, file: sign(parts, { ...view, clock: answering.clock }, kept) };
}

function sign(
  { signer }: ConsultParts,
  { clock, matter, firms, unknown }: Omit<ConsultationView, 'file'>,
  { recordedAt }: KeptConsultation,
): SignedConsultation {
  const { code, hash } = clock.edition;
  const result: SignedConsultation['result'] = {
    ...{ form: 'credence-consultation@1', matter, timepoint: toIso(recordedAt) },
    edition: { code, hash },
    firms: firms.map(({ code: of, name, identityUnderReview, facts }) => ({
      code: of,
      ...(name === undefined ? {} : { name }),
      ...{ identityUnderReview, facts: facts.map(withoutBasis) },
    })),
    unknown,
  };
  return { result, signature: signer.sign(consultationBytes(result)) };
}

/** What is signed, and checked offline: the canonical bytes of the result. */
export function consultationBytes(result: SignedConsultation['result']): Uint8Array {
  return new TextEncoder().encode(canonicalJson(jsonOf(result)));
}

function withoutBasis(fact: ConsultFact): Omit<ConsultFact, 'basis'> {
  const { basis, ...rest } = fact;
  // A fact that no article orders has nothing to leave out.
  return basis.length === 0 ? rest : { ...rest };
}
