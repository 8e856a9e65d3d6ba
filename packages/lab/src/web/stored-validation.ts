import { readFileSync } from 'node:fs';

import { readStrict } from '@credence/rulebook';
import { z } from 'zod';

import { faultOf, LabFileError } from '../regime/lab-fault.ts';

const said = z.strictObject({ zh: z.string(), en: z.string() });
const figure = z.strictObject({
  name: z.string(),
  found: z.number(),
  reference: z.number(),
  within: z.number(),
  rule: z.enum(['near', 'at-least', 'above', 'equal', 'told']),
  passed: z.boolean(),
});

const storedValidation = z.strictObject({
  /** The day of the run, as whoever ran it says. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, written YYYY-MM-DD'),
  /** Of the code that was validated. */
  code: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'),
  seed: z.number(),
  size: z.enum(['brief', 'full', 'long']),
  counts: z.strictObject({ passed: z.number(), failed: z.number(), 'not-run': z.number() }),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      title: said,
      verdict: z.enum(['passed', 'failed', 'not-run']),
      figures: z.array(figure).exactOptional(),
      why: said.exactOptional(),
      cannotTell: said,
    }),
  ),
});

/** The figures of `credence-lab validate` as they were kept. */
export type StoredValidation = z.output<typeof storedValidation>;

const file = new URL('../../validation/latest.json', import.meta.url);

/**
 * The run of the checks that is kept with the Lab; none where nobody kept one.
 *
 * @throws LabFileError when what is kept is not as it was written
 */
export function readStoredValidation(): StoredValidation | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const reading = readStrict('validation/latest.json', text, storedValidation);
  if (reading.kind === 'read') return reading.value;
  throw new LabFileError(reading.findings.map(faultOf));
}
