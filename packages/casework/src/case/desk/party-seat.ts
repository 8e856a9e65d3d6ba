import type { Principal } from '../../access/principal.ts';
import {
  casePartyKind,
  casePartyStream,
  isCaseParty,
  type CasePartyPayload,
} from '../../entry/case-party-payload.ts';
import { isCaseAction } from '../../entry/case-payload.ts';
import type { Entry } from '../../port/journal.ts';
import type { CaseParts } from './open-desk.ts';

/** The seat of an organisation in a case that is about another one. */
export interface PartySeat {
  /** Its own home; whoever sits there speaks under a mandate for this one. */
  readonly home: string;
  readonly as: CasePartyPayload['as'] | 'third-party';
  /** Under which the case knows it. */
  readonly name: string;
}

/** A seat with the case it is in. */
export interface SeatInCase extends PartySeat {
  readonly caseId: string;
  /** Home in which the case lies. */
  readonly of: string;
}

/** The cases of others in which the organisation of a home has a part, the newest first. */
export function seatsIn(home: string, entries: readonly Entry[]): readonly SeatInCase[] {
  return entries
    .flatMap(({ kind, payload }): SeatInCase[] => {
      if (kind !== casePartyKind || !isCaseParty(payload)) return [];
      const { caseId, home: of, as, name } = payload;
      return [{ home, as, name, caseId, of }];
    })
    .reverse();
}

/**
 * The seat of whoever acts in a case that is about none of those he speaks for. What stands in the
 * party's own home decides: neither a name nor the word of whoever asks makes anybody a party.
 */
export async function findSeat(
  parts: Pick<CaseParts, 'journal'>,
  principal: Principal,
  row: { readonly caseId: string; readonly home: string } | undefined,
): Promise<SeatInCase | undefined> {
  if (row === undefined) return undefined;
  if (principal.kind === 'notice-holder') return seatOfHolder(parts, principal, row);
  if (principal.kind !== 'representative') return undefined;
  const homes = principal.mandates.map(({ subject }) => subject);
  if (homes.includes(row.home)) return undefined;
  for (const home of homes) {
    const stream = casePartyStream(row.caseId);
    const [seat] = seatsIn(home, await parts.journal.entriesOf(home, { stream }));
    if (seat?.of === row.home) return seat;
  }
  return undefined;
}

/** Of whoever holds a notice: in the case it is about, and in those that were opened by it. */
async function seatOfHolder(
  { journal }: Pick<CaseParts, 'journal'>,
  { account, as, name, ...about }: Extract<Principal, { readonly kind: 'notice-holder' }>,
  { caseId, home }: { readonly caseId: string; readonly home: string },
): Promise<SeatInCase | undefined> {
  if (about.home !== home) return undefined;
  const seat = { home, as, name, caseId, of: home };
  if (about.caseId === caseId) return seat;
  const [opened] = await journal.entriesOf(home, { stream: `case/${caseId}` });
  const payload = opened?.payload;
  const isOwn = isCaseAction(payload) && payload.by.kind === 'party';
  return isOwn && payload.by.account === account ? seat : undefined;
}
