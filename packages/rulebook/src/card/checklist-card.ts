import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { basis, cardId, code, confidence, head, localised, period, within } from './vocabulary.ts';

/** checklists/: what an inspection of a sector asks, and what follows from what it finds. */
export const checklistCard = shape({
  checklist: cardId.describe('Id of the checklist.'),
  ...head,
  by: code.describe('The authority that inspects.'),
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
  postponements: shape({
    'at-most': z.int().min(0).max(9).describe('How often the visit may be put off.'),
    basis,
    confidence,
  }).describe('How often a visit is put off at most; with several lists the fewest count.'),
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
}).describe('A checklist of inspections; the profiles of sectors say where it is asked.');

/** @see {@link checklistCard} */
export type ChecklistCard = Frozen<z.output<typeof checklistCard>>;
