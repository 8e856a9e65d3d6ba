import { openSeats, type HeldSeat } from '../case/desk/desk-list.ts';
import { seatsIn } from '../case/desk/party-seat.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { DoorTarget } from './own.ts';
import type { OpenedOwn, OwnParts } from './own-parts.ts';

/**
 * The cases of others in which the organisation of a home has a part. They are read for whoever
 * speaks for it, and not at a counter, where nobody looks into what is about somebody else.
 */
export async function heldSeats(
  parts: OwnParts,
  principal: KnownPrincipal,
  { home, entries }: Pick<OpenedOwn, 'home' | 'entries'>,
  caseId?: string,
): Promise<readonly HeldSeat[]> {
  if (principal.kind !== 'representative') return [];
  const seats = seatsIn(home, entries);
  const wanted = seats.filter((each) => caseId === undefined || each.caseId === caseId);
  return openSeats(parts, principal, wanted);
}

/** A home that has been opened, seen from the case of another in which it has a part. */
export interface OpenedSeat extends OpenedOwn {
  readonly held: HeldSeat;
}

/**
 * What a target lies in: the organisation's own home, or, where it is a case of another in which it
 * has a part, that one's.
 */
export async function openTarget(
  parts: OwnParts,
  principal: KnownPrincipal,
  own: OpenedOwn,
  target: DoorTarget,
): Promise<OpenedOwn | OpenedSeat> {
  if (target.kind !== 'case' || own.world.docket.has(target.caseId)) return own;
  const [held] = await heldSeats(parts, principal, own, target.caseId);
  if (held === undefined) return own;
  const { world, entries } = held;
  return { ...own, world, entries, held };
}
