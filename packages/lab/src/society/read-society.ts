import { z } from 'zod';

import { LabError } from '../engine/define-model.ts';
import { figure, localised, readData, tableMarks } from './read-data.ts';
import { cellTraits } from './traits.ts';

const trait = z.enum(cellTraits);
const word = z.string().regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and underscores');

const group = z.strictObject({
  id: word,
  title: localised,
  share: z.number().gt(0).max(1),
  /** Of classes of numbers (employees, years): the first of them and the first beyond. */
  from: z.number().exactOptional(),
  until: z.number().exactOptional(),
});

const table = z
  .strictObject({ trait, title: localised, ...tableMarks, groups: z.array(group).min(2).max(64) })
  .refine(({ groups }) => Math.abs(groups.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9, {
    error: 'the shares of a table add up to 1',
    path: ['groups'],
  });

const tie = z.strictObject({
  trait,
  group: word,
  with: trait,
  to: word,
  times: z.number().gt(0),
  ...tableMarks,
});

const kind = z.strictObject({
  kind: z.enum(['organisation', 'natural_person']),
  title: localised,
  share: figure,
  tables: z.array(table).min(1),
  ties: z.array(tie),
  means: z.strictObject({
    values: z.array(z.number().gt(0)),
    per: z.enum(['employee', 'decile']),
    ...tableMarks,
  }),
});

const society = z.strictObject({ society: word, title: localised, kinds: z.array(kind).min(1) });

/** A table of shares of one trait, as published or assumed. */
export type SocietyTable = z.output<typeof table>;

/** One kind of subjects: its tables, what ties groups together, and what it lives on. */
export type SocietyKind = z.output<typeof kind>;

/** A society as data: kinds of subjects and the tables each is raked to. */
export type SocietyFile = z.output<typeof society>;

/** The societies there are. */
export const societies = ['organisations', 'town'] as const;

/**
 * Reads `society/organisations.yaml` or `society/town.yaml`.
 *
 * @throws LabError when there is no such society, LabFileError when its file is not in order
 */
export async function readSociety(name: string): Promise<SocietyFile> {
  const known = societies.find((one) => one === name);
  if (known !== undefined) return readData(known, society);
  throw new LabError(
    `There is no society "${name}"; there are ${societies.join(', ')}.`,
    `没有虚拟社会“${name}”；可用的有 ${societies.join('、')}。`,
  );
}
