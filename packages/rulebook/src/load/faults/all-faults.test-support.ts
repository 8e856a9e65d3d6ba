import type { Fault } from './fault.test-support.ts';
import { filesFaults } from './files-faults.test-support.ts';
import { formFaults } from './form-faults.test-support.ts';
import { itemsFaults } from './items-faults.test-support.ts';
import { lawFaults } from './law-faults.test-support.ts';
import { listsFaults } from './lists-faults.test-support.ts';
import { valuesFaults } from './values-faults.test-support.ts';

/** Faults by what they are about; one edit each. */
export const faults: readonly Fault[] = [
  ...formFaults,
  ...lawFaults,
  ...valuesFaults,
  ...itemsFaults,
  ...filesFaults,
  ...listsFaults,
];
