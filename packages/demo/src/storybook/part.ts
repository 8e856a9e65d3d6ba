import type { District } from '../city/region.ts';
import type { Form, Size } from '../organisation/organisation.ts';
import type { SectorId } from '../organisation/sectors.ts';

/** Who someone of the storybook is. */
export interface Part {
  readonly name: string;
  /** A whole code, or the eight characters from which it is made. */
  readonly code: string;
  readonly form: Form;
  readonly legalForm: string;
  readonly sector: SectorId;
  readonly district: District['name'];
  readonly street: string;
  readonly established: string;
  readonly size: Size;
  readonly registered?: string;
  readonly status?: string;
  readonly formerNames?: readonly string[];
}

/** Legal forms as registers write them. */
export const limited = '有限责任公司（自然人投资或控股）';
export const soleOwned = '有限责任公司（自然人独资）';
export const branchOfLimited = '有限责任公司分公司（自然人投资或控股）';
