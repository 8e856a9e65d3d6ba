import { z } from 'zod';

import { localised } from '../society/read-data.ts';

const number = z.number();

const factor = z
  .strictObject({
    practice: z.string().describe('The id of a practice of the world.'),
    levels: z.array(number).min(2).max(64).exactOptional().describe('For a grid: its values.'),
    from: number.exactOptional().describe('For other designs: the least value.'),
    to: number.exactOptional().describe('For other designs: the most.'),
    whole: z.boolean().exactOptional().describe('Whole numbers only.'),
  })
  .refine(
    ({ levels, from, to }) =>
      levels === undefined
        ? from !== undefined && to !== undefined && from < to
        : from === undefined && to === undefined,
    { error: 'either levels, or from and to with from below to' },
  );

const design = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('grid') }),
  z.strictObject({ kind: z.literal('latin-hypercube'), points: z.int().min(2).max(100_000) }),
  z.strictObject({ kind: z.literal('saltelli'), sample: z.int().min(2).max(10_000) }),
  z.strictObject({ kind: z.literal('morris'), trajectories: z.int().min(2).max(1_000) }),
  z.strictObject({
    kind: z.literal('boxes').describe('A Latin hypercube, searched for where harm passes a limit.'),
    points: z.int().min(20).max(100_000),
    measure: z.string().describe('A measure that has a limit in limits.yaml.'),
  }),
]);

const expectation = z
  .strictObject({
    measure: z.string(),
    regime: z.string().exactOptional().describe('With along: the regime that is looked at.'),
    along: z.string().exactOptional().describe('From the least to the most of this practice.'),
    from: z.string().exactOptional().describe('Without along: the regime it is held against.'),
    to: z.string().exactOptional(),
    sign: z.enum(['more', 'less', 'same']),
    source: z.string().min(1).describe('Who says so; an experiment expects nothing by itself.'),
  })
  .refine(
    ({ regime, along, from, to }) =>
      along === undefined
        ? from !== undefined && to !== undefined && regime === undefined
        : regime !== undefined && from === undefined && to === undefined,
    { error: 'either regime and along, or from and to' },
  );

/** One experiment: a question, whom it asks, what it varies, what it measures, and what it cannot tell. */
export const experimentFile = z.strictObject({
  experiment: z.string().regex(/^E\d{2}[a-z]?$/, 'E and two digits, as the file is named'),
  question: localised,
  study: z
    .string()
    .exactOptional()
    .describe('A study in place of the world: regimes are then its arms, practices its figures.'),
  regimes: z
    .array(z.string())
    .min(1)
    .max(12)
    .describe('Names of presets; the first is compared to.'),
  plan: z.strictObject({
    agents: z.int().min(1),
    months: z.int().min(1),
    replicates: z.int().min(1),
    seed: z.int().min(1),
    society: z.enum(['organisations', 'town']).exactOptional(),
  }),
  sweep: z.strictObject({ design, factors: z.array(factor).min(1).max(12) }).exactOptional(),
  measures: z
    .array(z.string())
    .min(1)
    .describe('What answers the question; harms are told with it.'),
  claim: z
    .strictObject({
      text: z.string().min(1),
      source: z.string().min(1),
      zh: z.string().min(1).exactOptional().describe('Our own Chinese of it.'),
      'source-zh': z.string().min(1).exactOptional(),
    })
    .describe('The sentence that the experiment answers, in the words of its source.'),
  expected: z.array(expectation).exactOptional(),
  'cannot-tell': z.array(localised).min(1),
});

export type ExperimentFile = z.output<typeof experimentFile>;
