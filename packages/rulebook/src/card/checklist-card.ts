import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { basis, cardId, code, confidence, head, localised, period, within } from './vocabulary.ts';

/** checklists/: what an inspection of a sector asks, and what follows from what it finds. */
export const checklistCard = shape({
  checklist: cardId.describe('Id of the checklist.'),
  ...head,
  by: code.describe('The authority that inspects.'),
  sectors: z
    .array(code)
    .describe('Sectors it is for; an empty list: wherever no other checklist is.'),
  questions: z
    .array(
      shape({
        question: code.describe('Code of the question.'),
        says: localised,
        basis,
        confidence,
      }).describe('What is looked at; the article it asks for stands beside it.'),
    )
    .min(1)
    .refine(
      (questions) => new Set(questions.map(({ question }) => question)).size === questions.length,
      'each question once',
    )
    .describe('The questions, in the order in which they are asked.'),
  correction: shape({
    within: within.describe('Time to put it right, from the service of the order.'),
    basis,
    confidence,
  }).describe('How long what was found may be put right.'),
  publicity: z
    .union([
      z.literal('none'),
      shape({
        'shown-for': period.describe('How long the result of a visit is shown, from its day.'),
        basis,
        confidence,
      }),
    ])
    .describe('How long the result of a visit is shown, or none.'),
}).describe('A checklist of inspections.');

/** @see {@link checklistCard} */
export type ChecklistCard = Frozen<z.output<typeof checklistCard>>;
