import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { cardId, code, head } from './vocabulary.ts';

/** competences/: which body may do what about which breaches, and where. */
export const competenceCard = shape({
  competence: cardId.describe('Id of the competence.'),
  ...head,
  body: code.describe('The body, as issuers name it.'),
  kind: z
    .enum(['authority', 'court', 'private_body', 'utility', 'association'])
    .describe('What the body is.'),
  levels: z.array(code).min(1).describe('Levels of the body that have it.'),
  may: z
    .array(z.enum(['find', 'list', 'measure', 'repair', 'plan', 'evaluate']))
    .min(1)
    .describe('What it may do.'),
  domains: z.array(code).min(1).describe('Domains of law it is for.'),
  territory: z
    .enum(['own', 'national'])
    .describe('Where: its own territory, or the whole country.'),
}).describe('A competence.');

/** @see {@link competenceCard} */
export type CompetenceCard = Frozen<z.output<typeof competenceCard>>;
