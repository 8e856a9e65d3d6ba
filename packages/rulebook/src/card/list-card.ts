import { z } from 'zod';

import {
  procedure,
  promulgationParts,
  publicity,
  remedies,
  spread,
  triggerParts,
  use,
  issuer,
} from './rule-parts.ts';
import { listCases } from './case-parts.ts';
import { enforcement } from './enforcement-parts.ts';
import { expressionText } from './program-parts.ts';
import { shape, type Frozen } from './shape.ts';
import {
  basis,
  cardId,
  citation,
  code,
  confidence,
  head,
  localised,
  measureName,
  period,
  subjects,
} from './vocabulary.ts';

const workingDays = shape({
  'working-days': z.int().min(1).describe('Working days.'),
});

const trigger = shape({
  item: code.describe('Item of the records that can lead to an entry.'),
  says: localised.describe('Criteria in plain words, for people.'),
  kinds: z
    .strictObject({ any: z.array(code).min(1).describe('One of these kinds is enough.') })
    .describe('Kinds of decision.')
    .exactOptional(),
  sanction: z
    .enum(['heavier_penalty', 'adjudicated_duty', 'finding_by_law', 'open_duty', 'any'])
    .describe(
      'What has to have gone before: a heavier penalty, a duty by judgment, a finding that a law itself makes the ground, an open duty.',
    ),
  when: expressionText
    .describe('Further conditions on the record: r.fine >= money("CNY 50000.00").')
    .exactOptional(),
  ...triggerParts,
}).describe('What can lead to an entry.');

const ends = z
  .array(
    z.union([
      shape({
        by: z.literal('time').describe('By itself.'),
        after: z
          .union([period, z.enum(['lifelong', 'until_further_notice'])])
          .describe('It ends after this: a period such as P36M.'),
        renew: z
          .enum(['none', 'new_document', 'same_document', 'while_circumstances_persist'])
          .describe('What can make it begin again.'),
      }),
      shape({
        by: z.literal('repair').describe('On application.'),
        earliest: period.describe('Not before this.'),
        clock: cardId.describe('Clock of the application.').exactOptional(),
        rule: cardId.describe('Repair card of the application.').exactOptional(),
      }),
      shape({
        by: z.literal('status').describe('When the duty is performed (N1).'),
        duty: localised.describe('The duty that is open.'),
        basis: basis.describe('The article that ties the entry to the open duty.'),
        confidence,
        'exit-within': workingDays.describe('Working days from proof to exit, at most 5.'),
        'confirm-every': period.describe('How often an official confirms it; at most P6M.'),
        'decide-again-after': period.describe('A fresh reasoned decision after this.'),
      }),
      shape({
        by: z
          .array(z.enum(['annulment', 'source_ended', 'court_stay', 'deregistration']))
          .min(1)
          .describe('At once, when one of these happens.'),
      }),
    ]),
  )
  .describe('How an entry ends.');

/** lists/: a list of subjects under law, with its way in, its procedure and its ways out. */
export const listCard = shape({
  list: cardId.describe('Id of the list.'),
  ...head,
  seriousness: z
    .enum(['serious', 'status'])
    .describe('serious: seriously untrustworthy subjects; status: an open duty is shown (N1).'),
  issuer,
  subjects,
  'least-age': z
    .int()
    .min(0)
    .max(120)
    .describe('Years a person must be, where people are named.')
    .exactOptional(),
  trigger,
  procedure,
  effect: shape({
    begins: z
      .enum(['on_service', 'on_decision', 'on_approval', 'before_notice'])
      .describe('First day of effect.'),
    measures: z.array(measureName).describe('Measures that may follow; each has its own card.'),
    'once-by': z
      .array(z.enum(['document', 'measure', 'subject']))
      .describe('One entry and one measure for each: document, measure, subject.'),
  }).describe('What an entry brings.'),
  ends,
  enforcement: enforcement.exactOptional(),
  'on-late': z
    .enum(['mark', 'suspend_display', 'suspend_measure'])
    .describe('What a late answer of the authority brings (N6).'),
  'on-late-ground': z
    .union([z.literal('operator_policy'), citation])
    .describe('Why a late answer suspends.')
    .exactOptional(),
  spread,
  use,
  remedies,
  publicity,
  ...promulgationParts,
  cases: listCases.exactOptional(),
}).describe('A list under law.');

/** @see {@link listCard} */
export type ListCard = Frozen<z.output<typeof listCard>>;
