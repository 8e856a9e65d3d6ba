import { dayNumber } from '@credence/domain';

import type { ProjectionTable } from './projection-tables.ts';

/** How the cases of a home lie in `case_file`. */
export const caseTable: ProjectionTable = {
  table: 'case_file',
  columns: [
    ['home', 'uuid'],
    ['case_id', 'text'],
    ['kind', 'text'],
    ['state', 'text'],
    ['agency', 'text[]'],
    ['opened_on', 'integer'],
    ['is_over', 'boolean'],
    ['effect_card', 'text'],
    ['effect_from', 'integer'],
    ['effect_until', 'integer'],
    ['person_keys', 'text[]'],
  ],
  keyColumns: 2,
  rowsOf: (_, { cases = [] }) =>
    cases.map(({ home, caseId, kind, state, agency, openedOn, over, effect, personKeys }) => ({
      home,
      case_id: caseId,
      kind,
      state,
      agency: [...agency],
      opened_on: dayNumber(openedOn),
      is_over: over,
      effect_card: effect?.card ?? null,
      effect_from: effect === undefined ? null : dayNumber(effect.from),
      effect_until: effect?.until === undefined ? null : dayNumber(effect.until),
      person_keys: personKeys === undefined ? null : [...personKeys],
    })),
};
