import { readFile } from 'node:fs/promises';

import { readStrict } from '@credence/rulebook';
import { z } from 'zod';

import type { Limit } from '../experiment/comparison.ts';
import { faultOf, LabFileError, type LabFault } from '../regime/lab-fault.ts';
import { localised } from '../society/read-data.ts';
import { allMeasures } from './all-measures.ts';

const shape = z.strictObject({
  limits: z
    .array(
      z.strictObject({
        measure: z.string().describe('The id of a harm of which less is better.'),
        'at-most': z.number().min(0).describe('More than this is beyond the limit.'),
        source: localised.describe('Who says so, or that it is our own choice.'),
        confidence: z.enum(['verified', 'secondary', 'unverified']),
      }),
    )
    .min(1),
});

/**
 * How much harm a regime may do before it is not to be promulgated, whatever its benefit.
 *
 * @throws LabFileError that names the place of everything that is wrong with the file
 */
export async function readLimits(): Promise<readonly Limit[]> {
  const file = new URL('../../limits.yaml', import.meta.url);
  return limitsIn('limits.yaml', await readFile(file, 'utf8'));
}

/** @see {@link readLimits} */
export function limitsIn(file: string, text: string): readonly Limit[] {
  const reading = readStrict(file, text, shape);
  if (reading.kind === 'refused') throw new LabFileError(reading.findings.map(faultOf));
  const limitable = allMeasures.filter(({ side, better }) => side === 'harm' && better === 'less');
  const faults = reading.value.limits.flatMap(({ measure }, at): LabFault[] => {
    if (limitable.some(({ id }) => id === measure)) return [];
    return [
      {
        ...{ file, ...reading.placeOf(['limits', at, 'measure']) },
        says: {
          zh: '只能对“越少越好”的损害设上限。',
          en: 'Only a harm of which less is better can have a limit.',
        },
        found: measure,
        accepted: limitable.map(({ id }) => id).join(', '),
      },
    ];
  });
  if (faults.length > 0) throw new LabFileError(faults);
  return reading.value.limits.map(({ 'at-most': atMost, ...limit }) => ({ ...limit, atMost }));
}
