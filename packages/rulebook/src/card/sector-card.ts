import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { basis, cardId, code, confidence, grounds, head, localised } from './vocabulary.ts';

/** sectors/: whom a sector's law concerns, and what of this edition that law chooses. */
export const sectorCard = shape({
  sector: cardId.describe('Id of the profile of the sector.'),
  ...head,
  subjects: z
    .union([
      z.literal('others'),
      shape({
        fact: code.describe('The fact of the registration that says the line of business.'),
        codes: z
          .array(
            shape({
              code: code.describe('A code of that fact.'),
              severity: code
                .describe('How grave a breach would be: a severity of the risk class.')
                .exactOptional(),
              basis,
              confidence,
            }).describe('One line of business.'),
          )
          .describe('Lines of business, each with its articles.'),
        licences: z
          .array(
            shape({
              certificate: z.string().min(1).max(100).describe('Name of the certificate.'),
              basis,
              confidence,
            }).describe('One licence; whoever holds it in force belongs to the sector as well.'),
          )
          .describe('Licences in force that bring a subject into the sector.'),
      }),
    ])
    .describe('Whom it concerns; others: whoever no other profile concerns.'),
  items: z
    .array(shape({ item: code.describe('Item of the catalogue.'), basis, confidence }))
    .describe('Items of the catalogue that apply in the sector.'),
  checklists: z
    .array(shape({ checklist: cardId.describe('Id of a checklist.'), basis, confidence }))
    .describe('Checklists of its inspections, in the order in which they are asked.'),
  'full-coverage': z
    .union([z.literal('none'), grounds])
    .describe(
      'The articles that order that everybody of its lines of business is visited, or none.',
    ),
  note: localised
    .describe('What a reader has to know of how the sector was drawn.')
    .exactOptional(),
  'leads-to': z.array(code).describe('Measures that follow from a sector: an empty list.'),
}).describe('A profile of a sector: it only chooses.');

/** @see {@link sectorCard} */
export type SectorCard = Frozen<z.output<typeof sectorCard>>;
