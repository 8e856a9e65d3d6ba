import { formatAmount } from '@credence/domain';
import type { BulkCell, BulkColumn } from '@credence/casework';

/** Money as a decimal of whole units: `20000.00`. */
export function decimalOf(cell: BulkCell, { name, currency }: BulkColumn): string {
  if (typeof cell !== 'number' || currency === undefined) {
    throw new TypeError(`Column ${name} of money needs whole minor units of a currency.`);
  }
  return formatAmount({ amount: cell, currency });
}
