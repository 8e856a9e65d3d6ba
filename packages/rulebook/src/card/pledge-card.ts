import { z } from 'zod';

import { approval, pledgeCases } from './approval-parts.ts';
import { evidence } from './rule-parts.ts';
import { shape, type Frozen } from './shape.ts';
import { cardId, code, head, localised, period, subjects } from './vocabulary.ts';

/** pledges/: what a subject may promise, and what follows when it is not kept. */
export const pledgeCard = shape({
  pledge: cardId.describe('Id of the pledge.'),
  ...head,
  subjects,
  promises: localised.describe('What is promised, in plain words.'),
  voluntary: z.boolean().describe('Whether the ordinary way stays open without it.'),
  gives: code.describe('What it makes easier.'),
  term: period.describe('How long it binds.'),
  broken: shape({
    found: z.enum(['by_decision', 'by_machine', 'by_complaint']).describe('How a breach is found.'),
    evidence,
    brings: z.array(code).describe('Measures that follow, each with its own card.'),
  }).describe('When it is not kept.'),
  fee: z.union([z.literal('none'), z.string().min(1)]).describe('What it costs; none.'),
  approval: approval.exactOptional(),
  cases: pledgeCases.exactOptional(),
}).describe('A pledge.');

/** @see {@link pledgeCard} */
export type PledgeCard = Frozen<z.output<typeof pledgeCard>>;
