import type { CaseRow, Register } from '@credence/casework';
import { dayNumber, fromDayNumber } from '@credence/domain';

import type { Connection, Scope } from '../connection/connection.ts';

const across: Scope = { homes: [] };

const columns =
  'home, case_id, kind, state, agency, opened_on, is_over, effect_card, effect_from, effect_until, ' +
  'person_keys';

interface StoredCase {
  readonly home: string;
  readonly case_id: string;
  readonly kind: CaseRow['kind'];
  readonly state: string;
  readonly agency: readonly string[];
  readonly opened_on: number;
  readonly is_over: boolean;
  readonly effect_card: string | null;
  readonly effect_from: number | null;
  readonly effect_until: number | null;
  readonly person_keys: readonly string[] | null;
}

/** Where cases are found across homes. */
export function createCaseQueries(
  connection: Connection,
): Pick<
  Register,
  | 'openCases'
  | 'closedCases'
  | 'allCases'
  | 'findCase'
  | 'casesNamingPeople'
  | 'countEffects'
  | 'countTasks'
> {
  return {
    ...createCounts(connection),
    openCases: (agency, limit, kind) =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<StoredCase>(
          `select ${columns} from case_file where agency @> array[$1::text] and not is_over
            and ($3::text is null or kind = $3::text)
            order by opened_on, case_id limit $2::integer`,
          [agency, limit, kind ?? null],
        );
        return rows.map(toCase);
      }),
    closedCases: (agency, limit) =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<StoredCase>(
          `select ${columns} from case_file where agency @> array[$1::text] and is_over
            order by opened_on desc, case_id limit $2::integer`,
          [agency, limit],
        );
        return rows.map(toCase);
      }),
    allCases: (limit) =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<StoredCase>(
          `select ${columns} from case_file order by opened_on desc, case_id limit $1::integer`,
          [limit],
        );
        return rows.map(toCase);
      }),
    findCase: (caseId) =>
      connection.transaction(across, async (session) => {
        const [row] = await session.query<StoredCase>(
          `select ${columns} from case_file where case_id = $1 order by home limit 1`,
          [caseId],
        );
        return row === undefined ? undefined : toCase(row);
      }),
    casesNamingPeople: () =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<StoredCase>(
          `select ${columns} from case_file where person_keys is not null order by home, case_id`,
        );
        return rows.map(toCase);
      }),
  };
}

/** What is counted about cases and the messages that came of them. */
function createCounts(connection: Connection): Pick<Register, 'countEffects' | 'countTasks'> {
  return {
    countTasks: (topic, asks) =>
      connection.transaction({ homes: 'all' }, async (session) => {
        const [row] = await session.query<{ tasks: number }>(
          `select count(*)::integer as tasks from outbox
            where topic = $1 and body->>'asks' = $2`,
          [topic, asks],
        );
        return row?.tasks ?? 0;
      }),
    countEffects: (day) =>
      connection.transaction(across, async (session) => {
        const rows = await session.query<{ kind: string; card: string; subjects: number }>(
          `select kind, effect_card as card, count(distinct home)::integer as subjects
            from case_file where effect_from <= $1::integer
              and (effect_until is null or effect_until > $1::integer)
            group by kind, effect_card order by kind, effect_card`,
          [dayNumber(day)],
        );
        return rows.map(({ kind, card, subjects }) => ({
          ...{ card, subjects },
          kind: kind === 'listing' ? ('list' as const) : ('measure' as const),
        }));
      }),
  };
}

function toCase(row: StoredCase): CaseRow {
  const { home, kind, state, agency, effect_card: card, effect_from: from } = row;
  const until = row.effect_until === null ? {} : { until: fromDayNumber(row.effect_until) };
  return {
    ...{ home, kind, state, agency },
    caseId: row.case_id,
    openedOn: fromDayNumber(row.opened_on),
    over: row.is_over,
    ...(row.person_keys === null ? {} : { personKeys: row.person_keys }),
    ...(card === null || from === null
      ? {}
      : { effect: { card, from: fromDayNumber(from), ...until } }),
  };
}
