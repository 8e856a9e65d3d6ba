import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Localised } from '@credence/domain';
import { findNearest } from '@credence/rulebook';

import { LabFileError, type LabFault } from '../../regime/lab-fault.ts';
import { knownConducts } from '../../regime/known-conducts.ts';
import {
  readPreset,
  regimeIds,
  shippedPreset,
  type Preset,
  type PresetSource,
} from '../../regime/read-preset.ts';
import type { LabWork, NamedRegime, RegimeLook } from '../work/job.ts';

/** A regime on the shelf: its text, and what its text says. */
export interface ShelvedRegime {
  readonly id: string;
  readonly text: string;
  readonly preset: Preset;
  /** False for a variant that somebody made here. */
  readonly isShipped: boolean;
}

/** What keeping a text led to. */
export type Kept =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'refused'; readonly faults: readonly LabFault[]; readonly says: Localised }
  | { readonly kind: 'full'; readonly most: number };

/** The shipped regimes, and variants of them that live on this server. */
export interface RegimeShelf {
  list(): readonly ShelvedRegime[];
  find(id: string): ShelvedRegime | undefined;
  /** Ids as a job is told them, with the texts of variants. */
  named(ids: readonly string[]): readonly NamedRegime[];
  look(id: string): Promise<RegimeLook | undefined>;
  /** Checks a text as a regime and keeps it under the id it gives itself. */
  keep(text: string): Promise<Kept>;
  remove(id: string): void;
}

const MOST_VARIANTS = 100;

/** @throws LabFileError when a preset that is shipped cannot be read */
export async function openShelf(folder: string, work: LabWork): Promise<RegimeShelf> {
  const shipped = await readShipped();
  const variants = join(folder, 'variants');
  const shelf = new Map(shipped.map((each) => [each.id, each]));
  for (const each of await readVariants(variants))
    if (!shelf.has(each.id)) shelf.set(each.id, each);
  const looks = new Map<string, RegimeLook>();
  return {
    list: () => [...shelf.values()],
    find: (id) => shelf.get(id),
    named: (ids) =>
      ids.flatMap((id) => {
        const found = shelf.get(id);
        return found === undefined ? [] : [asNamed(found)];
      }),
    look: async (id) => {
      const found = shelf.get(id);
      if (found === undefined) return undefined;
      const known = looks.get(found.text);
      if (known !== undefined) return known;
      const answer = await work.perform({ kind: 'look', regime: asNamed(found) });
      if (answer.kind === 'refused') throw new LabFileError(answer.faults);
      if (answer.kind !== 'look') return undefined;
      looks.set(found.text, answer.look);
      return answer.look;
    },
    keep: async (text) => {
      const id = idIn(text);
      const ids = shipped.map((each) => each.id);
      const faults = faultsOf(text, id, ids);
      if (faults.length > 0) return { kind: 'refused', faults, says: {} };
      if (!shelf.has(id) && shelf.size >= shipped.length + MOST_VARIANTS) {
        return { kind: 'full', most: MOST_VARIANTS };
      }
      const answer = await work.perform({ kind: 'look', regime: { id, text } });
      if (answer.kind === 'refused') return answer;
      shelf.set(id, await readText(id, text, false));
      writeFileSync(join(variants, `${id}.yaml`), text);
      return { kind: 'kept', id };
    },
    remove: (id) => {
      if (shelf.get(id)?.isShipped !== false) return;
      shelf.delete(id);
      rmSync(join(variants, `${id}.yaml`), { force: true });
    },
  };
}

function asNamed({ id, text, isShipped }: ShelvedRegime): NamedRegime {
  return isShipped ? { id } : { id, text };
}

async function readText(id: string, text: string, isShipped: boolean): Promise<ShelvedRegime> {
  const source: PresetSource = async (asked) => (asked === id ? text : shippedPreset(asked));
  const preset = await readPreset(id, await knownConducts(), source);
  return { id, text, isShipped, preset };
}

async function readShipped(): Promise<readonly ShelvedRegime[]> {
  const ids = await regimeIds();
  return Promise.all(ids.map(async (id) => readText(id, (await shippedPreset(id)) ?? '', true)));
}

/** Variants kept earlier; one that does not fit this version any more is left where it lies. */
async function readVariants(folder: string): Promise<readonly ShelvedRegime[]> {
  mkdirSync(folder, { recursive: true });
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const read = await Promise.allSettled(
    names.map(async (name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return readText(name.slice(0, -'.yaml'.length), text, false);
    }),
  );
  return read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}

const idLine = /^preset:[ \t]*["']?([a-z][a-z0-9]*(?:[._-][a-z0-9]+)*)["']?[ \t]*(?:#.*)?$/m;
const overLine = /^over:[ \t]*["']?([\w.-]+)["']?[ \t]*(?:#.*)?$/m;

/** The id a text gives itself; a strict reading says what is wrong where there is none. */
function idIn(text: string): string {
  return idLine.exec(text)?.[1] ?? 'variant';
}

/** What only this server asks of a text: an id of its own, and nothing but shipped rules below it. */
function faultsOf(text: string, id: string, shipped: readonly string[]): LabFault[] {
  const faults: LabFault[] = [];
  const file = `${id}.yaml`;
  if (shipped.includes(id)) {
    const says = {
      zh: '这是随附制度的编号，请给变体另取一个编号。',
      en: 'This is the id of a shipped regime; give the variant an id of its own.',
    };
    faults.push({ file, ...placeOf(text, idLine), says, found: id });
  }
  const over = overLine.exec(text)?.[1];
  if (over !== undefined && !shipped.includes(over)) {
    const nearest = findNearest(over, shipped);
    const says = {
      zh: `变体只能以随附的制度为基础。${nearest === undefined ? '' : `是否应为 ${nearest}？`}`,
      en: `A variant stands over a shipped regime only.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
    };
    const accepted = shipped.join(', ');
    faults.push({ file, ...placeOf(text, overLine), says, found: over, accepted });
  }
  return faults;
}

function placeOf(text: string, line: RegExp): { line: number; column: number } {
  const at = line.exec(text)?.index ?? 0;
  const colon = text.slice(at).search(/:[ \t]*/);
  return { line: text.slice(0, at).split('\n').length, column: colon + 3 };
}
