import { z } from '@hono/zod-openapi';

import { dutyReportSchema } from './duty-schema.ts';
import { lifeSchemas } from './life-schema.ts';
import { visitSchema } from './visit-schema.ts';

const civilDate = z.iso.date().openapi({ example: '2026-08-14' });
const openEnd = z.union([civilDate, z.literal('none')]);

const localised = z
  .object({ zh: z.string().optional(), en: z.string().optional() })
  .openapi('Localised', { description: 'A text in those languages its source has.' });

const editionLine = z
  .object({
    code: z.string(),
    title: localised,
    hash: z.string().openapi({ description: 'SHA-256 of the whole edition as canonical JSON.' }),
    inForceFrom: civilDate,
    inForceUntil: openEnd,
  })
  .openapi('EditionLine');

export const clock = z
  .object({
    timepoint: z.iso.datetime().openapi({
      description: 'When the last entry the answer may rest on was recorded (UTC).',
    }),
    today: civilDate,
    day: civilDate.openapi({ description: 'The day the answer is about.' }),
    zone: z.string().openapi({ description: 'Zone in which days are counted.' }),
    edition: editionLine,
  })
  .openapi('Clock', { description: 'The time and law under which the answer is given.' });

const identifier = z
  .object({ scheme: z.string(), value: z.string(), title: localised })
  .openapi('Identifier');

export const subject = z
  .object({
    id: z.string(),
    name: z.string().optional().openapi({ description: 'Absent where the source gave none.' }),
    kind: z.enum(['organisation', 'public_body', 'sole_trader']),
    identifiers: z.array(identifier),
    registeredOn: civilDate.optional(),
    district: z.string().optional(),
    published: z.number().int().min(0).openapi({
      description: 'Records that burden the organisation and are published on the day.',
    }),
    identityUnderReview: z.boolean().openapi({
      description:
        'The code or the name was supplied for another organisation too, and is being looked into.',
    }),
    listed: z
      .array(z.object({ code: z.string(), title: localised, disputedSince: civilDate.optional() }))
      .openapi({
        description:
          'Lists it stands in on the day and today; `published` does not count them. ' +
          'Each entry is told with the organisation itself and in the list.',
      }),
    firstBegin: civilDate.optional(),
    lastEnd: civilDate.optional(),
    match: z
      .object({
        kind: z.enum(['code', 'code-begins', 'name', 'pinyin', 'initials']),
        name: z.string().optional(),
      })
      .optional(),
    branchOf: z
      .string()
      .optional()
      .openapi({
        description:
          'In search results: the organisation is a branch of the one so called, with a code and ' +
          'records of its own.',
      }),
    url: z.string().openapi({ description: 'Page of the organisation.' }),
  })
  .openapi('Organisation');

const money = z.object({
  amount: z.number().int().openapi({ description: 'In minor units, e.g. fen or cents.' }),
  currency: z.string(),
  decimal: z.string().openapi({ example: '20000.00' }),
});

const factValue = z.union([z.string(), z.number(), z.boolean(), money, z.array(z.string())]);

const fact = z
  .object({
    field: z.string(),
    title: localised,
    value: factValue,
    codes: z.array(localised).optional(),
  })
  .openapi('Fact');

const publicity = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('shown'),
      begins: civilDate,
      ends: civilDate.openapi({ description: 'First day on which it is no longer shown.' }),
      repairFrom: civilDate.optional(),
      clockFrom: z.enum(['decided', 'published', 'served']),
    }),
    z.object({ kind: z.literal('valid'), begins: civilDate, ends: openEnd }),
  ])
  .openapi('Publicity', { description: '`ends` is the first day on which it is no longer shown.' });

const basis = z
  .object({
    source: z.string(),
    at: z.string(),
    sourceTitle: localised,
    confidence: z.enum(['verified', 'secondary', 'unverified']),
    for: z.enum(['decision', 'publication', 'term', 'severity', 'way-out']),
    url: z.string(),
  })
  .openapi('Basis');

const period = z.object({
  unit: z.enum(['months', 'days', 'working-days']),
  count: z.number().int(),
});

const wayOut = z
  .object({
    kind: z.enum(['repair', 'correction', 'review', 'court', 'put-right', 'wait']),
    earliestOn: civilDate.optional(),
    latestOn: civilDate.optional(),
    answerWithin: period.optional(),
    state: z.enum(['open', 'not-yet', 'closed', 'not-confirmed']),
    basis: z.array(basis),
  })
  .openapi('WayOut');

const titled = z.object({ code: z.string(), title: localised });

const fingerprint = z.string().openapi({
  description: 'What the answer says as hex SHA-256; `/copies/check` compares a copy with it.',
});

export const record = z
  .object({
    id: z.string(),
    item: titled,
    effect: z.enum(['adverse', 'neutral', 'benefit']),
    heading: fact,
    document: z.object({ number: z.string(), title: z.string().optional() }).optional(),
    decidedOn: civilDate,
    statementCorrectedOn: civilDate.optional().openapi({
      description: 'Day on which an earlier statement of this record was corrected.',
    }),
    disputedSince: civilDate.optional().openapi({
      description: 'An objection to this record is open since this day, as of today.',
    }),
    reply: z.object({ on: civilDate, text: z.string() }).optional().openapi({
      description: 'What the organisation says about this record, in its own words.',
    }),
    authority: z.object({ name: z.string(), code: z.string().optional() }).optional(),
    provider: z.object({ name: z.string(), code: z.string() }),
    service: z.object({
      kind: z.enum(['shown', 'stated', 'not-shown', 'not-needed']),
      on: civilDate.optional(),
      mode: z.string().optional(),
      modeTitle: localised.optional(),
    }),
    severity: titled.optional(),
    publicity,
    facts: z.array(fact),
    basis: z.array(basis),
    waysOut: z.array(wayOut),
    fingerprint,
    url: z.string(),
  })
  .openapi('Record');

const listing = z
  .object({
    id: z.string(),
    list: titled,
    document: z.object({ number: z.string(), title: z.string().optional() }).optional(),
    begins: civilDate,
    ends: civilDate.optional().openapi({
      description: 'First day without it; absent where an open duty ends it.',
    }),
    confirmBy: civilDate.optional().openapi({
      description: 'Last day on which the duty is confirmed to be open; past it nothing stands.',
    }),
    repairFrom: civilDate.optional(),
    disputedSince: civilDate.optional(),
    measures: z.array(titled),
    basis: z.array(basis),
    waysOut: z.array(wayOut),
    fingerprint,
  })
  .openapi('Listing', { description: 'A list that the organisation stands in on the day.' });

const latePayment = z
  .object({
    id: z.string(),
    amount: money.openapi({ description: 'Rounded to two digits.' }),
    creditor: z.string().optional().openapi({ description: 'Only at its own wish.' }),
    because: z.enum(['upheld', 'confirmed', 'unanswered']),
    begins: civilDate,
    ends: civilDate.openapi({ description: 'First day without it, were it never paid.' }),
    confirmBy: civilDate,
    disputedSince: civilDate.optional(),
    basis: z.array(basis),
    fingerprint,
  })
  .openapi('LatePayment', { description: 'A payment that a public body is late with.' });

export interface StepShape {
  id: string;
  question: { zh?: string | undefined; en?: string | undefined };
  answer: { zh?: string | undefined; en?: string | undefined };
  result: { kind: string; value: string };
  basis: { source: string; at: string; confidence: 'verified' | 'secondary' | 'unverified' }[];
  children: StepShape[];
}

const step: z.ZodType<StepShape> = z
  .object({
    id: z.string(),
    question: localised,
    answer: localised,
    result: z.object({ kind: z.string(), value: z.string() }),
    basis: z.array(
      z.object({
        source: z.string(),
        at: z.string(),
        confidence: z.enum(['verified', 'secondary', 'unverified']),
      }),
    ),
    children: z.array(z.lazy((): z.ZodType<StepShape> => step)),
  })
  .openapi('Step', { description: 'One step of the derivation: question, answer, basis.' });

export const explainedRecord = record.extend({ why: step }).openapi('ExplainedRecord');

function paged<Item extends z.ZodType>(item: Item) {
  return z.object({
    total: z.number().int().min(0),
    page: z.number().int().min(1),
    pageSize: z.number().int().min(1),
    items: z.array(item),
  });
}

export const searchAnswer = z
  .object({
    clock,
    query: z.string(),
    registerSize: z.number().int().min(0),
    codeFaults: z
      .array(
        z.object({
          scheme: z.string(),
          fault: z.string(),
          position: z.number().int().optional(),
          expected: z.string().optional(),
          found: z.string().optional(),
        }),
      )
      .optional(),
    results: paged(subject).extend({
      total: z.number().int().min(0).openapi({ description: 'At most 1,000.' }),
      more: z.boolean().openapi({
        description: 'There are more than `total`; they are neither counted nor paged through.',
      }),
    }),
  })
  .openapi('SearchAnswer');

const report = dutyReportSchema({ basis, civilDate, localised, money });

const { life, inherited } = lifeSchemas({ basis, civilDate, localised, record });

export const visit = visitSchema({ civilDate, localised });

export const subjectAnswer = z
  .object({
    clock,
    organisation: subject,
    fingerprint,
    registration: record.optional(),
    listings: z.array(listing),
    latePayments: z.array(latePayment).optional(),
    visits: z.array(visit).optional(),
    reports: z.array(report).optional(),
    life: life.optional(),
    inherited: z.array(inherited).optional(),
    records: paged(record),
    others: paged(record),
  })
  .openapi('OrganisationAnswer');

export const recordAnswer = z
  .object({ clock, organisation: subject, record: explainedRecord })
  .openapi('RecordAnswer');

const editionSummary = editionLine
  .extend({
    territory: z.string(),
    languages: z.array(z.enum(['zh', 'en'])),
    reviewBy: civilDate,
    succeeds: z.string().optional(),
    parent: z.string().optional(),
    cards: z.number().int().min(0),
    url: z.string(),
  })
  .openapi('Edition');

const cardLine = z
  .object({
    kind: z.string(),
    id: z.string(),
    title: localised,
    confidence: z.enum(['verified', 'secondary', 'unverified']).optional(),
    inForce: z.object({ from: civilDate, until: openEnd }).optional(),
    url: z.string(),
  })
  .openapi('CardLine');

export const editionsAnswer = z
  .object({ clock, editions: z.array(editionSummary) })
  .openapi('EditionsAnswer');

export const editionAnswer = z
  .object({ clock, edition: editionSummary, cards: z.array(cardLine) })
  .openapi('EditionAnswer');

export const cardAnswer = z
  .object({
    clock,
    edition: editionSummary,
    card: cardLine.extend({ basis: z.array(basis), reviewBy: civilDate.optional() }),
    content: z.unknown().openapi({
      description: 'The card as the canonical JSON of the edition carries it.',
    }),
    citedBy: z.array(cardLine),
  })
  .openapi('CardAnswer');

export const healthAnswer = z
  .object({ status: z.literal('ok'), timepoint: z.iso.datetime() })
  .openapi('Health');

export const problemDetails = z
  .object({
    type: z.string().openapi({ example: '/problems/record-not-found' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    todo: z.string().openapi({ description: 'What to do about it.' }),
    parameter: z.string().optional().openapi({ description: 'The parameter that was refused.' }),
    accepted: z.string().optional().openapi({ description: 'What it accepts.' }),
    reference: z.string().optional().openapi({ description: 'To quote when reporting a defect.' }),
  })
  .openapi('Problem', { description: 'RFC 9457 problem details.' });

export const problemsAnswer = z
  .object({
    clock,
    problems: z.array(
      z.object({
        code: z.string(),
        type: z.string(),
        status: z.number().int(),
        title: localised,
        todo: localised,
      }),
    ),
  })
  .openapi('ProblemsAnswer');

/** What further answers are made of. */
export const parts = {
  civilDate,
  localised,
  editionLine,
  basis,
  period,
  publicity,
  fact,
  titled,
  listing,
  cardLine,
  money,
  latePayment,
} as const;
