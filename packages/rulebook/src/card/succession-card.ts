import { lifeEventKinds, successionMatters } from '@credence/domain';
import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { basis, cardId, code, confidence, head, localised, period } from './vocabulary.ts';

/** successions/: what an event in the life of an organisation asks for, and where its records go. */
export const successionCard = shape({
  succession: cardId.describe('Id of the rule.'),
  ...head,
  event: z.enum(lifeEventKinds).describe('The event in the life of an organisation.'),
  says: localised.describe('What it means for records and for others, in plain words.'),
  'confirmed-by': z.int().min(1).max(2).describe('How many officials it takes.'),
  goes: z
    .array(
      shape({
        what: z.enum(successionMatters).describe('What the organisation has.'),
        goes: z.enum(['stays', 'passes']).describe('Where it goes; to its own end in any case.'),
        basis,
        confidence,
      }).describe('Where one thing goes.'),
    )
    .describe('What is not named here stays where it was decided and passes to nobody.'),
  'neutral-codes': z
    .array(code)
    .describe('Codes of the state it leaves, on which no other card may rest.')
    .exactOptional(),
  lasts: period.describe('How long it may last, all its times added up.').exactOptional(),
  objection: shape({
    days: z.int().min(1).max(3660).describe('Days after its announcement.'),
    basis,
    confidence,
  })
    .describe('The time that others have to object before it is entered.')
    .exactOptional(),
  'closed-to-listed': shape({
    items: z.array(code).describe('Items of the catalogue that say that somebody is listed.'),
    basis,
    confidence,
  })
    .describe('The article by which whoever stands in a list cannot have it.')
    .exactOptional(),
}).describe('A rule on an event in the life of an organisation.');

/** @see {@link successionCard} */
export type SuccessionCard = Frozen<z.output<typeof successionCard>>;
