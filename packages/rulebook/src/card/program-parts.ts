import { z } from 'zod';

import { shape } from './shape.ts';
import { basis, code, confidence, interval, localised } from './vocabulary.ts';

/** An expression of the rule language; the checker reads it. */
export const expressionText = z
  .string()
  .min(1)
  .max(4000)
  .describe('An expression of the rule language.');

const exception = shape({
  name: code.describe('Names the exception.'),
  title: localised.describe('What people call it.'),
  when: expressionText.describe('When it holds.'),
  value: expressionText.describe('What holds then.'),
  basis,
  confidence,
}).describe('What holds in place of the rule, highest priority first.');

const table = shape({
  hit: z.enum(['first', 'unique']).describe('first: the first row that fits; unique: exactly one.'),
  rows: z
    .array(
      shape({
        when: expressionText.describe('When the row fits; `otherwise` in the last row.'),
        then: expressionText.describe('Its value.'),
      }).describe('One row.'),
    )
    .min(1)
    .describe('Rows from top to bottom.'),
}).describe('A decision table.');

/** One named part of a program: an indicator, or something others are written with. */
const indicator = shape({
  indicator: code.describe('Code of the indicator; later expressions name it so.'),
  title: localised.describe('What people call it.'),
  value: expressionText.describe('Its value, or `table`.').exactOptional(),
  table: table.exactOptional(),
  counts: z.boolean().describe('Whether it is added up in `total`.'),
  published: z.enum(['public', 'subject', 'internal']).describe('Who may read it and its weight.'),
  'in-force': interval.describe('Days in force; absent: those of the card.').exactOptional(),
  exceptions: z.array(exception).describe('What holds in its place.').exactOptional(),
  basis,
  confidence,
}).describe('One indicator.');

const scalar = z.union([z.boolean(), z.int(), z.string()]);

const facts = z.record(code, z.union([scalar, z.array(z.string())]));

/** A case beside a rule: facts, and what has to come out. */
export const programCases = z
  .array(
    shape({
      says: localised.describe('The case as a sentence a judge could agree with.'),
      given: shape({
        subject: facts.describe('Facts of the subject.').exactOptional(),
        records: z.record(code, z.array(facts)).describe('Records by collection.').exactOptional(),
      }).describe('What is known.'),
      expect: z
        .record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day written YYYY-MM-DD'), facts)
        .describe('What comes out, by day: `result` and indicators by code.'),
      because: localised.describe('Why, for readers.').exactOptional(),
    }).describe('One case.'),
  )
  .min(1)
  .describe('Cases beside the rule; they are run by the tests.');

/** A mutant that no case kills, and the reason why that is right. */
export const waivers = z
  .array(
    shape({
      mutant: z.string().min(1).describe('Name of the mutant, as the report prints it.'),
      because: localised.describe('Why no case can tell it from the rule.'),
    }),
  )
  .describe('Mutants of the rule that are equal to it.');

/** What every card that computes something about a subject has in common. */
export const programParts = {
  model: z
    .enum(['published_rules', 'machine_learning', 'vendor', 'undisclosed'])
    .describe('How it is computed.'),
  'ended-records': z
    .enum(['excluded', 'included'])
    .describe('Whether records that have ended or were repaired count.'),
  parameters: z
    .array(
      shape({
        parameter: code.describe('Name of the number; expressions read value("name").'),
        title: localised.describe('What people call it.'),
        is: z.int().describe('The number.'),
        'set-by': z
          .enum(['edition', 'operator'])
          .describe('edition: part of this card; operator: changed while it runs.'),
        basis,
        confidence,
      }),
    )
    .describe('Numbers of the rule that have a name.')
    .exactOptional(),
  indicators: z
    .array(indicator)
    .min(1)
    .describe('Indicators in order; each may name earlier ones.'),
  classes: z
    .array(
      shape({
        class: code.describe('Code of the class.'),
        title: localised.describe('What people call it.'),
      }),
    )
    .min(2)
    .describe('Classes, best first.'),
  bands: shape({
    hit: z
      .enum(['first', 'unique'])
      .describe('first: the first row that fits; unique: exactly one.'),
    rows: z
      .array(
        shape({
          when: expressionText.describe('When the row fits: `total` and indicators by code.'),
          then: code.describe('The class.'),
        }),
      )
      .min(1)
      .describe('Rows from top to bottom.'),
  }).describe('Which class follows from the indicators.'),
  'leads-to': z.array(code).describe('Measures that follow from a class: none, an empty list.'),
  cases: programCases.exactOptional(),
  waivers: waivers.exactOptional(),
};
