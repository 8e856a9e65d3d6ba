import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, code, interval, localised, reviewBy } from './vocabulary.ts';

/** edition.yaml: the frame all cards of the folder share. */
export const editionCard = shape({
  edition: cardId.describe('Code of the edition, equal to its folder.'),
  title: localised.describe('What people call the edition.'),
  realm: z.enum(['live', 'lab']).describe('live or lab; part of the hash, never changes.'),
  parent: z
    .union([z.literal('none'), cardId])
    .describe('The edition a local edition narrows, or none.'),
  succeeds: z
    .union([z.literal('none'), cardId])
    .describe('The edition whose cards hold on unless restated or withdrawn, or none.'),
  withdraws: z
    .array(
      z
        .string()
        .regex(/^[a-z-]+:[a-z0-9._-]+$/, 'a card as kind:id, for example item:food_inspection'),
    )
    .describe('Cards of the predecessor that end with it, as kind:id.'),
  territory: code.describe('The territory the edition is law for.'),
  zone: z
    .string()
    .regex(/^[A-Za-z_]+(?:\/[A-Za-z_+-]+)*$/, 'a zone such as Asia/Shanghai')
    .describe('Time zone in which days are counted.'),
  languages: z
    .array(z.enum(['zh', 'en']))
    .min(1)
    .describe('Languages every text must have.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency code such as CNY')
    .describe('ISO 4217.'),
  months: shape({
    round: z.enum(['down', 'up']).describe('31 May + 1 month: down is 30 June, up is 1 July.'),
  }).describe('How months of different length are counted.'),
  calendar: z
    .union([z.literal('none'), cardId])
    .describe('Calendar card for working days, or none.'),
  'in-force': interval,
  'review-by': reviewBy,
  severities: z
    .array(
      shape({
        code: code.describe('Code of the class.'),
        title: localised.describe('What people call the class.'),
        adverse: z.boolean().describe('Whether a record of this class is a burden.'),
      }).describe('One severity class.'),
    )
    .min(1)
    .describe('Severity classes of records, lightest first.'),
}).describe('The frame of an edition.');

/** @see {@link editionCard} */
export type EditionCard = Frozen<z.output<typeof editionCard>>;

/** A severity class of records. */
export type Severity = EditionCard['severities'][number];
