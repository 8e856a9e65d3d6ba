import { readFile } from 'node:fs/promises';

import { readStrict } from '@credence/rulebook';
import { z } from 'zod';

import { faultOf, LabFileError } from '../regime/lab-fault.ts';

/** What a person or a report reads of something, in both languages. */
export const localised = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const marks = {
  source: z.string().min(1).describe('Where the figure stands, or that it is assumed.'),
  confidence: z.enum(['verified', 'secondary', 'unverified']),
};

/** A number, where it comes from, and how sure the Lab is of it. */
export const figure = z.strictObject({ value: z.number(), ...marks });

/** What stands for a whole table of numbers in place of each. */
export const tableMarks = z.strictObject(marks).shape;

/** A sweep reads the same files for every run; they are part of the code and do not change under it. */
const known = new Map<string, Promise<unknown>>();

/**
 * Reads one of the files in `society`, strictly and once.
 *
 * @throws LabFileError that names file, line and column of everything that is wrong
 */
export function readData<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const reading = known.get(name) ?? readOnce(name, schema);
  known.set(name, reading);
  // A name always goes with the same schema, whose output was read.
  return reading as Promise<z.output<Schema>>;
}

async function readOnce(name: string, schema: z.ZodType): Promise<unknown> {
  const file = new URL(`../../society/${name}.yaml`, import.meta.url);
  const reading = readStrict(`society/${name}.yaml`, await readFile(file, 'utf8'), schema);
  if (reading.kind === 'read') return reading.value;
  throw new LabFileError(reading.findings.map(faultOf));
}
