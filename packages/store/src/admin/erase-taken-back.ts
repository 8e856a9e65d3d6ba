import { dayNumber, type CivilDate } from '@credence/domain';

import type { Connection, Session } from '../connection/connection.ts';
import type { StoreParts } from '../journal/record.ts';
import { lockHomes } from '../projection/replace-home-rows.ts';
import { appendErasures, type Erasable } from './erase.ts';

interface TakenBack extends Erasable {
  readonly erase_on: number;
}

/**
 * Removes each consent to electronic service that was taken back, with its mail address and before
 * its own day. Nothing else can go this way: what is asked for is a consent with a later word against
 * it in its own stream. Returns how many payloads went.
 *
 * Legal source: arts. 15 and 47 of the Personal Information Protection Law.
 */
export async function eraseTakenBack(
  connection: Connection,
  parts: StoreParts,
  today: CivilDate,
): Promise<number> {
  const found = await connection.transaction({ homes: 'all', as: 'eraser' }, findTakenBack);
  if (found.length === 0) return 0;
  // The second barrier lets the eraser no further than a day; here it is that of what was found.
  const eraseUntil = Math.max(dayNumber(today), ...found.map((each) => each.erase_on));
  const count = await connection.transaction(
    { homes: 'all', as: 'eraser', eraseUntil },
    async (session) => {
      await parts.gate?.pass(session);
      await lockHomes(session, [...new Set(found.map(({ home }) => home))].sort());
      // Somebody else may have erased them meanwhile.
      const erasable = await findTakenBack(session);
      await session.query(
        `delete from journal_payload
          where (home, entry_id) in (select * from unnest($1::uuid[], $2::uuid[]))`,
        [erasable.map(({ home }) => home), erasable.map(({ id }) => id)],
      );
      const because = 'consent-taken-back';
      await appendErasures(session, parts, { erasable, today, projections: 'replaced', because });
      return erasable.length;
    },
  );
  if (count > 0) await connection.tidyUp();
  return count;
}

function findTakenBack(session: Session): Promise<readonly TakenBack[]> {
  return session.query<TakenBack>(
    `select e.home, e.id, e.stream, e.kind, coalesce(p.erase_on, 0) as erase_on
      from journal_entry e join journal_payload p on p.home = e.home and p.entry_id = e.id
      where e.kind = 'service-consent@1' and p.payload->>'kind' = 'given' and exists (
        select 1 from journal_entry r join journal_payload q on q.home = r.home and q.entry_id = r.id
          where r.home = e.home and r.kind = 'service-consent@1' and r.stream = e.stream
            and r.seq > e.seq and q.payload->>'kind' = 'revoked')
      order by e.position`,
  );
}
