import type { CivilDate, StatedChange } from '@credence/domain';
import { sha256Hex } from '@credence/proof';

import { lifeStream, type LifeEventPayload } from '../entry/life-payload.ts';
import type { Actor, Journal } from '../port/journal.ts';
import type { ExplainedRow } from './changes-in-file.ts';
import { eventEntries } from './life-entries.ts';

export interface FileOfChanges {
  readonly actor: Actor;
  /** Code of the registering authority, whose statement the file is. */
  readonly source: string;
  readonly batchId: string;
  readonly today: CivilDate;
}

/**
 * Writes the changes of a file down, organisation by organisation, before the rest of the file is
 * recorded: after a crash in between the file is read again, and what stands is known. One change
 * is written once, whichever files state it and however often.
 */
export async function enterFileChanges(
  parts: {
    readonly journal: Pick<Journal, 'record'>;
    readonly uuid: () => string;
    readonly salt: () => string;
  },
  file: FileOfChanges,
  rows: readonly ExplainedRow[],
): Promise<void> {
  for (const row of rows) {
    if (row.kind !== 'changes') continue;
    const { home, changes } = row;
    const events = changes.map((change) => eventOf(parts, file, { row: row.row, change }));
    await parts.journal.record(
      { actor: file.actor, purpose: 'intake', basis: [], idempotencyKey: keyOf(changes) },
      events.flatMap((event) => eventEntries(parts, home, event)),
      { expect: events.map(({ eventId }) => ({ home, stream: lifeStream(eventId), seq: 0 })) },
    );
  }
}

function eventOf(
  { uuid }: { readonly uuid: () => string },
  { actor: { official, role }, source, batchId, today }: FileOfChanges,
  { row, change }: { readonly row: number; readonly change: StatedChange },
): LifeEventPayload {
  return {
    ...change,
    ...{ eventId: uuid(), on: today, parties: [] },
    by: { official, agency: source, role },
    from: { batchId, row },
  };
}

/** The keys of a home are its own, so that it need not be in them. */
function keyOf(changes: readonly StatedChange[]): string {
  const said = changes.map(({ event, effectiveOn, after = '' }) => [event, effectiveOn, after]);
  return `life:${sha256Hex(JSON.stringify(said))}`;
}
