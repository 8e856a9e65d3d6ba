import { problem } from '@credence/domain';

import { actorOf } from '../access/actor-of.ts';
import { lengthOf } from '../contract/contract-entries.ts';
import { handOverDuties } from '../duty/hand-over.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import { lifeStream, type LifeActPayload } from '../entry/life-payload.ts';
import { secondTo, signatoryOf } from '../matter/signatory.ts';
import { judged, partOf } from './enter-event.ts';
import { foldLife } from './fold-life.ts';
import { actEntry, partEntries, settledEntry, waitingFor } from './life-entries.ts';
import type { LifeCasework, LifeOutcome } from './life.ts';
import { mayAtDesk, openLife } from './open-life.ts';

/**
 * The second name under an event: whoever entered it never gives it. Refusing takes no second
 * official: nothing moves by it.
 *
 * @see {@link LifeCasework.settleLifeEvent}
 */
export async function settleLifeEvent(
  parts: CaseParts,
  { principal, eventId, act, reason }: Parameters<LifeCasework['settleLifeEvent']>[0],
): Promise<LifeOutcome> {
  const may = mayAtDesk(parts, principal, 'life.confirm');
  if (may.kind === 'refused') return { kind: 'refused', problems: [may.problem] };
  const { agency } = may;
  const missing = problem('life-not-waiting', { value: eventId.slice(0, 40) });
  const waiting = (await waitingFor(parts, agency)).find((each) => each.eventId === eventId);
  const opened =
    waiting === undefined ? undefined : await openLife(parts, principal, waiting.home, 'by-event');
  if (opened === undefined) return { kind: 'refused', problems: [missing] };
  if (opened.kind === 'refused') return { kind: 'refused', problems: [opened.problem] };
  const { home, entries, head, today, edition } = opened;
  const known = foldLife(entries).find(({ event }) => event.eventId === eventId);
  const by = signatoryOf(principal);
  if (known?.state !== 'waiting' || by === undefined) {
    return { kind: 'refused', problems: [missing] };
  }
  const { event } = known;
  if (act === 'confirm' && secondTo({ by: event.by }, by) === undefined) {
    const { official } = event.by;
    return { kind: 'refused', problems: [problem('life-same-official', { official })] };
  }
  // Meanwhile it may have come to stand in a list that closes this way to it.
  const problems = act === 'confirm' ? judged(opened, event) : [];
  if (problems.length > 0) return { kind: 'refused', problems };
  const done: LifeActPayload = {
    ...{ eventId, on: today, act: act === 'confirm' ? 'confirmed' : 'refused', by },
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.slice(0, 300) }),
  };
  const stream = lifeStream(eventId);
  const isMoved = act === 'confirm' && event.event === 'registrar';
  const move = { home, from: event.by.agency, to: agency, edition, today };
  const handedOver = isMoved ? await handOverDuties(parts, move) : [];
  const outcome = await parts.journal.record(
    { actor: actorOf(principal), purpose: 'supervision', basis: [] },
    [
      actEntry(parts, home, done),
      ...(act === 'confirm' ? partEntries(parts, partOf(home, head), event, today) : []),
      settledEntry(parts, agency, done),
      ...handedOver,
    ],
    { expect: [{ home, stream, seq: lengthOf(entries, stream) }] },
  );
  if (outcome.kind === 'conflict') {
    return { kind: 'refused', problems: [problem('changed-meanwhile', {})] };
  }
  const state = act === 'confirm' ? 'stands' : 'refused';
  return { kind: 'recorded', eventId, state, receipt: outcome.receipt };
}
