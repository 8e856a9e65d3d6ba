import type { Party } from '../record/records.ts';

/** Class of a party as the double-publicity tables say it. */
export function classOf({ form }: Pick<Party, 'form'>): string {
  return form === 'sole_trader' ? '个体工商户' : '法人及非法人组织';
}

/** The organisation code inside the unified code, in the old form with a hyphen. */
export function organisationCodeOf({ code, form }: Party): string {
  return form === 'sole_trader' ? '' : `${code.slice(8, 16)}-${code.charAt(16)}`;
}
