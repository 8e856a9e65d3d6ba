import { z } from '@hono/zod-openapi';

import * as shared from './schema.ts';

const { civilDate, localised, basis, period, publicity, fact, titled } = shared.parts;

const count = z.number().int().min(0);
const withheld = count.nullable().openapi({
  description: 'Null: withheld, being below 10 or giving such a number away.',
});

const exit = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('time'), after: period }),
    z.object({ kind: z.literal('repair'), earliest: period.optional() }),
    z.object({ kind: z.literal('duty'), duty: localised, confirmEvery: period }),
    z.object({
      kind: z.enum([
        'correction',
        'review',
        'court',
        'put-right',
        'annulment',
        'validity',
        'standing',
      ]),
    }),
  ])
  .openapi('Exit', { description: 'How an entry ends.' });

const listLine = z
  .object({
    kind: z.enum(['item', 'list']),
    id: z.string(),
    title: localised,
    effect: z.enum(['adverse', 'neutral', 'benefit']),
    keepers: z.array(z.object({ code: z.string(), name: localised })),
    issuer: z.object({ competence: z.string(), level: z.string() }).optional(),
    basis: z.array(basis),
    confidence: z.enum(['verified', 'secondary', 'unverified']),
    exits: z.array(exit),
    standing: z.object({ records: count, subjects: count }).openapi({
      description: 'Records or, of a list under law, entries that stand published on the day.',
    }),
    url: z.string(),
  })
  .openapi('List');

export const listsAnswer = z
  .object({ clock: shared.clock, lists: z.array(listLine) })
  .openapi('ListsAnswer');

const listRecord = z
  .object({
    id: z.string(),
    effect: z.enum(['adverse', 'neutral', 'benefit']),
    heading: fact,
    document: z.object({ number: z.string(), title: z.string().optional() }).optional(),
    severity: titled.optional(),
    decidedOn: civilDate,
    provider: z.object({ name: z.string(), code: z.string() }),
    publicity,
    url: z.string(),
  })
  .openapi('ListRecord');

export const listAnswer = z
  .object({
    clock: shared.clock,
    list: listLine,
    order: z.enum(['decided', 'name']),
    entries: z.object({
      total: count,
      page: count,
      pageSize: count,
      items: z.array(z.object({ organisation: shared.subject, record: listRecord })),
    }),
    listed: z
      .array(z.object({ organisation: shared.subject, listing: shared.parts.listing }))
      .openapi({
        description: 'Of a list under law: who stands in it, instead of `entries.items`.',
      }),
    regions: z.array(z.string()),
  })
  .openapi('ListAnswer');

const agency = z
  .object({
    code: z.string(),
    name: localised,
    supplies: z.array(z.object({ item: z.string(), title: localised })),
    url: z.string(),
  })
  .openapi('Agency');

export const agenciesAnswer = z
  .object({ clock: shared.clock, agencies: z.array(agency) })
  .openapi('AgenciesAnswer');

const counts = z
  .object({
    cells: z.array(z.array(withheld)),
    rowTotals: z.array(withheld),
    columnTotals: z.array(withheld),
    total: withheld,
  })
  .openapi('Counts', { description: 'Rows of columns, with their totals.' });

const lateness = z
  .object({
    item: z.string(),
    title: localised,
    withinWorkingDays: count.optional(),
    basis: z.array(basis),
    known: withheld,
    late: withheld,
    notKnown: withheld,
    lateTenths: count.optional().openapi({ description: 'Late among known, in 0.1 %.' }),
    medianDays: count.optional(),
    ninetiethDays: count.optional(),
  })
  .openapi('Lateness');

export const agencyAnswer = z
  .object({
    clock: shared.clock,
    agency,
    from: civilDate,
    months: z.array(z.string()),
    supplied: counts.openapi({ description: 'A row for each item supplied, a column a month.' }),
    backlog: withheld,
    lateness: z.array(lateness),
    openMatters: withheld.openapi({ description: 'Contradictions that wait for the agency.' }),
    lastBatchOn: civilDate.optional(),
  })
  .openapi('AgencyAnswer');

const named = z.object({ code: z.string(), title: localised.optional() });

const countTable = z.object({
  by: z.enum(['severity', 'region', 'agency', 'month']),
  rows: z.array(named),
  columns: z.array(titled),
  counts,
  csv: z.string(),
});

export const statisticsAnswer = z
  .object({
    clock: shared.clock,
    tables: z.array(countTable).openapi({ description: 'Records, by item of the catalogue.' }),
    listings: z.array(countTable).openapi({
      description: 'Entries in lists under law, by list; an agency decides, a month is its begin.',
    }),
    unanswered: withheld.openapi({
      description: 'Measures given to a body that has not answered; null below ten.',
    }),
    repairFrom: civilDate,
    repair: z.array(
      z.object({
        item: titled,
        severity: titled,
        corrected: withheld,
        notCorrected: withheld,
        quartiles: z.array(z.number().int()).length(3).optional(),
      }),
    ),
  })
  .openapi('StatisticsAnswer');

const change = z
  .object({
    edition: shared.parts.editionLine,
    promulgatedAt: z.iso.datetime(),
    approvals: z.array(z.object({ role: z.string(), on: civilDate })),
    since: z.string().optional(),
    added: z.array(shared.parts.cardLine),
    withdrawn: z.array(shared.parts.cardLine),
    changed: z.array(
      z.object({
        card: shared.parts.cardLine,
        fields: z.array(
          z.object({
            path: z.string(),
            old: z.unknown().optional(),
            new: z.unknown().optional(),
          }),
        ),
      }),
    ),
  })
  .openapi('RuleChange');

export const changesAnswer = z
  .object({ clock: shared.clock, changes: z.array(change) })
  .openapi('RuleChangesAnswer');

export const copyAnswer = z
  .object({
    clock: shared.clock,
    state: z.enum(['current', 'changed', 'not-published']).openapi({
      description:
        '`not-published`: withdrawn, ended or never there; the register does not say which.',
    }),
    fingerprint: z.string().optional(),
    url: z.string().optional(),
  })
  .openapi('CopyAnswer');

/** Copies that are compared at a time: a body of them stays below a page's own size. */
const copiesAtOnce = 100;

const copyId = z.uuid().optional();

export const copiesQuestion = z
  .strictObject({
    copies: z
      .array(
        z
          .strictObject({
            record: copyId.openapi({ description: 'Id of the record.' }),
            organisation: copyId.openapi({ description: 'Id of the organisation.' }),
            fingerprint: z
              .string()
              .regex(/^[0-9a-fA-F]{64}$/)
              .openapi({ description: 'Hex SHA-256.' }),
          })
          .openapi({ description: 'One of the two ids at least.' }),
      )
      .min(1)
      .max(copiesAtOnce),
  })
  .openapi('CopiesQuestion');

export const copiesAnswer = z
  .object({
    clock: shared.clock,
    copies: z.array(copyAnswer.omit({ clock: true })).openapi({ description: 'As asked.' }),
  })
  .openapi('CopiesAnswer');
