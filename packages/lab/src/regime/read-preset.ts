import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { readStrict } from '@credence/rulebook';

import { checkPreset, placer, presetFaults } from './check-preset.ts';
import { faultOf, LabFileError, type LabFault } from './lab-fault.ts';
import { presetFile, type PresetFile } from './preset-file.ts';
import type { KnownConducts } from './regime-law.ts';

/** A preset with everything it takes over from the one it differs from. */
export type Preset = PresetFile &
  Required<Pick<PresetFile, 'subjects' | 'edition' | 'starts' | 'conducts'>> & {
    /** In which file something stands, and where. */
    readonly placeOf: (path: Path) => Pick<LabFault, 'file' | 'line' | 'column'>;
  };

type Path = readonly (string | number)[];

const folder = fileURLToPath(new URL('../../presets/', import.meta.url));

/** Ids of the presets that are shipped, in the order of the alphabet. */
export async function regimeIds(): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** Reads the text of a preset by its id; another reader lets a test or a page bring its own. */
export type PresetSource = (id: string) => Promise<string | undefined>;

/** The text of a preset as it is shipped. */
export const shippedPreset: PresetSource = async (id) => {
  if (!(await regimeIds()).includes(id)) return undefined;
  return readFile(join(folder, `${id}.yaml`), 'utf8');
};

/**
 * Reads a preset strictly, with what it takes over from another.
 *
 * @throws LabFileError with every fault, its line and column
 */
export async function readPreset(
  id: string,
  conducts: KnownConducts,
  source: PresetSource = shippedPreset,
): Promise<Preset> {
  return readOver(id, conducts, source, []);
}

async function readOver(
  id: string,
  conducts: KnownConducts,
  source: PresetSource,
  below: readonly string[],
): Promise<Preset> {
  const file = `${id}.yaml`;
  const text = await source(id);
  if (text === undefined) throw await unknown(id, file);
  const reading = readStrict(file, text, presetFile);
  if (reading.kind === 'refused') throw new LabFileError(reading.findings.map(faultOf));
  const { value } = reading;
  const place = placer(file, reading);
  const faults = [...checkPreset(id, value, conducts, place)];
  if (value.over !== undefined && [...below, id].includes(value.over)) {
    faults.push(place(['over'], presetFaults.circle, value.over));
  }
  if (faults.length > 0) throw new LabFileError(faults);
  const placeOf = (path: Path): ReturnType<Preset['placeOf']> => ({
    file,
    ...reading.placeOf(path),
  });
  const { over, subjects, edition, starts, conducts: mapping, patch } = value;
  if (over !== undefined) {
    const base = await readOver(over, conducts, source, [...below, id]);
    return {
      ...base,
      ...value,
      conducts: { ...base.conducts, ...mapping },
      practice: { ...base.practice, ...value.practice },
      patch: [...(base.patch ?? []), ...(patch ?? [])],
      measures: [...(base.measures ?? []), ...(value.measures ?? [])],
      'list-measures': { ...base['list-measures'], ...value['list-measures'] },
      placeOf: (path) => (says(value, path.slice(0, 2)) ? placeOf(path) : base.placeOf(path)),
    };
  }
  if (
    subjects !== undefined &&
    edition !== undefined &&
    starts !== undefined &&
    mapping !== undefined
  ) {
    return { ...value, subjects, edition, starts, conducts: mapping, placeOf };
  }
  const needed = { subjects, edition, starts, conducts: mapping };
  throw new LabFileError(
    Object.entries(needed)
      .filter(([, given]) => given === undefined)
      .map(([name]) => place([], presetFaults.missing, name)),
  );
}

/** Whether a preset itself says something under a path, or takes it over. */
function says(value: unknown, [key, ...rest]: Path): boolean {
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  const inner: unknown = Reflect.get(value, key);
  return says(inner, rest);
}

async function unknown(id: string, file: string): Promise<LabFileError> {
  const accepted = (await regimeIds()).join(', ');
  return new LabFileError([
    { file, line: 1, column: 1, says: presetFaults.unknown, found: id, accepted },
  ]);
}
