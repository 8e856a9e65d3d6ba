import type { Command, NewEntry, Receipt } from '@credence/casework';
import { dayNumber, instant, type Instant } from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type { Session } from '../connection/connection.ts';
import { StoreError } from '../store-error.ts';

/** The home of what belongs to no home. */
export const nilHome = '00000000-0000-0000-0000-000000000000';

/** A new entry with its place in its stream; the head gives it its place in the journal. */
export interface PlacedEntry extends NewEntry {
  readonly seq: number;
  readonly idempotencyKey?: string | undefined;
}

/**
 * Advances the journal by $1 entries at moment $2. Always part of the last statement before commit:
 * whoever holds the head's row lock is about to end, so positions are handed out in the order of
 * commits and a reader who sees a position has seen all earlier ones. The head itself is the owner's;
 * this step is all that the application can do to it.
 */
export const advanceHead = 'select base, recorded_at from advance_journal($1::bigint, $2::bigint)';

/** Payloads lie apart from their entries and carry no position, so they are written earlier. */
export async function insertPayloads(
  session: Session,
  entries: readonly NewEntry[],
): Promise<void> {
  for (const entry of entries) refuseUncommitted(entry);
  await session.query(
    `insert into journal_payload (home, entry_id, payload, salt, erase_on)
      select home, entry_id, payload::json, salt, erase_on from json_to_recordset($1::json)
        as r(home uuid, entry_id uuid, payload text, salt text, erase_on integer)`,
    [
      JSON.stringify(
        entries.map((entry) => ({
          home: entry.home,
          entry_id: entry.id,
          // As text inside the text: a recordset would refuse an escaped NUL that JSON may hold.
          payload: JSON.stringify(entry.payload),
          salt: entry.salt,
          erase_on: entry.eraseOn === undefined ? null : dayNumber(entry.eraseOn),
        })),
      ),
    ],
  );
}

/** The last statement of a command: the entries take their places in the journal. */
export async function appendEntries(
  session: Session,
  command: Command,
  append: { readonly entries: readonly PlacedEntry[]; readonly now: Instant },
): Promise<Receipt> {
  const [head] = await session.query<{ position: number; recorded_at: number }>(
    `with head as (${advanceHead}), appended as (
      insert into journal_entry (home, stream, seq, position, recorded_at, id, kind,
        actor_official, actor_agency, actor_role, purpose, basis, supersedes, commitment,
        idempotency_key)
      select r.home, r.stream, r.seq, head.base + r.ordinal, head.recorded_at, r.id, r.kind,
        $4, $5, $6, $7, $8::text[], r.supersedes, r.commitment, r.idempotency_key
      from head, json_to_recordset($3::json) as r(home uuid, stream text, seq integer,
        ordinal integer, id uuid, kind text, supersedes uuid, commitment text,
        idempotency_key text)
    ) select base + $1 as position, recorded_at from head`,
    [
      append.entries.length,
      append.now,
      JSON.stringify(append.entries.map(toRow)),
      command.actor.official,
      command.actor.agency,
      command.actor.role,
      command.purpose,
      command.basis,
    ],
  );
  if (head === undefined) {
    throw new StoreError('store-unavailable', 'The journal has no head; the schema is incomplete.');
  }
  return { position: head.position, recordedAt: instant(head.recorded_at), replayed: false };
}

function toRow(entry: PlacedEntry, index: number): object {
  return {
    home: entry.home,
    stream: entry.stream,
    seq: entry.seq,
    ordinal: index + 1,
    id: entry.id,
    kind: entry.kind,
    supersedes: entry.supersedes ?? null,
    commitment: entry.commitment,
    idempotency_key: entry.idempotencyKey ?? null,
  };
}

/** The other half of the pair: casework commits to a payload, the store stores no other. */
function refuseUncommitted(entry: NewEntry): void {
  if (commitmentOf(entry.salt, entry.payload) === entry.commitment) return;
  throw new StoreError(
    'entry-refused',
    `The commitment of entry ${entry.id} (${entry.kind}) is not that of its payload and salt.`,
  );
}
