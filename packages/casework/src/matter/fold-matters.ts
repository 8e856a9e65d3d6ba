import { CaseworkError } from '../casework-error.ts';
import {
  isIdentityReview,
  isIdentityReviewEnded,
  isMatterClosed,
  isMatterDeclined,
  isMatterOpened,
  isMatterProposed,
  type IdentityReview,
  type MatterClosed,
  type MatterDeclined,
  type MatterOpened,
  type MatterProposed,
} from '../entry/matter-payload.ts';
import type { Entry } from '../port/journal.ts';

export type MatterStep =
  | { readonly kind: 'proposed'; readonly step: MatterProposed }
  | { readonly kind: 'declined'; readonly step: MatterDeclined }
  | { readonly kind: 'closed'; readonly step: MatterClosed };

/** One matter as its entries tell it. */
export interface MatterState {
  readonly home: string;
  readonly opened: MatterOpened;
  readonly state: 'open' | 'proposed' | 'closed';
  readonly steps: readonly MatterStep[];
  /** What waits for a second official. */
  readonly proposal?: MatterProposed;
  readonly closed?: MatterClosed;
  /** Length of its stream, so that two deciders cannot act on the same state. */
  readonly seq: number;
}

export function matterStream(matterId: string): string {
  return `matter/${matterId}`;
}

/**
 * The matters of a home, in the order in which they were opened. One whose row has been erased is
 * as if it had never been, whatever was said about it.
 *
 * @throws CaseworkError `payload-unreadable` for a payload that this version cannot read
 */
export function foldMatters(home: string, entries: readonly Entry[]): readonly MatterState[] {
  const states = new Map<string, MatterState>();
  for (const entry of entries) {
    if (!entry.stream.startsWith('matter/') || entry.payload === undefined) continue;
    const known = states.get(entry.stream);
    const next = follow(home, entry, known);
    if (next !== undefined) states.set(entry.stream, { ...next, seq: entry.seq });
  }
  return [...states.values()];
}

function follow(
  home: string,
  entry: Entry,
  known: MatterState | undefined,
): MatterState | undefined {
  if (entry.kind.startsWith('matter-opened@')) {
    const opened = read(entry, isMatterOpened);
    return { home, opened, state: 'open', steps: [], seq: entry.seq };
  }
  if (known === undefined) return undefined;
  const before = { home, opened: known.opened, seq: known.seq };
  if (entry.kind.startsWith('matter-proposed@')) {
    const step = read(entry, isMatterProposed);
    const steps = [...known.steps, { kind: 'proposed', step } as const];
    // Whoever is unsure proposes nothing: the note is kept, and the matter stays open.
    if (step.choice === 'unsure') return { ...before, state: 'open', steps };
    return { ...before, state: 'proposed', steps, proposal: step };
  }
  if (entry.kind.startsWith('matter-declined@')) {
    const step = read(entry, isMatterDeclined);
    return { ...before, state: 'open', steps: [...known.steps, { kind: 'declined', step }] };
  }
  const step = read(entry, isMatterClosed);
  const steps = [...known.steps, { kind: 'closed', step } as const];
  return { ...before, state: 'closed', steps, closed: step };
}

/** Matters of other subjects that concern this one and are not settled. */
export function foldIdentityReviews(entries: readonly Entry[]): readonly IdentityReview[] {
  const reviews = new Map<string, IdentityReview>();
  for (const entry of entries) {
    if (!entry.stream.startsWith('identity-review/') || entry.payload === undefined) continue;
    if (entry.kind.startsWith('identity-review-ended@')) {
      reviews.delete(read(entry, isIdentityReviewEnded).matterId);
    } else {
      const review = read(entry, isIdentityReview);
      reviews.set(review.matterId, review);
    }
  }
  return [...reviews.values()];
}

export function identityReviewStream(matterId: string): string {
  return `identity-review/${matterId}`;
}

const readable = new Set([
  'matter-opened@1',
  'matter-proposed@1',
  'matter-declined@1',
  'matter-closed@1',
  'identity-review@1',
  'identity-review-ended@1',
]);

function read<Payload>(entry: Entry, is: (payload: unknown) => payload is Payload): Payload {
  const { payload } = entry;
  if (readable.has(entry.kind) && is(payload)) return payload;
  const place = `${entry.kind} at position ${entry.position}`;
  throw new CaseworkError('payload-unreadable', `Entry ${entry.id}, ${place}, cannot be read.`);
}
