import type { Localised } from '@credence/domain';
import type { StrictReading } from '@credence/rulebook';

import type { LabFault } from './lab-fault.ts';
import { practices } from './practice.ts';
import type { PresetFile } from './preset-file.ts';
import type { KnownConducts } from './regime-law.ts';

/** What a preset can say wrongly. */
export const presetFaults = {
  unknown: { zh: '没有这个制度预设。', en: 'There is no such preset.' },
  circle: { zh: '预设不能以自身为基础。', en: 'A preset cannot differ from itself.' },
  missing: {
    zh: '缺少一项：不以其他预设为基础的预设，各项都要写明。',
    en: 'This is missing: a preset over no other says everything itself.',
  },
  name: { zh: '文件名须与预设的编号相同。', en: 'The file of a preset bears its id.' },
  conduct: { zh: '没有这种行为。', en: 'The society knows no such conduct.' },
  practice: { zh: '没有这项做法。', en: 'There is no such practice.' },
  bounds: {
    zh: '数值超出这项做法的范围。',
    en: 'The value is outside the bounds of this practice.',
  },
  order: {
    zh: '各行须按起点金额由低到高排列。',
    en: 'Rows stand in the order of the amounts from which they hold.',
  },
} as const satisfies Readonly<Record<string, Localised>>;

/** Makes a fault at a place of the file. */
export type Placer = (
  path: readonly (string | number)[],
  text: Localised,
  found: string,
  accepted?: string,
) => LabFault;

/** Faults with the places of a reading. */
export function placer(
  file: string,
  { placeOf }: Extract<StrictReading<PresetFile>, { kind: 'read' }>,
): Placer {
  return (path, text, found, accepted) => ({
    file,
    ...placeOf(path),
    says: text,
    found,
    ...(accepted === undefined ? {} : { accepted }),
  });
}

/** Everything a preset says that the society and the practices do not know. */
export function checkPreset(
  id: string,
  value: PresetFile,
  conducts: KnownConducts,
  place: Placer,
): readonly LabFault[] {
  return [...nameFaults(id, value, place), ...wordFaults(value, conducts, place)];
}

function nameFaults(id: string, { preset }: PresetFile, place: Placer): LabFault[] {
  return preset === id ? [] : [place(['preset'], presetFaults.name, preset, id)];
}

function wordFaults(value: PresetFile, known: KnownConducts, place: Placer): LabFault[] {
  const ids = known.conducts.map(({ id }) => id);
  const conducts = Object.entries(value.conducts ?? {}).flatMap(([conduct, rows]): LabFault[] => {
    if (!ids.includes(conduct)) {
      return [place(['conducts', conduct], presetFaults.conduct, conduct, ids.join(', '))];
    }
    const least = rows.map((row) => row['at-least'] ?? 0);
    const at = least.findIndex((each, row) => row > 0 && each <= (least[row - 1] ?? 0));
    return at < 0 ? [] : [place(['conducts', conduct, at], presetFaults.order, String(least[at]))];
  });
  const practice = Object.entries(value.practice ?? {}).flatMap(([id, { value: given }]) => {
    const one = practices.find((each) => each.id === id);
    if (one === undefined) {
      const accepted = practices.map((each) => each.id).join(', ');
      return [place(['practice', id], presetFaults.practice, id, accepted)];
    }
    const { least, most } = one;
    const accepted = `${String(least)} – ${String(most)}`;
    const isInside = given >= least && given <= most;
    return isInside ? [] : [place(['practice', id], presetFaults.bounds, String(given), accepted)];
  });
  return [...conducts, ...practice];
}
