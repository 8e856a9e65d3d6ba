import type { CardKind, CardOf } from '../card/card-kinds.ts';
import type { Category } from '../card/guard-words.ts';
import type { Path } from '../load/place.ts';
import type { GuardView } from './view.ts';

/** A column of a file that a condition of a rule reads, and where. */
export interface ColumnRead {
  readonly kind: CardKind;
  readonly id: string;
  readonly path: Path;
  readonly field: string;
  readonly category: Category;
}

/**
 * Columns of a declared kind that decide the class of a record or whether it can list its subject. A
 * lawful item may carry an unlawful column: what counts is what a rule reads.
 */
export function columnsRead(view: GuardView): readonly ColumnRead[] {
  const ofItems = [...view.cards.item].flatMap(([id, item]) =>
    (item.severity?.rows ?? []).flatMap(({ when }, index) =>
      columnsIn(view, item, when).map((column) => ({
        kind: 'item' as const,
        id,
        path: ['severity', 'rows', index, 'when'],
        ...column,
      })),
    ),
  );
  const ofLists = [...view.cards.list].flatMap(([id, { trigger }]) =>
    columnsIn(view, view.cards.item.get(trigger.item), trigger.when ?? '').map((column) => ({
      kind: 'list' as const,
      id,
      path: ['trigger', 'when'],
      ...column,
    })),
  );
  return [...ofItems, ...ofLists, ...readBySectors(view)];
}

/** The column of the registration by which a profile says whom its sector concerns. */
function readBySectors({ cards }: GuardView): readonly ColumnRead[] {
  const standing = [...cards.item.values()].filter(({ term }) => term === 'standing');
  const columns = standing.flatMap(({ fields }) => cards.schema.get(fields)?.columns ?? []);
  return [...cards.sector].flatMap(([id, { subjects }]) =>
    columns.flatMap(({ field, category }): readonly ColumnRead[] =>
      subjects === 'others' || category === undefined || field !== subjects.fact
        ? []
        : [{ kind: 'sector', id, path: ['subjects', 'fact'], field, category }],
    ),
  );
}

/** Columns that a condition names, whether or not the condition is sound. */
function columnsIn(
  view: GuardView,
  item: CardOf<'item'> | undefined,
  condition: string,
): readonly Pick<ColumnRead, 'field' | 'category'>[] {
  const columns = view.cards.schema.get(item?.fields ?? '')?.columns ?? [];
  return columns.flatMap(({ field, category }) =>
    category !== undefined && new RegExp(`\\br\\.${field}\\b`).test(condition)
      ? [{ field, category }]
      : [],
  );
}
