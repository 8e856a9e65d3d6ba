import { createRoute, z } from '@hono/zod-openapi';

import { lastPage, pagePattern } from '../request/page-number.ts';
import { always, answered, notFound, problem, refused } from './operation.ts';
import * as reading from './reading-schema.ts';

const text = z.string().min(1).max(120);
const optional = (name: string, description: string) =>
  z
    .string()
    .max(64)
    .optional()
    .openapi({ param: { name, in: 'query' }, description });
const day = optional('day', 'A day, today or earlier: what was published then and still may be.');

export const lists = createRoute({
  method: 'get',
  path: '/lists',
  operationId: 'listLists',
  summary: 'Every kind of public record and every list under law',
  request: { query: z.strictObject({ day }) },
  responses: { ...answered('The lists.', reading.listsAnswer), ...refused, ...always },
});

export const list = createRoute({
  method: 'get',
  path: '/lists/{id}',
  operationId: 'getList',
  summary: 'Who stands on one list on the day',
  description: 'In order of the day of decision or of names; never by anything else.',
  request: {
    params: z.object({ id: text }),
    query: z.strictObject({
      page: z
        .string()
        .regex(pagePattern)
        .optional()
        .openapi({
          param: { name: 'page', in: 'query' },
          description: `1 to ${String(lastPage)}.`,
        }),
      day,
      order: optional('order', '`decided` (latest first) or `name`.'),
      agency: optional('agency', 'Code of the supplying agency.'),
      region: optional('region', 'Region that the code of the organisation bears.'),
      from: optional('from', 'First day of decision, included.'),
      until: optional('until', 'Last day of decision, included.'),
    }),
  },
  responses: {
    ...answered('The list.', reading.listAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

export const agencies = createRoute({
  method: 'get',
  path: '/agencies',
  operationId: 'listAgencies',
  summary: 'Agencies that may supply records, in the order of their codes',
  request: { query: z.strictObject({}) },
  responses: { ...answered('The agencies.', reading.agenciesAnswer), ...refused, ...always },
});

export const agency = createRoute({
  method: 'get',
  path: '/agencies/{code}',
  operationId: 'getAgency',
  summary: 'What one agency supplied in twelve months, and how late',
  request: { params: z.object({ code: text }), query: z.strictObject({}) },
  responses: {
    ...answered('The agency.', reading.agencyAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

export const statistics = createRoute({
  method: 'get',
  path: '/statistics',
  operationId: 'getStatistics',
  summary: 'Totals of what is published today, in cells of at least 10',
  request: { query: z.strictObject({}) },
  responses: { ...answered('The totals.', reading.statisticsAnswer), ...refused, ...always },
});

export const changes = createRoute({
  method: 'get',
  path: '/rulebook/changes',
  operationId: 'listRuleChanges',
  summary: 'Promulgations, latest first, with what each changed field by field',
  request: { query: z.strictObject({}) },
  responses: { ...answered('The changes.', reading.changesAnswer), ...refused, ...always },
});

export const copyCheck = createRoute({
  method: 'get',
  path: '/copies/check',
  operationId: 'checkCopy',
  summary: 'Whether a copy still says what the register says today',
  description:
    'Give `fingerprint` as it came with an answer, and the id of the record, or of the organisation alone for its whole answer.',
  request: {
    query: z.strictObject({
      record: optional('record', 'Id of the record.'),
      organisation: optional('organisation', 'Id of the organisation.'),
      fingerprint: z
        .string()
        .regex(/^[0-9a-fA-F]{64}$/)
        .openapi({ param: { name: 'fingerprint', in: 'query' }, description: 'Hex SHA-256.' }),
    }),
  },
  responses: { ...answered('How the copy stands.', reading.copyAnswer), ...refused, ...always },
});

export const copiesCheck = createRoute({
  method: 'post',
  path: '/copies/check',
  operationId: 'checkCopies',
  summary: 'Whether copies still say what the register says today, many at once',
  description:
    'Each copy as for the single question; the answers come in the same order, of one moment. Nothing is stored.',
  request: {
    query: z.strictObject({}),
    body: {
      required: true,
      content: { 'application/json': { schema: reading.copiesQuestion } },
    },
  },
  responses: {
    ...answered('How each copy stands.', reading.copiesAnswer),
    ...refused,
    413: { description: 'The body is too large.', content: problem },
    415: { description: 'The body is no JSON.', content: problem },
    ...always,
  },
});
