import { createCellRandom, type CellColumn, type CellRandom } from '@credence/domain';

import { createColumnStore, type ColumnPlan, type ColumnStore } from './column-store.ts';
import { byteLengthOf, typeOf, widthOf, type ColumnView } from './column.ts';
import { LabError } from './define-model.ts';
import type { Model } from './model.ts';

/** What a run is asked for; together with the model it determines every byte of the result. */
export interface RunPlan {
  readonly agents: number;
  readonly months: number;
  readonly seed: number | string;
  readonly replicate: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly kernel: 'monthly' | 'events';
  /** Fields that the run was given filled, and programs it may call: by name, with what is in them. */
  readonly given?: Readonly<Record<string, { readonly hash: string; readonly length?: number }>>;
}

/** The memory of a run, which all its threads share. */
export interface SharedMemory {
  readonly columns: SharedArrayBuffer;
  readonly fields: SharedArrayBuffer;
  /** What each stretch of agents adds to each observer, to be added up in the order of agents. */
  readonly partials: SharedArrayBuffer;
}

/** A model with its memory and its luck, as one thread holds them. */
export interface Society {
  readonly model: Model;
  readonly plan: RunPlan;
  readonly columns: ColumnStore;
  readonly fields: ColumnStore;
  readonly partials: Float64Array;
  readonly observers: readonly string[];
  readonly slices: number;
  readonly random: CellRandom;
  readonly columnOf: (month: number, draw: string) => CellColumn;
}

/** Agents are handed out by so many, whatever the number of threads: sums depend on it. */
export const SLICE = 4096;
/** Stretches whose sums the event kernel keeps at a time. */
export const BATCH = 16;

/** @throws LabError when the plan does not fit the model */
export function createSociety(model: Model, plan: RunPlan, given?: SharedMemory): Society {
  checkPlan(model, plan);
  const slices = Math.ceil(plan.agents / SLICE);
  const observers = Object.keys(model.observers);
  const places = plan.kernel === 'monthly' ? slices : Math.max(slices, BATCH * (plan.months + 1));
  const bytes = Math.max(1, places * observers.length) * Float64Array.BYTES_PER_ELEMENT;
  const random = createCellRandom(plan.seed, 'lab', plan.replicate);
  return {
    ...{ model, plan, observers, slices, random },
    columns: createColumnStore(columnPlan(model, plan), given?.columns),
    fields: createColumnStore(fieldPlan(model, plan), given?.fields),
    partials: new Float64Array(given?.partials ?? new SharedArrayBuffer(bytes)),
    columnOf: (month, draw) => random.column(month, model.draws[draw] ?? 0),
  };
}

/** The memory of a society, for another thread. */
export function memoryOf({ columns, fields, partials }: Society): SharedMemory {
  return {
    columns: columns.buffer,
    fields: fields.buffer,
    partials: partials.buffer as SharedArrayBuffer,
  };
}

export function bytesOf({ columns, fields, partials }: Society): number {
  return columns.buffer.byteLength + fields.buffer.byteLength + partials.byteLength;
}

/**
 * Fills fields with what the run was given.
 *
 * @throws LabError when the model has no such field, or the values are of another type
 */
export function fillGiven(
  society: Society,
  given: Readonly<Record<string, ArrayBufferView>>,
): void {
  for (const [name, values] of Object.entries(given)) {
    const type = society.model.fields?.[name];
    const planned = society.fields.plan.find((field) => field.name === name);
    const view = society.fields.views.get(name);
    const fits =
      type !== undefined &&
      planned !== undefined &&
      values.byteLength === byteLengthOf(planned.type, planned.length);
    if (!fits || !ArrayBuffer.isView(view)) {
      const known = Object.keys(society.model.fields ?? {}).join(', ') || 'none';
      throw new LabError(
        `Run of "${society.model.name}": it was given ${values.byteLength} bytes for the field "${name}", which are not values of its type (${planned?.type ?? 'no such field'}); its fields are ${known}.`,
      );
    }
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    new Uint8Array(view.buffer, view.byteOffset, view.byteLength).set(bytes);
  }
}

/** Columns and fields by name. */
export function namedViews({ views }: ColumnStore): Readonly<Record<string, ColumnView>> {
  return Object.fromEntries(views);
}

function columnPlan(model: Model, { agents }: RunPlan): ColumnPlan[] {
  return Object.entries(model.columns).map(([name, column]) => {
    const width = widthOf(column);
    return { name, type: typeOf(column), length: agents * width, width };
  });
}

function fieldPlan(model: Model, { agents, parameters, given }: RunPlan): ColumnPlan[] {
  const lengths: Readonly<Record<string, number>> = model.fieldLengths?.(parameters, agents) ?? {};
  return Object.entries(model.fields ?? {}).map(([name, field]) => {
    const type = typeOf(field);
    const length = given?.[name]?.length ?? lengths[name];
    if (length !== undefined && Number.isInteger(length) && length >= 1) {
      return { name, type, length };
    }
    throw new LabError(
      `Model "${model.name}": field "${name}" has the length ${length ?? 'none'}; "fieldLengths" gives each a whole number from 1, or the run is given it filled.`,
    );
  });
}

function checkPlan(model: Model, plan: RunPlan): void {
  const refuse = (what: string): never => {
    throw new LabError(`Run of "${model.name}": ${what}`);
  };
  const { agents, months, kernel } = plan;
  if (!Number.isInteger(agents) || agents < 1 || agents > 2 ** 31) {
    refuse(`${agents} agents; give a whole number from 1 to 2147483648.`);
  }
  if (!Number.isInteger(months) || months < 1 || months > 1_000_000) {
    refuse(`${months} months; give a whole number from 1 to 1000000.`);
  }
  for (const [name, value] of Object.entries(plan.parameters)) {
    if (!(name in model.parameters)) {
      const known = Object.keys(model.parameters).join(', ') || 'none';
      refuse(`there is no parameter "${name}"; it has ${known}.`);
    }
    if (!Number.isFinite(value)) refuse(`parameter "${name}" is ${value}, not a finite number.`);
  }
  if (kernel === 'events' && model.events === undefined) {
    refuse('it declares no gap process; run it with the monthly kernel.');
  }
}
