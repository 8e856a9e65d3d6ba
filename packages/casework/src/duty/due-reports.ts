import type { CivilDate, Localised } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { Entry } from '../port/journal.ts';
import { debtorOf } from './dues-of.ts';
import { dutyKey } from './fold-duties.ts';

/** A filing that still waits, as the inbox of the organisation tells it. */
export interface DueReport {
  readonly duty: string;
  readonly key: string;
  readonly title: Localised;
  readonly state: 'open' | 'overdue';
  readonly lastDay: CivilDate;
  /** Number of the paper by which its authority asked for it. */
  readonly demanded?: string;
}

/** What a home still has to file here, by its last day; what is filed elsewhere is not counted. */
export function dueReports(
  home: string,
  entries: readonly Entry[],
  on: { readonly edition: Edition; readonly today: CivilDate },
): readonly DueReport[] {
  const debtor = debtorOf(home, entries, on);
  if (debtor === undefined) return [];
  const demands = new Map(
    debtor.state.demands.map(({ demand }) => [dutyKey(demand), demand.number]),
  );
  const due = debtor.duties
    .filter(({ card }) => card.collected === 'here')
    .flatMap(({ card: { duty, title }, dues }) =>
      dues.flatMap(({ filing: key, state, lastDay }): DueReport[] => {
        if (state !== 'open' && state !== 'overdue') return [];
        const demanded = demands.get(dutyKey({ duty, key }));
        const known = { duty, key, title, state, lastDay };
        return [{ ...known, ...(demanded === undefined ? {} : { demanded }) }];
      }),
    );
  return due.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
}
