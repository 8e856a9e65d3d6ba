import { cardKinds } from '@credence/casework';
import { createRoute, z } from '@hono/zod-openapi';

import { longestQuery } from '../request/query.ts';
import { lastPage, pagePattern } from '../request/page-number.ts';
import * as schema from './schema.ts';

export const problem = { 'application/problem+json': { schema: schema.problemDetails } };

const retryAfter = {
  'Retry-After': {
    description: 'Seconds after which to come back.',
    schema: { type: 'integer', minimum: 1 },
  },
} as const;

const unlimited = {
  304: { description: 'The client already holds these bytes (`If-None-Match`).' },
  406: { description: 'The client takes no JSON.', content: problem },
  500: { description: 'A defect of the register.', content: problem },
  503: { description: 'The store cannot answer now.', headers: retryAfter, content: problem },
} as const;

export const always = {
  ...unlimited,
  429: {
    description: 'Too many requests from one address.',
    headers: retryAfter,
    content: problem,
  },
} as const;

export const refused = {
  400: { description: 'A parameter is wrong; the answer names it.', content: problem },
} as const;

export const notFound = {
  404: {
    description: 'Nothing published at this address: it never was, or it has ended.',
    content: problem,
  },
} as const;

export function answered<Answer extends z.ZodType>(description: string, answer: Answer) {
  return { 200: { description, content: { 'application/json': { schema: answer } } } } as const;
}

const day = z
  .string()
  .optional()
  .openapi({
    param: { name: 'day', in: 'query' },
    format: 'date',
    description: 'A day, today or earlier: what was published then and still may be published.',
    example: '2026-03-03',
  });
const page = z
  .string()
  .regex(pagePattern)
  .optional()
  .openapi({
    param: { name: 'page', in: 'query' },
    description: `1 to ${String(lastPage)}.`,
    example: '1',
  });
const text = z.string().min(1).max(120);

export const health = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'getHealth',
  summary: 'Whether the register answers; never rate limited',
  request: { query: z.strictObject({}) },
  responses: { ...answered('It answers.', schema.healthAnswer), ...refused, ...unlimited },
});

export const search = createRoute({
  method: 'get',
  path: '/organisations',
  operationId: 'searchOrganisations',
  summary: 'Find organisations by name, pinyin, initials or code',
  description: 'The order follows likeness of name only. There is no search for people.',
  request: {
    query: z.strictObject({
      q: z.string().min(1).max(longestQuery).openapi({ description: 'Name, pinyin or code.' }),
      page,
      day,
    }),
  },
  responses: { ...answered('Organisations found.', schema.searchAnswer), ...refused, ...always },
});

export const organisationByCode = createRoute({
  method: 'get',
  path: '/organisations/by-code/{scheme}/{code}',
  operationId: 'getOrganisationByCode',
  summary: 'One organisation by a code of a scheme',
  request: {
    params: z.object({ scheme: text, code: text }),
    query: z.strictObject({ page, day }),
  },
  responses: {
    ...answered('The organisation.', schema.subjectAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

export const organisation = createRoute({
  method: 'get',
  path: '/organisations/{id}',
  operationId: 'getOrganisation',
  summary: 'One organisation with what is published about it',
  description: 'Records come in pages; `page` turns both lists.',
  request: { params: z.object({ id: text }), query: z.strictObject({ page, day }) },
  responses: {
    ...answered('The organisation.', schema.subjectAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

export const record = createRoute({
  method: 'get',
  path: '/organisations/{id}/records/{recordId}',
  operationId: 'getRecord',
  summary: 'One published record with the derivation of its dates',
  request: {
    params: z.object({ id: text, recordId: text }),
    query: z.strictObject({ day }),
  },
  responses: {
    ...answered('The record.', schema.recordAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

export const editions = createRoute({
  method: 'get',
  path: '/rulebook/editions',
  operationId: 'listEditions',
  summary: 'All promulgated editions of the rulebook',
  request: { query: z.strictObject({}) },
  responses: { ...answered('The editions.', schema.editionsAnswer), ...refused, ...always },
});

export const edition = createRoute({
  method: 'get',
  path: '/rulebook/editions/{code}',
  operationId: 'getEdition',
  summary: 'One edition with the list of its cards',
  request: { params: z.object({ code: text }), query: z.strictObject({}) },
  responses: {
    ...answered('The edition.', schema.editionAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

export const card = createRoute({
  method: 'get',
  path: '/rulebook/editions/{code}/{kind}/{id}',
  operationId: 'getCard',
  summary: 'One card of an edition, as the hash covers it',
  request: {
    params: z.object({ code: text, kind: z.enum(cardKinds), id: text }),
    query: z.strictObject({}),
  },
  responses: { ...answered('The card.', schema.cardAnswer), ...refused, ...notFound, ...always },
});

export const problemList = createRoute({
  method: 'get',
  path: '/problems',
  operationId: 'listProblems',
  summary: 'Every problem this API can answer with',
  request: { query: z.strictObject({}) },
  responses: { ...answered('The problems.', schema.problemsAnswer), ...refused, ...always },
});

export const openapiDocument = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getDocument',
  summary: 'This document',
  request: { query: z.strictObject({}) },
  responses: {
    ...answered('The document (OpenAPI 3.1).', z.record(z.string(), z.unknown())),
    ...refused,
    ...always,
  },
});
