import { z } from 'zod';

import type { Frozen } from '../card/shape.ts';
import { code } from '../card/vocabulary.ts';

const codes = z.array(code).min(1).describe('Codes of the field, as its schema declares them.');

/** What one field must be. `is` asks a field with one code; `any` and `only` one with several. */
const fieldCondition = z
  .union([
    z.strictObject({ is: codes }),
    z.strictObject({ any: codes }),
    z.strictObject({ only: codes }),
  ])
  .describe('{is: [...]} for one code; {any: [...]} or {only: [...]} for several.');

/** @see {@link fieldCondition} */
export type FieldCondition = Frozen<z.output<typeof fieldCondition>>;

/** Conditions on fields, all of which must hold. */
export const when = z
  .record(code, fieldCondition)
  .refine((fields) => Object.keys(fields).length > 0, 'at least one field')
  .describe('Fields and what they must be; all of them must hold.');

/** @see {@link when} */
export type When = Frozen<z.output<typeof when>>;
