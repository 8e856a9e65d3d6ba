import type { Instant } from '@credence/domain';

import type { Session } from '../connection/connection.ts';

interface LookedThrough {
  /** The head when it was looked through last. */
  readonly to: number;
  readonly items: ReadonlySet<string>;
}

/** Moments that are remembered: cuts of files, of which a shelf holds a few. */
const momentsKept = 50;

/**
 * Items of which a record was ended or replaced by a decision after a moment. What was looked through
 * once is not looked through again: what has ended stays ended, and the journal only grows, so that
 * each question costs what was recorded since the one before it, and not since the cut of a file.
 */
export function createEndedItems(): (
  session: Session,
  moment: Instant,
) => Promise<ReadonlySet<string>> {
  const known = new Map<Instant, LookedThrough>();
  return async (session, moment) => {
    const before = known.get(moment);
    const [head] = await session.query<{ recorded_at: number }>(
      'select recorded_at from journal_head',
    );
    const to = head?.recorded_at ?? moment;
    // Entries of one moment may follow each other: the last one is looked at again.
    const found = await findEnded(session, { after: moment, from: before?.to ?? moment });
    const items = new Set([...(before?.items ?? []), ...found]);
    known.delete(moment);
    known.set(moment, { to, items });
    const [oldest] = known.keys();
    if (known.size > momentsKept && oldest !== undefined) known.delete(oldest);
    return items;
  };
}

async function findEnded(
  session: Session,
  { after, from }: { readonly after: number; readonly from: number },
): Promise<readonly string[]> {
  const rows = await session.query<{ item: string }>(
    `select distinct k.item from journal_entry e
      join record_key k on k.home = e.home and k.record_id = e.stream
      where e.recorded_at > $1::bigint and e.recorded_at >= $2::bigint
        and (e.kind like 'record-ended@%' or e.supersedes is not null)`,
    [after, from],
  );
  return rows.map(({ item }) => item);
}
