import { dayNumber } from '@credence/domain';

import type { ProjectionTable } from './projection-tables.ts';

/** How drafts of editions lie in `rule_draft`. */
export const ruleDraftTable: ProjectionTable = {
  table: 'rule_draft',
  columns: [
    ['home', 'uuid'],
    ['hash', 'text'],
    ['code', 'text'],
    ['published_on', 'integer'],
  ],
  keyColumns: 1,
  rowsOf: (_, { ruleDraft }) =>
    ruleDraft === undefined
      ? []
      : [
          {
            home: ruleDraft.home,
            hash: ruleDraft.hash,
            code: ruleDraft.code,
            published_on:
              ruleDraft.publishedOn === undefined ? null : dayNumber(ruleDraft.publishedOn),
          },
        ],
};
