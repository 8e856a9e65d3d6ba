import { z } from 'zod';

import { breachClasses, evidenceKind, spreadTo } from './guard-words.ts';
import { shape } from './shape.ts';
import {
  basis,
  cardId,
  citation,
  code,
  confidence,
  day,
  localised,
  noneWithArticle,
  period,
  within,
} from './vocabulary.ts';

/** A span that may be said to be nothing, so that a guard can refuse it. */
const anyWorkingDays = shape({
  'working-days': z.int().min(0).max(3660).describe('Working days; 0 is none.'),
});

/** Who does something: a role, or the machine itself. */
const role = code.describe('A role; `automatic` is the machine, `none` is nobody.');

const notice = z
  .union([
    z.literal('none'),
    shape({
      'working-days': z.int().min(0).describe('Working days between notice and decision.'),
      contents: z.array(code).describe('What the notice has to say.'),
      service: z.array(code).describe('Ways of service that count; `portal_only` does not.'),
    }),
    shape({
      earlier: shape({
        document: code.describe('The served document that is the notice.'),
        'names-consequence': z.boolean().describe('Whether it named this very consequence.'),
        'working-days': z.int().min(0).describe('Working days it left.'),
        basis,
      }).describe('An earlier served document that the law names (N4).'),
    }),
    shape({
      emergency: citation.describe('The article that allows acting first.'),
      'within-hours': z.int().min(0).describe('Hours until notice is given.'),
    }),
  ])
  .describe('Notice before anything happens, {earlier: ..}, {emergency: ..} or none.');

const statement = z
  .union([
    z.literal('none'),
    noneWithArticle,
    shape({
      'working-days': z.int().min(0).describe('Working days.'),
      precondition: code.describe('What has to be done before, such as payment.').exactOptional(),
      when: z
        .enum(['before_decision', 'after_effect'])
        .describe('When it is heard; absent: before the decision.')
        .exactOptional(),
    }),
  ])
  .describe('Time to state and defend, {none: {source, at}} or none.');

const hearing = z
  .union([
    z.literal('none'),
    shape({
      'on-request-within': anyWorkingDays.describe('Time to ask for a hearing.'),
      notice: within.describe('Time between the call and the hearing.'),
      presiding: z.enum(['not_investigator', 'investigator']).describe('Who presides.'),
    }),
    noneWithArticle,
  ])
  .describe('Hearing, {none: {source, at}} or none.');

/** What must happen before something adverse. */
export const procedure = shape({
  notice,
  statement,
  hearing,
  decides: role.describe('Role that decides; `automatic` is the machine.'),
  confirms: z
    .enum(['one_by_one', 'in_bulk'])
    .describe('Whether each case is read and decided by itself.'),
  reviews: role.describe('Role that checks; another official, or none.'),
  approves: role.describe('Role that approves, or none.'),
  conflicts: z
    .enum(['excluded', 'not_asked'])
    .describe('Whether officials with a declared interest are kept out.'),
}).describe('What must happen before it takes effect.');

/** The evidence of a finding. */
export const evidence = shape({
  kinds: z.array(evidenceKind).describe('What is enough for a finding.'),
  burden: z.enum(['authority', 'subject']).describe('Who has to prove.'),
}).describe('What a finding rests on.');

/** The least that has to have happened. */
export const floor = z
  .union([
    z.literal('none'),
    noneWithArticle,
    shape({
      by: z.enum(['amount', 'harm', 'repetition', 'sanction']).describe('What is asked for.'),
      says: localised.describe('The floor in plain words.').exactOptional(),
      amount: cardId.describe('Value card of the amount.').exactOptional(),
      times: z.int().min(2).describe('How often it has to have happened.').exactOptional(),
      basis,
      confidence,
    }),
  ])
  .describe('Below this nothing follows: {by, basis, ..}, {none: {source, at}} or none.');

/** Which conduct counts. */
export const conduct = shape({ from: day.describe('Nothing before this day counts.') }).describe(
  'Which conduct counts.',
);

/** The facts something follows from. */
export const triggerParts = {
  breach: breachClasses,
  domains: z.array(code).min(1).describe('Domains of law of the breach.'),
  gravity: code.describe('Severity class demanded.').exactOptional(),
  conduct,
  floor,
  evidence,
  'where-not': z
    .array(code)
    .min(1)
    .describe('Kinds of subjects left out, such as public_body.')
    .exactOptional(),
  'left-out-by': citation.describe('The article that leaves them out.').exactOptional(),
  'by-class': shape({
    card: cardId.describe('Id of a risk class, an evaluation or a scale.'),
    classes: z.array(code).min(1).describe('Its classes.'),
  })
    .describe('Follows from a class instead of a listed act.')
    .exactOptional(),
};

/** How something is fought. */
export const remedies = shape({
  correction: z.union([z.literal('none'), cardId]).describe('Clock card of a correction.'),
  'dispute-mark': z
    .union([z.literal('none'), anyWorkingDays])
    .describe('How soon a disputed entry is marked wherever it is shown; 0 is at once.'),
  'recipients-told': code.describe('Who is told of a correction; `none` is nobody.'),
  review: z
    .union([
      z.literal('none'),
      shape({
        by: code.describe('Who reviews; never who decided.'),
        within: period.describe('Time to apply.'),
      }),
    ])
    .describe('Review by someone else, or none.'),
  court: z
    .union([z.literal('none'), shape({ within: period.describe('Time to sue.') })])
    .describe('The court, or none.'),
  stay: z.enum(['possible', 'automatic', 'excluded']).describe('Whether it can be stayed.'),
  fee: z.union([z.literal('none'), z.string().min(1)]).describe('What it costs; none.'),
}).describe('How it is fought.');

/** Whom it reaches beyond its subject. */
export const spread = z
  .union([
    z.literal('none'),
    shape({
      to: z.array(spreadTo).min(1).describe('Whom it reaches.'),
      ground: z
        .union([
          z.literal('none'),
          shape({
            provision: citation.describe('The provision that names them.'),
            finding: z
              .enum(['individual_decision', 'none'])
              .describe('Whether the same decision finds each of them responsible.'),
          }),
        ])
        .describe('What lets it spread.'),
    }),
  ])
  .describe('none: an entry never spreads to others.');

/** How something is used. */
export const use = shape({
  purposes: z.array(code).min(1).describe('What it may be used for.'),
  recipients: z.array(code).min(1).describe('Who receives it.'),
  bulk: code.describe('Condition for receiving it in bulk, or none.'),
  price: z.union([z.literal('none'), z.string().min(1)]).describe('Always free: none.'),
}).describe('How it is used.');

/** What is published, and where. */
export const publicity = shape({
  fields: z.array(code).min(1).describe('Published fields (N10).'),
  channels: z.array(code).min(1).describe('Where it is published.'),
  waits: anyWorkingDays
    .describe('Working days the display waits where no hearing went before (N4).')
    .exactOptional(),
}).describe('What is published.');

/** Public comment before a rule. */
const comment = z
  .union([
    z.literal('none'),
    noneWithArticle,
    shape({ days: z.int().describe('Days of public comment, at least 30.') }),
  ])
  .describe('Public comment before it (N15).');

/** Regular look at the effect of a rule. */
const regularLook = z
  .union([
    z.literal('none'),
    noneWithArticle,
    shape({
      by: code.describe('Who looks at the effect: third_party.'),
      every: period.describe('At most P24M.'),
    }),
  ])
  .describe('Regular look at the effect (N15).');

/** What a rule does, tried before. */
const impact = z
  .union([
    z.literal('none'),
    noneWithArticle,
    shape({
      'lab-report': z
        .string()
        .regex(/^sha256-[0-9a-f]{64}$/, 'sha256- and 64 hexadecimal digits')
        .describe('Hash of the Lab report.'),
      published: day.describe('When the draft was published.'),
    }),
  ])
  .describe('What it does, tried before; {none: {source, at}} where the card restates law.');

/** Before a rule is in force: each of the three a card may state. */
export const promulgationParts = {
  comment: comment.exactOptional(),
  evaluation: regularLook.exactOptional(),
  impact,
};

/** Who acts. */
export const issuer = shape({
  competence: code.describe('Competence of the body.'),
  level: code.describe('Level of the body.'),
  territory: z.enum(['own', 'national']).describe('Where its decisions hold.'),
}).describe('Who acts; a competence card allows it.');
