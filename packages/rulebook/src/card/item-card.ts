import { z } from 'zod';

import { itemCases } from './case-parts.ts';
import { expressionText, waivers } from './program-parts.ts';
import { category, documentKind, sourceType } from './guard-words.ts';
import { evidence } from './rule-parts.ts';
import { shape, type Frozen } from './shape.ts';
import {
  basis,
  cardId,
  code,
  confidence,
  day,
  grounds,
  head,
  period,
  subjects,
} from './vocabulary.ts';

/** Ways to end a record or to have it looked at again. */
const wayOutKind = z
  .enum(['repair', 'correction', 'review', 'court', 'put_right', 'wait'])
  .describe('A way out.');

const severityTable = shape({
  hit: z.literal('first').describe('The first row that fits decides.'),
  rows: z
    .array(
      shape({
        when: expressionText.describe(
          'When the row fits, an expression on `r`; `otherwise` in the last row.',
        ),
        then: code.describe('Severity class.'),
        basis,
        confidence,
      }).describe('One row of the table.'),
    )
    .min(1)
    .describe('Rows from top to bottom; the last one is otherwise.'),
}).describe('Which severity class a record has.');

const neverPublic = z
  .array(
    shape({
      when: expressionText.describe('Which records, an expression on `r`.'),
      because: z
        .enum(['class', 'sealed'])
        .describe('class: not public by its kind; sealed: closed to everyone by law.'),
      from: day.describe('First day on which it is not shown; absent: always.').exactOptional(),
      basis,
      confidence,
    }).describe('One kind of record that is not shown.'),
  )
  .min(1)
  .describe('Records of this item that are kept but never shown.');

/** items/: one item of the catalogue of what may be recorded. */
export const itemCard = shape({
  item: code.describe('Code of the item.'),
  ...head,
  'import-as': code.describe('The word that names it on the command line.'),
  effect: z.enum(['adverse', 'neutral', 'benefit']).describe('What a record does to its subject.'),
  subjects,
  category,
  'source-type': sourceType,
  verified: z.boolean().describe('Whether a competent body has confirmed it before it counts.'),
  evidence: evidence.exactOptional(),
  domains: z.array(code).min(1).describe('Domains of law it belongs to.').exactOptional(),
  'least-age': z
    .int()
    .min(0)
    .max(120)
    .describe('Years a person must be, where people are named.')
    .exactOptional(),
  document: shape({
    'must-be': documentKind,
    number: z.enum(['required', 'none']).describe('Whether a document number is demanded.'),
  }).describe('The document behind every record.'),
  service: z
    .enum(['required', 'not_needed'])
    .transform((given) => (given === 'required' ? 'required' : 'not-needed'))
    .describe('Whether a record is shown only once its service is proven.'),
  'service-basis': grounds.describe('Where that stands written.').exactOptional(),
  disclosure: z
    .enum(['public', 'shared', 'authorised', 'internal'])
    .describe('Who may see records of the item.'),
  purposes: z.array(code).min(1).describe('Purposes records may be used for.'),
  'supply-within': shape({
    'working-days': z.int().min(1).describe('Working days from the decision.'),
  })
    .describe('How fast an agency has to hand records over.')
    .exactOptional(),
  fields: cardId.describe('Schema card of its files.'),
  key: z.array(code).min(1).describe('Fields that make a record the same record.'),
  heading: code.describe('The field that names a record.'),
  shows: z.array(code).describe('Published fields, in order.'),
  term: z
    .enum(['severity', 'validity', 'standing'])
    .describe('Ends by severity class, by its own validity, or stands as long as the subject.'),
  severity: severityTable.exactOptional(),
  publicity: z
    .record(code, cardId)
    .describe('Value card of the period of publicity, by severity class.')
    .exactOptional(),
  'ends-when-corrected': z
    .boolean()
    .describe('Whether publicity also ends on the day of correction, the minimum respected.')
    .exactOptional(),
  'never-public': neverPublic.exactOptional(),
  retention: shape({
    from: z
      .enum(['decided', 'conduct_ended', 'taken_in'])
      .describe('The day the retention is counted from.'),
    'at-most': period.describe('A record is erased after this.'),
    basis,
    confidence,
  })
    .describe('How long a record may be held at all.')
    .exactOptional(),
  'when-ended': z
    .enum(['closed_archive', 'kept_in_use', 'entered_again'])
    .describe('What becomes of a record whose publicity has ended; absent: closed_archive.')
    .exactOptional(),
  'dispute-mark': z
    .union([
      z.literal('none'),
      shape({ 'working-days': z.int().min(0).describe('Working days; 0 is at once.') }),
    ])
    .describe('How soon a disputed record is marked; absent: at once.')
    .exactOptional(),
  'entries-of': z
    .array(cardId)
    .min(1)
    .describe('Lists whose entries become records of the item.')
    .exactOptional(),
  collection: code
    .describe('Plural name under which rules read records of the item: penalties.')
    .exactOptional(),
  'ways-out': z.array(wayOutKind).describe('Ways out, in the order shown.').exactOptional(),
  clocks: z
    .partialRecord(wayOutKind, cardId)
    .describe('Clock card of each way out; `wait` needs none.')
    .exactOptional(),
  cases: itemCases.exactOptional(),
  waivers: waivers.exactOptional(),
}).describe('An item of the catalogue.');

/** @see {@link itemCard} */
export type ItemCard = Frozen<z.output<typeof itemCard>>;
