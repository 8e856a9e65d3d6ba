import { readFile } from 'node:fs/promises';

import { readStrict } from '@credence/rulebook';
import { z } from 'zod';

import type { Limit } from '../experiment/comparison.ts';
import { faultOf, LabFileError, type LabFault } from '../regime/lab-fault.ts';
import { localised } from '../society/read-data.ts';
import { allMeasures } from './all-measures.ts';
import { countBehind } from './count-behind.ts';

const confidence = z.enum(['verified', 'secondary', 'unverified']);

const shape = z.strictObject({
  limits: z
    .array(
      z.strictObject({
        measure: z.string().describe('The id of a harm of which less is better.'),
        'at-most': z.number().min(0).describe('More than this is beyond the limit.'),
        source: localised.describe('Who says so, or that it is our own choice.'),
        confidence,
        'added-at-most': z
          .strictObject({
            value: z.number().positive().describe('In the unit of the measure that is compared.'),
            source: localised.describe('The ground on which it was chosen.'),
            confidence,
          })
          .exactOptional()
          .describe('A draft may add so much where the rule above passes the limit; else nothing.'),
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
  const faults = reading.value.limits.flatMap((limit, at): LabFault[] => {
    const place = (key: string) => ({ file, ...reading.placeOf(['limits', at, key]) });
    const { measure } = limit;
    if (limitable.every(({ id }) => id !== measure)) {
      return [
        {
          ...place('measure'),
          says: {
            zh: '只能对“越少越好”的损害设上限。',
            en: 'Only a harm of which less is better can have a limit.',
          },
          found: measure,
          accepted: limitable.map(({ id }) => id).join(', '),
        },
      ];
    }
    const fault = marginFault(limit);
    return fault === undefined ? [] : [{ ...place('added-at-most'), ...fault }];
  });
  if (faults.length > 0) throw new LabFileError(faults);
  return reading.value.limits.map(
    ({ 'at-most': atMost, 'added-at-most': margin, ...limit }): Limit => ({
      ...{ ...limit, atMost },
      ...(margin !== undefined && {
        addedAtMost: margin,
      }),
    }),
  );
}

/** What must not happen at all, nobody may add to; and what may be added stays a part of the limit. */
function marginFault({
  measure,
  'at-most': atMost,
  'added-at-most': margin,
}: z.output<typeof shape>['limits'][number]):
  Pick<LabFault, 'says' | 'found' | 'accepted'> | undefined {
  if (margin === undefined) return undefined;
  const found = String(margin.value);
  if (measure === 'guard-breaches' || atMost === 0) {
    return {
      says: {
        zh: '守则和零上限不得有增加的余地。',
        en: 'A limit of nought, and a breach of a guard, leave nothing to be added.',
      },
      ...{ found, accepted: 'no added-at-most' },
    };
  }
  if (countBehind(measure) !== measure || margin.value < atMost) return undefined;
  return {
    says: {
      zh: '允许增加的量应小于上限。',
      en: 'What may be added is less than the limit itself.',
    },
    ...{ found, accepted: `> 0, < ${String(atMost)}` },
  };
}
