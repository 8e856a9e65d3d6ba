import { LabError } from './define-model.ts';
import type { Model, ModelAddress } from './model.ts';

/**
 * The model that a module exports under a name.
 *
 * @throws LabError when there is none
 */
export async function loadModel({ module, name }: ModelAddress): Promise<Model> {
  const exports = (await import(module)) as Readonly<Record<string, unknown>>;
  const found = exports[name];
  if (typeof found === 'object' && found !== null && 'processes' in found) return found as Model;
  const known = Object.keys(exports).join(', ') || 'nothing';
  throw new LabError(`${module} exports no model "${name}"; it exports ${known}.`);
}
