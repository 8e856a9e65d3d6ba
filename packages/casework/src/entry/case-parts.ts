import { parseCivilDate, type CivilDate } from '@credence/domain';
import { z } from 'zod';

export const day = z
  .custom<CivilDate>((given) => typeof given === 'string' && parseCivilDate(given) !== undefined)
  .meta({ type: 'string', format: 'date' });
/** A blank says nothing. */
export const text = z.string().regex(/\S/);
export const texts = z.array(text).readonly();
/** What an authority rests an adverse act on; nothing is too little (guard G27). */
export const proofs = z.array(text).min(1).readonly();

/** A document as an act names it; the bytes lie elsewhere. */
export const document = z.strictObject({ number: text, title: text.exactOptional() }).readonly();

/** An amount of money in the smallest unit of its currency. */
export const money = z.strictObject({ amount: z.int().min(1), currency: text }).readonly();

/** One thing that is said; each is answered by its number, which is its place in the case. */
const point = z
  .strictObject({
    text,
    field: text.exactOptional(),
    /** Papers that show it: name, and the hash of the file where there is one. */
    evidence: texts.exactOptional(),
  })
  .readonly();
export const points = z.array(point).min(1).readonly();

/** What an authority says to one point. */
const answer = z
  .strictObject({
    point: z.int().min(1),
    text,
    outcome: z.enum(['upheld', 'refused']),
  })
  .readonly();
export const answers = z.array(answer).readonly();
