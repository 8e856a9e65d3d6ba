import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { findNearest, readStrict } from '@credence/rulebook';

import { LabError } from '../engine/define-model.ts';
import { allMeasures } from '../harm/all-measures.ts';
import { faultOf, LabFileError, type LabFault } from '../regime/lab-fault.ts';
import { practices } from '../regime/practice.ts';
import { readStudies } from '../study/all-studies.ts';
import type { Study } from '../study/study.ts';
import { experimentFile, type ExperimentFile } from './experiment-file.ts';

/** @throws LabError when there is no such file, LabFileError when it is not as it should be */
export async function readExperiment(
  path: string,
  presets: readonly string[],
): Promise<ExperimentFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new LabError(
      `There is no file ${path}; give the path of an experiment, e.g. E01.yaml.`,
      `没有文件 ${path}；请给出实验文件的路径，例如 E01.yaml。`,
    );
  });
  return experimentIn(path, text, { presets, studies: await readStudies() });
}

/** What experiments may name. */
export interface KnownNames {
  readonly presets: readonly string[];
  readonly studies: readonly Study[];
}

/** @see {@link readExperiment} */
export function experimentIn(file: string, text: string, known: KnownNames): ExperimentFile {
  const reading = readStrict(file, text, experimentFile);
  if (reading.kind === 'refused') throw new LabFileError(reading.findings.map(faultOf));
  const { value, placeOf } = reading;
  const faults: LabFault[] = [];
  const check = (path: readonly (string | number)[], found: string, names: readonly string[]) => {
    if (names.includes(found)) return;
    const nearest = findNearest(found, names);
    faults.push({
      ...{ file, ...placeOf(path), found, accepted: names.join(', ') },
      says: {
        zh: `没有这个名称。${nearest === undefined ? '' : `是否应为 ${nearest}？`}`,
        en: `There is no such name.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
      },
    });
  };
  const studies = known.studies.map(({ id }) => id);
  if (value.study !== undefined) check(['study'], value.study, studies);
  const { regimes, measures, figures } = askedOf(value, known);
  check(['experiment'], value.experiment, [basename(file).replace(/\.yaml$/, '')]);
  value.regimes.forEach((regime, at) => check(['regimes', at], regime, regimes));
  value.measures.forEach((measure, at) => check(['measures', at], measure, measures));
  const factors = value.sweep?.factors ?? [];
  factors.forEach(({ practice }, at) => {
    const path = ['sweep', 'factors', at, 'practice'];
    check(
      path,
      practice,
      figures.map(({ id }) => id),
    );
  });
  const varied = factors.map(({ practice }) => practice);
  (value.expected ?? []).forEach(({ measure, regime, along, from, to }, at) => {
    check(['expected', at, 'measure'], measure, measures);
    if (along !== undefined) check(['expected', at, 'along'], along, varied);
    for (const [key, name] of Object.entries({ regime, from, to })) {
      if (name !== undefined) check(['expected', at, key], name, value.regimes);
    }
  });
  faults.push(...designFaults(file, value, { placeOf, figures }));
  if (faults.length > 0) throw new LabFileError(faults);
  return value;
}

interface Asked {
  readonly regimes: readonly string[];
  readonly measures: readonly string[];
  readonly figures: readonly {
    readonly id: string;
    readonly least: number;
    readonly most: number;
  }[];
}

/** What can be compared, measured and varied: in the world, or in a study. */
function askedOf({ study: id }: ExperimentFile, { presets, studies }: KnownNames): Asked {
  const study = studies.find((each) => each.id === id);
  const { measures, figures } = study ?? { measures: allMeasures, figures: practices };
  const regimes = study?.arms.map((arm) => arm.id) ?? presets;
  return { regimes, measures: measures.map((measure) => measure.id), figures };
}

/** A grid wants levels, every other design a range; all within what the practice may be. */
function designFaults(
  file: string,
  { sweep }: ExperimentFile,
  {
    placeOf,
    figures,
  }: Pick<Asked, 'figures'> & {
    readonly placeOf: (path: readonly (string | number)[]) => { line: number; column: number };
  },
): LabFault[] {
  if (sweep === undefined) return [];
  const isGrid = sweep.design.kind === 'grid';
  return sweep.factors.flatMap(({ practice, levels, from = 0, to = 0 }, at): LabFault[] => {
    const place = { file, ...placeOf(['sweep', 'factors', at]) };
    if (isGrid !== (levels !== undefined)) {
      const accepted = isGrid ? 'levels: [...]' : 'from and to';
      const says = {
        zh: '因素的写法与设计不符。',
        en: 'The factor is not written as its design wants it.',
      };
      return [{ ...place, says, found: practice, accepted }];
    }
    const known = figures.find(({ id }) => id === practice);
    const values = levels ?? [from, to];
    if (known === undefined || values.every((each) => each >= known.least && each <= known.most)) {
      return [];
    }
    const accepted = `${String(known.least)} - ${String(known.most)}`;
    const says = { zh: '超出该做法的取值范围。', en: 'Beyond what this practice may be.' };
    return [{ ...place, says, found: values.join(', '), accepted }];
  });
}
