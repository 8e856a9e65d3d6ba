import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { basis, code, confidence, head, localised, period } from './vocabulary.ts';

/** What a document of a case can be; each edition words it in its own way. */
export const documentKinds = [
  'advance-notice',
  'hearing-notice',
  'listing-decision',
  'removal-decision',
  'proof-of-service',
  'repair-notice',
  'correction-notice',
  'repair-void-decision',
  'spending-order',
  'allowance-decision',
  'identity-notice',
  'identity-decision',
  'superior-notice',
] as const;

/** What a document states, in the words of guards G24 and G25. */
const documentParts = [
  'facts',
  'evidence',
  'article',
  'measures',
  'term',
  'exit',
  'remedies',
  'statement',
  'hearing',
  'answers',
  'service',
  'change',
] as const;

const part = shape({
  part: z.enum(documentParts).describe('What this paragraph states.'),
  heading: localised.describe('Its heading.'),
  text: localised.describe('Its words; names in braces are filled from the case.'),
}).describe('One paragraph of a document.');

/** How a way of service is proven and from which day it counts. */
const serviceMode = shape({
  title: localised.describe('What people call this way of service.'),
  proof: localised.describe('What proves it.'),
  counts: shape({
    from: z
      .enum(['receipt', 'left', 'posted', 'opened'])
      .describe('The day that is stated: of receipt, of leaving, of posting, of opening.'),
    after: period.describe('How long after that day it counts as served.').exactOptional(),
  }).describe('From which day it counts.'),
  needs: z
    .array(z.enum(['consent', 'failed_attempts']))
    .describe('What has to stand before: consent, or attempts that failed.')
    .exactOptional(),
  basis,
  confidence,
}).describe('One way of service.');

/** documents/: how a paper of a procedure is worded, numbered, sealed and served. */
export const documentCard = shape({
  document: z.enum(documentKinds).describe('Which document it is; also the name of its file.'),
  ...head,
  burdens: z.boolean().describe('Whether it says something adverse; then G24 asks for its parts.'),
  number: z
    .string()
    .min(1)
    .describe('How its number is written: {authority}, {year} and {sequence} in braces.'),
  'also-numbered': z
    .array(z.string().min(1))
    .min(1)
    .describe('Other ways in which some authorities write it, a court for one.')
    .exactOptional(),
  seal: z.enum(['authority', 'none']).describe('Whose seal it bears.'),
  opening: localised.describe('How it begins.'),
  parts: z.array(part).describe('What it states, in order.'),
  closing: localised.describe('How it ends.').exactOptional(),
  modes: z
    .record(code, serviceMode)
    .describe('Ways of service, on the proof of service.')
    .exactOptional(),
}).describe('A document of a procedure.');

/** @see {@link documentCard} */
export type DocumentCard = Frozen<z.output<typeof documentCard>>;
export type DocumentPart = (typeof documentParts)[number];
