import type { Localised } from '@credence/domain';
import { z } from 'zod';

import { figure, localised, readData, tableMarks } from '../society/read-data.ts';
import { LEVELS, MOST_CONDUCTS, weights } from './record-state.ts';

const word = z.string().regex(/^[a-z_]+$/, 'small letters and underscores');

const conduct = z.strictObject({
  id: word,
  title: localised,
  subjects: z.enum(['organisation', 'natural_person']),
  nature: z.enum(['offence', 'lawful', 'inability', 'merit']),
  group: word,
  rate: figure,
  weighed: z.enum(weights),
  gain: figure,
  harm: figure,
  fine: figure,
  owed: z.boolean(),
  levels: z.strictObject({ from: z.int().min(0).max(15), to: z.int().min(0).max(15) }),
  found: z.enum(['inspection', 'complaint', 'register']),
  'mistaken-for': word.exactOptional(),
});

const conducts = z
  .strictObject({
    amounts: z.strictObject({ values: z.array(z.number()).length(LEVELS), ...tableMarks }),
    conducts: z.array(conduct).min(1).max(MOST_CONDUCTS),
  })
  .refine(({ amounts: { values } }) => values.every((n, i) => n > (values[i - 1] ?? 0)), {
    error: 'amounts rise from step to step',
    path: ['amounts', 'values'],
  })
  .refine((file) => new Set(file.conducts.map(({ id }) => id)).size === file.conducts.length, {
    error: 'an id stands twice; give each conduct its own',
    path: ['conducts'],
  });

/** Something a subject can do, good, bad or neither: what it is worth, whom it harms, how it comes to light. */
export interface Conduct extends Omit<z.output<typeof conduct>, 'mistaken-for' | 'title'> {
  readonly title: Localised;
  /** In yuan, rising, one for each level. */
  readonly amounts: readonly number[];
  /** What an office takes it for when it errs. */
  readonly mistakenFor?: string;
}

/** Every conduct of `society/conducts.yaml`, in its order, which numbers them. */
export async function readConducts(): Promise<readonly Conduct[]> {
  const file = await readData('conducts', conducts);
  return file.conducts.map(({ 'mistaken-for': mistakenFor, ...rest }) => ({
    ...rest,
    amounts: file.amounts.values,
    ...(mistakenFor !== undefined && { mistakenFor }),
  }));
}
