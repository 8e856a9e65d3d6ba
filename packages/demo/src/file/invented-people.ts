import { createRandom } from '@credence/domain';

/**
 * What stands in columns about people. Plainly invented and of no one: the border drops these
 * columns unread, and a number with this division and date cannot belong to anybody.
 */
export const inventedNumber = '999999190001010000';

const surnames = Array.from('虚拟假设样例示范');

/** A word that nobody takes for a person's name, always the same for the same organisation. */
export function inventedName(code: string): string {
  const random = createRandom('person', code);
  return `${random.pick(surnames)}某${random.between(1, 999)}`;
}

/** A telephone number that no network assigns. */
export const inventedTelephone = '0000-00000000';
