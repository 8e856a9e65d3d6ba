import { typeOf, widthOf, type ColumnType, type WideColumn } from '../engine/column.ts';
import type { ColumnTypes, Model } from '../engine/model.ts';

/** What a model declares of itself: the part of its description that cannot grow old. */
export interface ModelDescription {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly fields: readonly { readonly name: string; readonly type: string }[];
  /** In the order in which they run. */
  readonly processes: readonly {
    readonly name: string;
    readonly when: 'start' | 'month';
    readonly over: 'agents' | 'everyone';
    readonly draws: readonly string[];
  }[];
  /** Each with its number. */
  readonly draws: Readonly<Record<string, number>>;
  readonly observers: Readonly<Record<string, 'count' | 'sum'>>;
}

/** Reads a model's own declaration. */
export function describeModel(
  model: Pick<
    Model,
    'name' | 'parameters' | 'columns' | 'fields' | 'processes' | 'draws' | 'observers'
  >,
): ModelDescription {
  const listed = (types: ColumnTypes) =>
    Object.entries(types).map(([name, type]) => ({ name, type: typeText(type) }));
  return {
    ...{ name: model.name, parameters: model.parameters },
    ...{ draws: model.draws, observers: model.observers },
    columns: listed(model.columns),
    fields: listed(model.fields ?? {}),
    processes: model.processes.map((process) => ({
      ...{ name: process.name, when: process.when, over: process.over },
      draws: process.over === 'agents' ? (process.draws ?? []).map(String) : [],
    })),
  };
}

/** `u8`, or with the width of each agent's row: `u16 × 8`. */
function typeText(type: ColumnType | WideColumn): string {
  const width = widthOf(type);
  return width === 1 ? typeOf(type) : `${typeOf(type)} × ${width}`;
}
