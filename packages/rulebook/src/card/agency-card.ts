import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { code, technicalHead } from './vocabulary.ts';

/** agencies/: a body the edition itself names as a supplier of records. */
export const agencyCard = shape({
  agency: code.describe('Code of the agency.'),
  ...technicalHead,
  supplies: z.array(code).min(1).describe('Items it may hand over.'),
}).describe('A supplying agency.');

/** @see {@link agencyCard} */
export type AgencyCard = Frozen<z.output<typeof agencyCard>>;
