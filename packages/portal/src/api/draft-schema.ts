import { z } from '@hono/zod-openapi';

import * as shared from './schema.ts';

const { civilDate, localised } = shared.parts;

const count = z.number().int().min(0);
const withheld = count.nullable().openapi({
  description: 'Null: none or fewer than ten, or it would give such a number away.',
});

const draftLine = z
  .object({
    hash: z.string().openapi({ description: 'Hex SHA-256 of the whole text: names the draft.' }),
    code: z.string(),
    title: localised,
    territory: z.string(),
    inForceFrom: civilDate,
    state: z.enum(['preparing', 'commenting', 'deciding', 'promulgated']),
    publishedOn: civilDate.optional(),
    commentUntil: civilDate.optional().openapi({
      description: 'First day on which no comment is taken any more.',
    }),
    unanswered: count.openapi({ description: 'Comments that wait for their answer.' }),
    url: z.string(),
  })
  .openapi('RuleDraft');

export const draftsAnswer = z
  .object({ clock: shared.clock, drafts: z.array(draftLine) })
  .openapi('RuleDraftsAnswer');

const card = z.object({ kind: z.string(), id: z.string(), title: localised });
const label = z.object({ code: z.string(), title: localised.optional() });
const table = z.object({
  rows: z.array(label),
  columns: z.array(label),
  counts: z
    .object({
      cells: z.array(z.array(withheld)),
      rowTotals: z.array(withheld),
      columnTotals: z.array(withheld),
      total: withheld,
    })
    .optional()
    .openapi({ description: 'Absent: the whole table is withheld.' }),
});

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
const inherited = z.object({
  ...{ measure: z.string(), title: localised, atMost: z.number(), found: interval },
  against: z
    .object({
      title: localised,
      above: interval,
      by: z.string().openapi({ description: 'Measure that is compared.' }),
      counted: localised.optional().openapi({
        description: 'What is counted, with its unit, where that is not the limited measure.',
      }),
      difference: interval.openapi({ description: 'What the draft adds.' }),
      margin: z
        .object({
          atMost: z.number(),
          confidence: z.enum(['verified', 'secondary', 'unverified']),
        })
        .optional()
        .openapi({ description: 'What it may add; nothing where absent.' }),
    })
    .optional(),
});

export const draftAnswer = z
  .object({
    clock: shared.clock,
    draft: draftLine,
    changes: z.object({
      against: z.string().optional().openapi({ description: 'Edition it is compared with.' }),
      added: z.array(card),
      withdrawn: z.array(card),
      changed: z.array(
        card.extend({
          fields: z.array(
            z.object({
              path: z.string(),
              meaning: z.string(),
              old: z.unknown().optional(),
              new: z.unknown().optional(),
            }),
          ),
        }),
      ),
    }),
    labReports: z.array(
      z.object({
        report: z.string(),
        madeOn: civilDate,
        keyId: z.string(),
        signature: z.enum(['verified', 'key-not-listed']),
        verdict: z.enum(['promulgable', 'not-promulgable', 'not-stated']),
        inherited: z.array(inherited).optional().openapi({
          description: 'Harm limits that the rules above do not keep themselves.',
        }),
      }),
    ),
    impact: z
      .object({
        hash: z.string(),
        keyId: z.string(),
        asOf: civilDate,
        baseline: z.string(),
        programs: z.array(
          z.object({
            kind: z.string(),
            id: z.string(),
            title: localised,
            transitions: table,
            exits: table,
          }),
        ),
      })
      .optional(),
    comments: z.array(
      z.object({
        number: z.string(),
        on: civilDate,
        text: z.string().optional().openapi({
          description: 'Absent: it speaks of other people and is withheld.',
        }),
        answer: z.object({ text: z.string(), on: civilDate, agency: z.string() }),
      }),
    ),
  })
  .openapi('RuleDraftAnswer');
