import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import type { RegimeVariant } from '../experiment/plan.ts';
import { LabError } from '../engine/define-model.ts';
import { openRegime } from './open-regime.ts';
import { regimeIds, shippedPreset, type PresetSource } from './read-preset.ts';
import { tellKnown } from './tell-known.ts';

/** A name that was typed wrong: wrong use, with the nearest right one. */
export class UnknownRegime extends LabError {
  constructor(id: string, known: readonly string[]) {
    super(`There is no preset "${id}". ${tellKnown(id, known)}`);
    this.name = 'UnknownRegime';
  }
}

/**
 * Opens presets by name, or a variant by the path of its file, all with the same practice set; a name
 * given twice gets a number.
 *
 * @throws UnknownRegime before anything is opened
 */
export async function openVariants(
  names: readonly string[],
  months: number,
  practice: Readonly<Record<string, number>> = {},
): Promise<readonly RegimeVariant[]> {
  const known = await regimeIds();
  const asked = names.map((name) => askedOf(name, known));
  refuseNamesakes(asked);
  const texts = new Map(asked.map(({ id, text }) => [id, text]));
  const presets: PresetSource = async (id) => texts.get(id) ?? shippedPreset(id);
  const isSet = Object.keys(practice).length > 0;
  const opened = new Map(
    await Promise.all(
      [...texts.keys()].map(async (id) => [id, await openRegime(id, { months, presets })] as const),
    ),
  );
  return asked.flatMap(({ id: preset, text }, at): RegimeVariant[] => {
    const regime = opened.get(preset);
    if (regime === undefined) return [];
    const times = asked.slice(0, at + 1).filter(({ id }) => id === preset).length;
    const id = times === 1 ? preset : `${preset}-${String(times)}`;
    // Only what is shipped can be opened again by its name, on another thread.
    const shipped = text === undefined ? { preset } : {};
    return [{ id, regime, ...shipped, ...(isSet ? { practice } : {}) }];
  });
}

/** Two files of one name, or a file named as a shipped preset beside it, would run as one. */
function refuseNamesakes(asked: readonly { readonly id: string; readonly text?: string }[]): void {
  const strange = asked.find(({ id, text }) =>
    asked.some((other) => other.id === id && other.text !== text),
  );
  if (strange === undefined) return;
  throw new LabError(
    `Two different presets are called "${strange.id}"; give one of the files another name.`,
    `有两个不同的预设都叫“${strange.id}”；请给其中一个文件改名。`,
  );
}

/** A name of a shipped preset, or `FOLDER/ID.yaml` with the text of another. */
function askedOf(name: string, known: readonly string[]): { id: string; text?: string } {
  if (known.includes(name)) return { id: name };
  if (!name.endsWith('.yaml')) throw new UnknownRegime(name, known);
  if (existsSync(name)) return { id: basename(name, '.yaml'), text: readFileSync(name, 'utf8') };
  throw new LabError(
    `There is no file ${name}; give the path of a preset, e.g. cn-2026-a.yaml.`,
    `没有文件 ${name}；请给出预设文件的路径，例如 cn-2026-a.yaml。`,
  );
}
