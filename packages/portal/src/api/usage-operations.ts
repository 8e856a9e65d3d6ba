import { createRoute, z } from '@hono/zod-openapi';

import { always, answered, notFound, problem, refused } from './operation.ts';
import * as schema from './schema.ts';

/** The most looks that one answer lists; Estonia's protocol has the same. */
export const mostLooks = 1_000;

const known = {
  401: { description: 'Nobody is signed in, or the token is not accepted.', content: problem },
  403: { description: 'Not permitted to whoever asks.', content: problem },
} as const;

const moment = z.string().openapi({ format: 'date-time' });
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const day = (description: string) =>
  z.string().regex(dayForm).optional().openapi({ format: 'date', description });
const whole = (max: number, description: string, example: string) =>
  z
    .string()
    .regex(/^\d{1,7}$/)
    .refine((text) => Number(text) <= max)
    .optional()
    .openapi({ description, example });

const subject = z.string().min(1).max(120).optional().openapi({
  description:
    'Code of the organisation. Whoever acts for one organisation need not name it; oversight has to.',
});

const look = z
  .strictObject({
    at: moment,
    agency: z.string().openapi({ description: 'Code of the agency; empty for the organisation.' }),
    agencyName: schema.parts.localised.optional(),
    role: z.string(),
    purpose: z.string(),
    fields: z.array(z.string()),
    caseId: z.string().optional().openapi({ description: 'The case that was looked at.' }),
    account: z.string().optional().openapi({ description: 'Only for oversight.' }),
  })
  .openapi('Look');

export const findUsage = createRoute({
  method: 'get',
  path: '/usage/findUsage',
  operationId: 'findUsage',
  summary: 'Who looked at what is held about an organisation beyond what is public',
  request: {
    query: z.strictObject({
      subject,
      from: day('First civil day.'),
      until: day('First civil day that no longer counts.'),
      offset: whole(1_000_000, 'How many of the latest looks to leave out; absent: 0.', '0'),
      limit: whole(mostLooks, `At most ${String(mostLooks)}; absent: as many.`, '1000'),
    }),
  },
  responses: {
    ...answered(
      'The looks, latest first.',
      z
        .strictObject({
          clock: schema.clock,
          total: z.int(),
          offset: z.int(),
          limit: z.int(),
          looks: z.array(look),
        })
        .openapi('UsageAnswer'),
    ),
    ...refused,
    ...known,
    ...notFound,
    ...always,
  },
});

export const usagePeriod = createRoute({
  method: 'get',
  path: '/usage/usagePeriod',
  operationId: 'usagePeriod',
  summary: 'From when until when looks at an organisation are kept',
  request: { query: z.strictObject({ subject }) },
  responses: {
    ...answered(
      'The first look kept, and now.',
      z
        .strictObject({
          clock: schema.clock,
          from: moment.optional().openapi({ description: 'Absent where nobody has looked.' }),
          until: moment,
        })
        .openapi('UsagePeriod'),
    ),
    ...refused,
    ...known,
    ...notFound,
    ...always,
  },
});

export const heartbeat = createRoute({
  method: 'get',
  path: '/usage/heartbeat',
  operationId: 'usageHeartbeat',
  summary: 'Whether looks are being kept; open to everyone',
  request: { query: z.strictObject({}) },
  responses: {
    ...answered(
      'They are: a look that cannot be written down is not given.',
      z.strictObject({ status: z.literal('ok'), timepoint: moment }).openapi('UsageHeartbeat'),
    ),
    ...refused,
    ...always,
  },
});
