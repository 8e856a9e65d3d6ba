import { problem, type CivilDate, type Refusal } from '@credence/domain';

import { readerOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import type { CaseFile } from '../case/case.ts';
import { seatsIn } from '../case/desk/party-seat.ts';
import { isReaderTold, readerToldStream } from '../entry/own-payload.ts';
import type { Journal } from '../port/journal.ts';
import type { OwnParts } from './own-parts.ts';

/** Where a reader's notices and receipts lie. */
export interface ReaderDesk {
  /** Of his agency, or of the organisation that has a part in cases of others. */
  readonly home: string;
  readonly account: string;
  readonly hasPart: (file: CaseFile) => boolean;
}

/** The desks of whoever asks: one at his agency, or one for each of his mandates. */
export async function readerDesks(
  parts: OwnParts,
  principal: KnownPrincipal,
): Promise<{ readonly kind: 'desks'; readonly desks: readonly ReaderDesk[] } | Refusal> {
  const account = readerOf(principal).official;
  if (principal.kind === 'representative') {
    const desks: ReaderDesk[] = [];
    for (const { subject } of principal.mandates) {
      const resource = { kind: 'agency', home: subject } as const;
      const asked = ['corrections.receive', resource, 'correction'] as const;
      const decision = parts.access.decide(principal, ...asked);
      if (decision.kind === 'refused') return decision;
      const seats = seatsIn(subject, await parts.journal.entriesOf(subject));
      desks.push({ home: subject, account, hasPart: partOfSeats(seats) });
    }
    return { kind: 'desks', desks };
  }
  const agency = 'agency' in principal ? principal.agency : undefined;
  const resource = { kind: 'agency', ...(agency === undefined ? {} : { agency }) } as const;
  const decision = parts.access.decide(principal, 'corrections.receive', resource, 'correction');
  if (decision.kind === 'refused') return decision;
  const row = (await parts.register.agencies()).find(({ code }) => code === agency);
  if (agency === undefined || row === undefined) {
    return { kind: 'refused', problem: problem('agency-unknown', { agency: agency ?? '' }) };
  }
  return { kind: 'desks', desks: [{ home: row.home, account, hasPart: partOfAgency(agency) }] };
}

/** An agency reads the cases in which it has a desk. */
export function partOfAgency(agency: string): ReaderDesk['hasPart'] {
  return ({ opened: { desks } }) => Object.values(desks).some((each) => each === agency);
}

/** An organisation reads the cases of others in which it has a seat. */
export function partOfSeats(seats: readonly { readonly caseId: string }[]): ReaderDesk['hasPart'] {
  const known = new Set(seats.map(({ caseId }) => caseId));
  return ({ caseId }) => known.has(caseId);
}

/** What a reader was told, by the change: since when, whether he opened it, whether he knows of it. */
interface Told {
  readonly sentOn?: CivilDate;
  readonly openedOn?: CivilDate;
  readonly acknowledgedOn?: CivilDate;
}

const named = { sent: 'sentOn', opened: 'openedOn', confirmed: 'acknowledgedOn' } as const;

export async function toldAt(
  journal: Pick<Journal, 'entriesOf'>,
  { home, account }: Pick<ReaderDesk, 'home' | 'account'>,
): Promise<{ readonly told: ReadonlyMap<string, Told>; readonly seq: number }> {
  const entries = await journal.entriesOf(home, { stream: readerToldStream(account) });
  const told = new Map<string, Told>();
  for (const { payload } of entries) {
    if (!isReaderTold(payload)) continue;
    const { change, on, step = 'confirmed' } = payload;
    // The first word of each kind counts.
    told.set(change, { [named[step]]: on, ...told.get(change) });
  }
  return { told, seq: entries.at(-1)?.seq ?? 0 };
}
