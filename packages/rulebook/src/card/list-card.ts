import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import {
  basis,
  cardId,
  citation,
  code,
  confidence,
  day,
  head,
  localised,
  noneWithArticle,
  period,
  subjects,
  within,
} from './vocabulary.ts';

const workingDays = shape({
  'working-days': z.int().min(1).describe('Working days.'),
});

const trigger = shape({
  item: code.describe('Item of the records that can lead to an entry.'),
  says: localised.describe('Criteria in plain words, for people.'),
  domains: z.array(code).min(1).describe('Domains of law.').exactOptional(),
  kinds: z
    .strictObject({ any: z.array(code).min(1).describe('One of these kinds is enough.') })
    .describe('Kinds of decision.')
    .exactOptional(),
  conduct: shape({ from: day.describe('Nothing before this day counts.') })
    .describe('Which conduct counts.')
    .exactOptional(),
  gravity: code.describe('Severity class demanded.').exactOptional(),
}).describe('What can lead to an entry.');

const procedure = shape({
  notice: shape({
    'working-days': z.int().min(1).describe('Working days between notice and decision.'),
    contents: z.array(code).min(1).describe('What the notice has to say.'),
    service: z.array(code).min(1).describe('Ways of service that count.'),
  }).describe('Notice before anything happens.'),
  statement: workingDays.describe('Time to state and defend.'),
  hearing: z
    .union([
      shape({
        'on-request-within': workingDays.describe('Time to ask for a hearing.'),
        notice: within.describe('Time between the call and the hearing.'),
        presiding: z.literal('not_investigator').describe('Who may not preside.'),
      }),
      noneWithArticle,
    ])
    .describe('Hearing, or {none: {source, at}}.'),
  decides: code.describe('Role that decides.'),
  reviews: code.describe('Role that checks; another official.'),
  approves: code.describe('Role that approves.'),
}).describe('What must happen before an entry.');

const ends = z
  .array(
    z.union([
      shape({ by: z.literal('time').describe('By itself.'), after: period.describe('At most.') }),
      shape({
        by: z.literal('repair').describe('On application.'),
        earliest: period.describe('Not before this.'),
        clock: cardId.describe('Clock of the application.').exactOptional(),
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
  .min(1)
  .describe('How an entry ends.');

const remedies = shape({
  correction: cardId.describe('Clock card of a correction.'),
  'recipients-told': code.describe('Who is told of a correction.'),
  review: shape({
    by: code.describe('Who reviews; never who decided.'),
    within: period.describe('Time to apply.'),
  }).describe('Review by someone else.'),
  court: shape({ within: period.describe('Time to sue.') }).describe('The court.'),
  stay: z.enum(['possible', 'automatic']).describe('Whether it can be stayed meanwhile.'),
}).describe('How an entry is fought.');

const impact = z
  .union([
    noneWithArticle,
    shape({
      'lab-report': z
        .string()
        .regex(/^sha256-[0-9a-f]{64}$/, 'sha256- and 64 hexadecimal digits')
        .describe('Hash of the Lab report.'),
      published: day.describe('When the draft was published.'),
    }),
  ])
  .describe('What it does, tried before; {none: {source, at}} where the card restates law.');

/** lists/: a list of subjects under law, with its way in, its procedure and its ways out. */
export const listCard = shape({
  list: cardId.describe('Id of the list.'),
  ...head,
  issuer: shape({
    competence: code.describe('Competence of the listing body.'),
    level: code.describe('Level of the listing body.'),
    territory: z.enum(['own', 'national']).describe('Where its decisions hold.'),
  }).describe('Who lists.'),
  subjects,
  trigger,
  procedure,
  effect: shape({
    begins: z.enum(['on_service', 'on_decision']).describe('First day of effect.'),
    measures: z.array(code).describe('Measures that may follow; each has its own card.'),
  }).describe('What an entry brings.'),
  ends,
  'on-late': z
    .enum(['mark', 'suspend_display', 'suspend_measure'])
    .describe('What a late answer of the authority brings (N6).'),
  'on-late-ground': z
    .union([z.literal('operator_policy'), citation])
    .describe('Why a late answer suspends.')
    .exactOptional(),
  spread: z.literal('none').describe('An entry never spreads to others.'),
  use: shape({
    purposes: z.array(code).min(1).describe('What it may be used for.'),
    recipients: z.array(code).min(1).describe('Who receives it.'),
    bulk: code.describe('Condition for receiving it in bulk.'),
    price: z.literal('none').describe('Always free.'),
  }).describe('How it is used.'),
  remedies,
  publicity: shape({
    fields: z.array(code).min(1).describe('Published fields (N10).'),
    channels: z.array(code).min(1).describe('Where it is published.'),
  }).describe('What is published.'),
  comment: z
    .union([
      noneWithArticle,
      shape({ days: z.int().describe('Days of public comment, at least 30.') }),
    ])
    .describe('Public comment before it (N15).')
    .exactOptional(),
  evaluation: z
    .union([
      noneWithArticle,
      shape({
        by: z.literal('third_party').describe('Who looks at the effect.'),
        every: period.describe('At most P24M.'),
      }),
    ])
    .describe('Regular look at the effect (N15).')
    .exactOptional(),
  impact,
}).describe('A list under law.');

/** @see {@link listCard} */
export type ListCard = Frozen<z.output<typeof listCard>>;
