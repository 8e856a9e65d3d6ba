import { readFile } from 'node:fs/promises';

import { sha256Hex } from '@credence/proof';
import { findNearest, readStrict } from '@credence/rulebook';
import { z } from 'zod';

import { faultOf, LabFileError, type LabFault } from '../regime/lab-fault.ts';
import { localised } from '../society/read-data.ts';
import type { Study, StudyModel } from './study.ts';

const confidence = z.enum(['verified', 'secondary', 'unverified']);

const shape = z.strictObject({
  study: z.string().describe('As the file is named.'),
  title: localised,
  says: localised,
  agents: localised.describe('What one agent stands for.'),
  figures: z.record(
    z.string(),
    z
      .strictObject({
        title: localised,
        value: z.number(),
        least: z.number(),
        most: z.number(),
        source: z.string().min(1).describe('Where the figure stands, or that it is assumed.'),
        confidence,
      })
      .refine(({ value, least, most }) => least <= value && value <= most, {
        error: 'a value from least to most',
      }),
  ),
  arms: z
    .array(
      z.strictObject({
        arm: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
        title: localised,
        says: localised,
        confidence,
        set: z.record(z.string(), z.number()).exactOptional(),
      }),
    )
    .min(2)
    .max(12),
});

/** Reads what a study is told by: its arms, its figures, each with its source. */
export async function readStudy(model: StudyModel): Promise<Study> {
  const name = `${model.id}.yaml`;
  const study = studyIn(model, `studies/${name}`, await textOf(name));
  const others = await Promise.all((model.files ?? []).map(textOf));
  return others.length === 0 ? study : { ...study, hash: sha256Hex(study.hash, ...others) };
}

function textOf(name: string): Promise<string> {
  return readFile(new URL(`../../studies/${name}`, import.meta.url), 'utf8');
}

/**
 * @see {@link readStudy}
 * @throws LabFileError that names the place of everything that is wrong with the file
 */
export function studyIn(model: StudyModel, file: string, text: string): Study {
  const reading = readStrict(file, text, shape);
  if (reading.kind === 'refused') throw new LabFileError(reading.findings.map(faultOf));
  const { value, placeOf } = reading;
  const known = Object.keys(value.figures);
  const faults = value.arms.flatMap(({ set = {} }, at) =>
    Object.entries(set).flatMap(([id, given]): LabFault[] => {
      const figure = value.figures[id];
      if (figure !== undefined && figure.least <= given && given <= figure.most) return [];
      const place = { file, ...placeOf(['arms', at, 'set', id]) };
      return [{ ...place, ...wrongFigure(id, given, { figure, known }) }];
    }),
  );
  if (faults.length > 0) throw new LabFileError(faults);
  return {
    ...model,
    ...{ title: value.title, says: value.says, agents: value.agents },
    figures: Object.entries(value.figures).map(([id, figure]) => ({ id, ...figure })),
    arms: value.arms.map(({ arm: id, set = {}, ...arm }) => ({ id, ...arm, set })),
    hash: sha256Hex(text),
  };
}

function wrongFigure(
  id: string,
  given: number,
  {
    figure,
    known,
  }: {
    readonly figure: { readonly least: number; readonly most: number } | undefined;
    readonly known: readonly string[];
  },
): Pick<LabFault, 'says' | 'found' | 'accepted'> {
  if (figure !== undefined) {
    const accepted = `${String(figure.least)} - ${String(figure.most)}`;
    const says = { zh: '超出该数值的范围。', en: 'Beyond what this figure may be.' };
    return { says, found: String(given), accepted };
  }
  const nearest = findNearest(id, known);
  const says = {
    zh: `没有这个数值。${nearest === undefined ? '' : `是否应为 ${nearest}？`}`,
    en: `There is no such figure.${nearest === undefined ? '' : ` Did you mean ${nearest}?`}`,
  };
  return { says, found: id, accepted: known.join(', ') };
}
