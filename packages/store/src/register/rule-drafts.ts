import type { RuleDraftRow } from '@credence/casework';
import { fromDayNumber } from '@credence/domain';

import type { Connection } from '../connection/connection.ts';

interface StoredDraft {
  readonly home: string;
  readonly hash: string;
  readonly code: string;
  readonly published_on: number | null;
}

/** Drafts of editions, the latest published first, those not published before them. */
export async function listRuleDrafts(
  connection: Connection,
  limit: number,
): Promise<readonly RuleDraftRow[]> {
  const rows = await connection.transaction({ homes: [] }, (session) =>
    session.query<StoredDraft>(
      `select home, hash, code, published_on from rule_draft
        order by published_on desc nulls first, code, home limit $1::integer`,
      [limit],
    ),
  );
  return rows.map(({ home, hash, code, published_on: day }) => ({
    ...{ home, hash, code },
    ...(day === null ? {} : { publishedOn: fromDayNumber(day) }),
  }));
}
