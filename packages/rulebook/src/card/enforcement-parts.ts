import { z } from 'zod';

import { shape } from './shape.ts';
import { basis, code, confidence, localised, period, subjects, within } from './vocabulary.ts';

/** What every part of an enforcement says for itself. */
const said = { says: localised.describe('What it means, for people.'), basis, confidence };

const extension = shape({
  'at-least': period.describe('Shortest time that may be added.'),
  'at-most': period.describe('Longest time that may be added.'),
  for: z.array(code).min(1).describe('Circumstances, one of which the decision finds.'),
}).describe('Longer once, by the decision itself, with its last day.');

const ground = shape({
  ground: code.describe('Code of the ground.'),
  ...said,
  ends: z
    .union([
      shape({ by: z.literal('status').describe('While the duty is open.') }),
      shape({
        by: z.literal('time').describe('By itself.'),
        after: period.describe('It ends after this.'),
        extension: extension.exactOptional(),
      }),
    ])
    .describe('How an entry on this ground ends.'),
  exempt: z
    .array(shape({ exempt: code.describe('Code of the exemption.'), ...said }))
    .describe('What keeps this ground from being used; the court looks for each.'),
}).describe('One ground of an entry.');

const release = shape({
  ground: code.describe('Code of the ground.'),
  ...said,
  consent: z.literal('creditor').describe('Who has to have agreed.').exactOptional(),
  checks: z.int().min(1).describe('Searches without result it takes at least.').exactOptional(),
  bars: period.describe('So long the same creditor cannot ask again.').exactOptional(),
}).describe('One ground on which it ends early.');

/** Early ends of something a court ordered, and how soon it is gone. */
const releases = shape({
  within: within.describe('Days from the finding until it is gone, whoever acts or not.'),
  grounds: z.array(release).min(1).describe('The closed list of grounds.'),
}).describe('What ends it early.');

/** What a court asks before it lists a debtor, ground by ground. */
export const enforcement = shape({
  grounds: z.array(ground).min(1).describe('The closed list of grounds.'),
  'on-application': shape({ within, basis, confidence }).describe(
    'How soon the court decides on the application of a creditor.',
  ),
  grace: shape({
    'at-most': period.describe('Longest time that may be left.'),
    basis,
    confidence,
  }).describe('Time that may be left before anything takes effect.'),
  releases,
  'superior-told': shape({
    subjects,
    'state-owned': z.boolean().describe('Whether enterprises of the state count.'),
    basis,
    confidence,
  }).describe('Debtors whose superior is told.'),
  'small-sums': shape({
    reasons: code.describe('Who gives reasons why the sum is worth it.'),
    never: z.array(code).min(1).describe('Claims that no floor touches (N14).'),
    basis,
    confidence,
  }).describe('Where no law gives a floor, reasons are asked for (N14).'),
}).describe('What a court asks before it lists a debtor.');

/** An order about spending: what is weighed, what it forbids, what lifts it. */
export const order = shape({
  weighed: z
    .array(shape({ factor: code.describe('Code of the factor.'), ...said }))
    .min(1)
    .describe('What is weighed before.'),
  forbids: z
    .array(shape({ forbids: code.describe('Code of the spending.'), ...said }))
    .min(1)
    .describe('The closed list of what it forbids.'),
  exempt: z
    .array(shape({ exempt: code.describe('Code of the exemption.'), ...said }))
    .min(1)
    .describe('What may be allowed on application.'),
  persons: shape({
    capacities: z.array(code).min(1).describe('In which capacity a person may be named.'),
    basis,
    confidence,
  }).describe('Who acts for the unit and is bound as such.'),
  'private-means': shape(said).describe('A person may spend private means for himself.'),
  occasion: shape({
    'at-most': period.describe('Longest time of one lifting.'),
    ...said,
  }).describe('Lifted for one occasion.'),
  releases,
  'confirm-every': period.describe('How often an official confirms that the duty is open.'),
  'ends-after': period.describe('It ends after this at the latest; anew by a new order.'),
  basis,
  confidence,
}).describe('An order about spending.');
