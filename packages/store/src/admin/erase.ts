import type { Command, NewEntry } from '@credence/casework';
import { dayNumber, type CivilDate } from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import type { Connection, Session } from '../connection/connection.ts';
import { appendEntries, insertPayloads, type PlacedEntry } from '../journal/append-entries.ts';
import { projectHomes, readLengths, type StoreParts } from '../journal/record.ts';
import { erasePapers } from '../journal/papers.ts';
import { lockHomes } from '../projection/replace-home-rows.ts';

const HOMES_PER_TRANSACTION = 100;

/** Stream of a home that tells what was erased in it. */
const erasureStream = 'erasures';
export const erasureKind = 'erasure@1';

const eraserCommand: Command = {
  actor: { official: 'credence_eraser', agency: 'credence', role: 'eraser' },
  purpose: 'retention',
  basis: [],
};

type Because = 'retention-ended' | 'consent-taken-back';

/** A payload that may no longer be held. */
export interface Erasable {
  readonly home: string;
  readonly id: string;
  readonly stream: string;
  readonly kind: string;
}

/**
 * Removes every payload and salt whose day has come, with the files, projections, search keys and
 * outbox messages of its record, and appends what was erased, all in one transaction for some homes at a
 * time. Returns how many payloads went.
 */
export async function eraseDue(
  connection: Connection,
  parts: StoreParts,
  today: CivilDate,
): Promise<number> {
  let erased = 0;
  for (;;) {
    const count = await connection.transaction(
      { homes: 'all', as: 'eraser', eraseUntil: dayNumber(today) },
      (session) => eraseSome(session, parts, today),
    );
    if (count === 0) break;
    erased += count;
  }
  if (erased > 0) await connection.tidyUp();
  return erased;
}

async function eraseSome(session: Session, parts: StoreParts, today: CivilDate): Promise<number> {
  const until = dayNumber(today);
  // A clock that runs ahead would erase what is still owed to a reader, and for good.
  await parts.gate?.pass(session);
  const due = await session.query<{ home: string }>(
    `select distinct home from journal_payload where erase_on <= $1 order by home limit $2`,
    [until, HOMES_PER_TRANSACTION],
  );
  if (due.length === 0) return 0;
  const homes = due.map(({ home }) => home);
  await lockHomes(session, homes);
  const erasable = await session.query<Erasable>(
    `select p.home, p.entry_id as id, e.stream, e.kind from journal_payload p
      join journal_entry e on e.home = p.home and e.id = p.entry_id
      where p.home = any($1::uuid[]) and p.erase_on <= $2 order by e.position`,
    [homes, until],
  );
  await session.query(
    'delete from journal_payload where home = any($1::uuid[]) and erase_on <= $2',
    [homes, until],
  );
  await erasePapers(session, homes);
  // A day on which something ends tells of what is erased; the day's work finds those that are left.
  await session.query('delete from due where home = any($1::uuid[])', [homes]);
  await session.query('delete from class_line where home = any($1::uuid[])', [homes]);
  await session.query(
    `delete from outbox where (home, stream) in (select * from unnest($1::uuid[], $2::text[]))`,
    [erasable.map(({ home }) => home), erasable.map(({ stream }) => stream)],
  );
  await appendErasures(session, parts, { erasable, today, projections: 'replaced' });
  return erasable.length;
}

/** Appends to each home what was erased in it: the last statement of the transaction. */
export async function appendErasures(
  session: Session,
  parts: StoreParts,
  work: {
    readonly erasable: readonly Erasable[];
    readonly today: CivilDate;
    /** A restore builds all projections afterwards. */
    readonly projections: 'replaced' | 'left';
    /** Absent: its day had come. */
    readonly because?: Because;
  },
): Promise<void> {
  const homes = [...new Set(work.erasable.map(({ home }) => home))];
  if (homes.length === 0) return;
  const entries = homes.map((home) => {
    const ofHome = work.erasable.filter((erased) => erased.home === home);
    const because = work.because ?? 'retention-ended';
    return erasureEntry(parts, { home, erased: ofHome, today: work.today, because });
  });
  const lengths = await readLengths(session, entries);
  const placed: readonly PlacedEntry[] = entries.map((entry) => ({
    ...entry,
    seq: (lengths.get(`${entry.home} ${entry.stream}`) ?? 0) + 1,
  }));
  await insertPayloads(session, entries);
  if (work.projections === 'replaced') {
    await projectHomes(session, parts, { homes, placed, command: eraserCommand });
  }
  await appendEntries(session, eraserCommand, { entries: placed, now: parts.clock() });
}

/** Says that something was erased, of which kind and why; never what it was. */
function erasureEntry(
  parts: StoreParts,
  of: {
    readonly home: string;
    readonly erased: readonly Erasable[];
    readonly today: CivilDate;
    readonly because: Because;
  },
): NewEntry {
  const payload = {
    erased: of.erased.map(({ id, stream, kind }) => ({ id, stream, kind })),
    because: of.because,
    on: of.today,
  };
  const salt = parts.salt();
  return {
    id: parts.uuid(),
    home: of.home,
    stream: erasureStream,
    kind: erasureKind,
    payload,
    salt,
    commitment: commitmentOf(salt, payload),
  };
}
