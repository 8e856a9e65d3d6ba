import { civilDate } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';
import type { Edit } from '@credence/rulebook';

import { decide, termsOf } from './decide.ts';
import { knownConducts } from './known-conducts.ts';
import { LabFileError } from './lab-fault.ts';
import { asKept } from './law-days.ts';
import { mapConducts } from './map-conducts.ts';
import { openLaw, patchLaw, type OpenedLaw } from './open-law.ts';
import { completePractice } from './practice.ts';
import { readPreset, type Preset, type PresetSource } from './read-preset.ts';
import { regimeGrades, type UnknownName } from './regime-grades.ts';
import { regimeMeasures } from './regime-measures.ts';
import type { KnownConducts, RegimeLaw } from './regime-law.ts';
import type { Regime, RegimeMeasure } from './regime.ts';

/** What a regime is opened with. */
export interface OpenOptions {
  /** Months that will be run. */
  readonly months: number;
  /** A draft in place of the preset's own edition; mapping and practice stay the preset's. */
  readonly edition?: OpenedLaw;
  /** Edits of a sweep over the preset's edition, after its own. */
  readonly patch?: readonly Edit[];
  /** Where presets are read from; those shipped unless said. */
  readonly presets?: PresetSource;
  /** What the society can do; the shipped list unless said. */
  readonly conducts?: KnownConducts;
}

/**
 * Opens a regime: reads its preset strictly, opens its edition with what the guards hold against it,
 * and asks the functions of the live register about everything the society can bring forth.
 *
 * @throws LabFileError with every fault of the preset or the edition
 */
export async function openRegime(id: string, options: OpenOptions): Promise<Regime> {
  const conducts = options.conducts ?? (await knownConducts());
  const preset = await readPreset(id, conducts, options.presets);
  const opened = options.edition ?? (await lawOf(preset, options.patch));
  const edition = opened === undefined ? undefined : asKept(opened.edition);
  const measures = regimeMeasures(edition, preset);
  const mapping = mapConducts(preset, edition, conducts);
  const grades = regimeGrades(opened, preset, measures);
  refuseUnknown(preset, [
    ...mapping.unknown,
    ...grades.unknown,
    ...unknownOf(preset, measures, opened),
  ]);
  const law: RegimeLaw = {
    starts: civilDate(preset.starts),
    rows: mapping.rows,
    rowOfForm: mapping.rowOfForm,
    amounts: conducts.amounts,
    graded: preset.subjects,
    ...(edition === undefined ? {} : { edition }),
    ...(grades.grading === undefined ? {} : { grading: grades.grading }),
  };
  const only = await listsOf(preset, options);
  const asked = only === undefined ? preset : { ...preset, lists: only };
  const { lists, table } = decide(law, asked, { months: options.months, conducts });
  return {
    id,
    title: preset.title,
    says: preset.says,
    subjects: preset.subjects,
    confidence: preset.confidence,
    hash: hashOf(preset, opened),
    ...(opened === undefined
      ? {}
      : {
          edition: {
            code: opened.edition.code,
            realm: opened.edition.realm,
            hash: opened.edition.hash,
          },
        }),
    findings: opened?.findings ?? [],
    practice: completePractice(preset.practice ?? {}),
    lists: lists.map((list) => termsOf(list, { law, preset, measures })),
    measures,
    ...(grades.grades === undefined ? {} : { grades: grades.grades }),
    table,
    law,
  };
}

/**
 * The lists that are tried. A preset names those of its own edition that its society can reach; what a
 * draft puts beside them is tried as well.
 */
async function listsOf(
  preset: Preset,
  { edition: draft, patch }: OpenOptions,
): Promise<Preset['lists']> {
  if (draft === undefined || preset.lists === undefined) return preset.lists;
  const own = await lawOf(preset, patch);
  const added = [...draft.edition.lists.keys()].filter((id) => own?.edition.lists.has(id) !== true);
  return [...preset.lists, ...added];
}

/** The edition of a preset, with the edits of a reform where it has any. */
async function lawOf(
  { preset, edition, patch = [] }: Preset,
  further: readonly Edit[] = [],
): Promise<OpenedLaw | undefined> {
  if (edition === 'none') return undefined;
  const opened = await openLaw(edition);
  const edits = [...patch.map(editOf), ...further];
  return edits.length === 0 ? opened : patchLaw(opened, edits, `${preset}.yaml`);
}

function editOf(edit: NonNullable<Preset['patch']>[number]): Edit {
  if ('set' in edit) return { kind: 'set', place: edit.set, to: edit.to };
  if ('remove' in edit) return { kind: 'remove', place: edit.remove };
  if ('add' in edit) return { kind: 'add', card: edit.add, data: edit.card };
  return { kind: 'withdraw', card: edit.withdraw };
}

/** Names in what practice adds to lists. */
function unknownOf(
  preset: Preset,
  measures: readonly RegimeMeasure[],
  law: OpenedLaw | undefined,
): UnknownName[] {
  const lists = [...(law?.edition.lists.keys() ?? [])];
  const ids = measures.map(({ id }) => id);
  const named = Object.entries(preset['list-measures'] ?? {});
  const weighed = (preset.weighs ?? []).map(({ list }) => list);
  return [
    ...[...named.map(([list]) => list), ...weighed, ...(preset.lists ?? [])]
      .filter((list) => !lists.includes(list))
      .map((found) => ({ at: ['lists'], found, accepted: lists })),
    ...named
      .flatMap(([, given]) => given)
      .filter((id) => !ids.includes(id))
      .map((found) => ({ at: ['list-measures'], found, accepted: ids })),
  ];
}

function refuseUnknown(preset: Preset, unknown: readonly UnknownName[]): void {
  if (unknown.length === 0) return;
  throw new LabFileError(
    unknown.map(({ at, found, accepted }) => ({
      ...preset.placeOf(at),
      says: {
        zh: `${at.join('.')}：规则版本中没有这个名称。`,
        en: `${at.join('.')}: the edition has no such name.`,
      },
      found,
      accepted: accepted.join(', '),
    })),
  );
}

/** Of the preset with all it takes over, and of the edition: changes with every comma of either. */
function hashOf(preset: Preset, opened: OpenedLaw | undefined): string {
  const said = JSON.parse(JSON.stringify(preset)) as Parameters<typeof canonicalJson>[0];
  return sha256Hex(canonicalJson({ preset: said, edition: opened?.edition.hash ?? 'none' }));
}
