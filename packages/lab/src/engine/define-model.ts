import { columnTypes, typeOf, widthOf } from './column.ts';
import type { ColumnTypes, Model, NoFields, Observers, Parameters, Purposes } from './model.ts';

/** What is wrong with a declaration or with what a run was asked for. */
export class LabError extends Error {
  /** The same for readers of either language; English where nobody wrote the Chinese. */
  readonly said: { readonly en: string; readonly zh: string };

  constructor(message: string, zh: string = message) {
    super(message);
    this.name = 'LabError';
    this.said = { en: message, zh };
  }
}

/**
 * Declares a model: its parameters, the columns of its agents, the purposes of its draws, what is
 * observed, and the processes of a month in their order.
 *
 * @throws LabError when a name is used twice, a draw is not declared, or there is nothing to do
 */
export function defineModel<
  const C extends ColumnTypes,
  P extends Parameters,
  const D extends Purposes,
  const O extends Observers,
  const F extends ColumnTypes = NoFields,
>(
  model: Model<{ columns: C; parameters: P; fields: F; draws: D; observers: O }>,
): Model<{ columns: C; parameters: P; fields: F; draws: D; observers: O }> {
  checkModel(model as unknown as Model);
  return model;
}

function checkModel(model: Model): void {
  const refuse = (what: string): never => {
    throw new LabError(`Model "${model.name}": ${what}`);
  };
  if (model.processes.length === 0) refuse('it has no process; give it at least one.');
  for (const [name, column] of Object.entries({ ...model.columns, ...model.fields })) {
    const [type, width] = [typeOf(column), widthOf(column)];
    if (!columnTypes.includes(type)) {
      refuse(`"${name}" is of type "${type}"; a type is one of ${columnTypes.join(', ')}.`);
    }
    if (!Number.isInteger(width) || width < 1 || (width > 1 && type === 'bit')) {
      refuse(
        `"${name}" has a width of ${width} of "${type}"; give a whole number from 1, and no bits.`,
      );
    }
    if (name in model.columns && name in (model.fields ?? {})) {
      refuse(`"${name}" is both a column and a field; rename one.`);
    }
  }
  for (const [name, value] of Object.entries(model.parameters)) {
    if (!Number.isFinite(value)) refuse(`parameter "${name}" is ${value}, not a finite number.`);
  }
  const isJoint = model.processes.some(({ over, when }) => over === 'everyone' && when === 'month');
  if (model.events !== undefined && isJoint) {
    refuse('agents who meet each month cannot be taken from event to event one by one.');
  }
  checkPurposes(model, refuse);
}

function checkPurposes(model: Model, refuse: (what: string) => never): void {
  const owners = new Map<number, string>();
  for (const [name, purpose] of Object.entries(model.draws)) {
    if (!Number.isInteger(purpose) || purpose < 0 || purpose > 65_535) {
      refuse(`draw "${name}" has the number ${purpose}; give a whole number from 0 to 65535.`);
    }
    const owner = owners.get(purpose);
    if (owner !== undefined) {
      refuse(`draws "${owner}" and "${name}" share the number ${purpose} and would be equal.`);
    }
    owners.set(purpose, name);
  }
  const asked = model.processes.flatMap((process) =>
    process.over === 'agents' ? (process.draws ?? []) : [],
  );
  const events = model.events === undefined ? [] : [model.events.gap, ...model.events.draws];
  for (const name of [...asked, ...events]) {
    if (!(name in model.draws)) {
      refuse(`a process asks for the draw "${name}", which is not declared.`);
    }
  }
}
