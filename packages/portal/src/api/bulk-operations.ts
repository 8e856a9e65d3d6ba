import { createRoute, z } from '@hono/zod-openapi';

import * as bulk from './bulk-schema.ts';
import { always, answered, notFound, problem, refused } from './operation.ts';

/** Each parameter is a schema of its own: what is said of one would else be said of all. */
const text = () => z.string().min(1).max(120);

/** A free key, as its holder sends it. */
export const readerKeyScheme = 'readerKey';
const keyed = [{ [readerKeyScheme]: [] }];
const openOrKeyed = [{}, ...keyed];

const needsKey = {
  401: { description: 'No key, or none that is valid.', content: problem },
  409: {
    description: 'Withdrawals have not been acknowledged in time.',
    content: problem,
  },
} as const;

const gone = {
  410: { description: 'Too long ago for changes: take the full files.', content: problem },
} as const;

const after = text().openapi({
  param: { name: 'after', in: 'query' },
  description: 'The timepoint of your copy: `after` of a manifest, `timepoint` of an answer.',
});
const next = text()
  .optional()
  .openapi({
    param: { name: 'next', in: 'query' },
    description: '`next` of the answer before.',
  });

export const downloads = createRoute({
  method: 'get',
  path: '/downloads',
  operationId: 'listDownloads',
  summary: 'The files that can be downloaded today',
  description:
    'All data sets of a cut hold one moment and one day. Files leave as soon as anything in them has ended; new ones are made every day.',
  request: { query: z.strictObject({}) },
  responses: {
    ...answered('What there is.', bulk.downloadsAnswer),
    ...refused,
    ...always,
  },
});

export const manifest = createRoute({
  method: 'get',
  path: '/downloads/{dataset}',
  operationId: 'getManifest',
  summary: 'Manifest of one data set: columns, hashes, licence, signature',
  request: { params: z.object({ dataset: text() }), query: z.strictObject({}) },
  responses: { ...answered('The manifest.', bulk.manifest), ...refused, ...notFound, ...always },
});

const binary = z.string().openapi({ format: 'binary' });

export const download = createRoute({
  method: 'get',
  path: '/downloads/{dataset}/{file}',
  operationId: 'getDownload',
  summary: 'One file of a data set',
  description:
    'Open data sets need no key; adverse records need one, and every download is written down. JSON Lines come compressed (gzip).',
  security: openOrKeyed,
  request: { params: z.object({ dataset: text(), file: text() }), query: z.strictObject({}) },
  responses: {
    200: {
      description: 'The file.',
      content: {
        'application/gzip': { schema: binary },
        'text/csv': { schema: binary },
        'application/vnd.apache.parquet': { schema: binary },
      },
    },
    ...refused,
    ...needsKey,
    ...notFound,
    ...always,
  },
});

export const changes = createRoute({
  method: 'get',
  path: '/changes',
  operationId: 'listChanges',
  summary: 'What changed in the data sets since a timepoint',
  description:
    "Apply every page, then keep `timepoint` for the next question. Without a key: open data sets, and what is gone is not named; drop a row on the day its `ends` says, and take a full file before the copy's `validUntil`. With a key: everything, and what is gone is `DEL`.",
  security: openOrKeyed,
  request: { query: z.strictObject({ after, next, dataset: text().optional() }) },
  responses: {
    ...answered('The changes.', bulk.changesAnswer),
    ...refused,
    ...needsKey,
    ...gone,
    ...always,
  },
});

export const withdrawals = createRoute({
  method: 'get',
  path: '/withdrawals',
  operationId: 'listWithdrawals',
  summary: 'Records withdrawn from the files and changes you took',
  description: 'From your last acknowledgement on, unless `after` says from when.',
  security: keyed,
  request: { query: z.strictObject({ after: after.optional(), next }) },
  responses: {
    ...answered('What was withdrawn.', bulk.withdrawalsAnswer),
    ...refused,
    ...needsKey,
    ...gone,
    ...always,
  },
});

export const acknowledge = createRoute({
  method: 'post',
  path: '/withdrawals/acknowledgements',
  operationId: 'acknowledgeWithdrawals',
  summary: 'Say that what was withdrawn is out of every copy',
  security: keyed,
  request: {
    query: z.strictObject({}),
    body: {
      required: true,
      content: { 'application/json': { schema: bulk.acknowledgement } },
    },
  },
  responses: {
    ...answered('It is written down.', bulk.acknowledgedAnswer),
    ...refused,
    ...needsKey,
    413: { description: 'The body is too large.', content: problem },
    415: { description: 'The body is no JSON.', content: problem },
    507: { description: 'The disk of the store is full.', content: problem },
    ...always,
  },
});

export const unacknowledged = createRoute({
  method: 'get',
  path: '/readers/unacknowledged',
  operationId: 'listUnacknowledgedReaders',
  summary: 'Readers with withdrawals they have not acknowledged; for whoever oversees',
  request: { query: z.strictObject({}) },
  responses: {
    ...answered('The readers.', bulk.unacknowledgedAnswer),
    ...refused,
    401: { description: 'Nobody has signed in.', content: problem },
    403: { description: 'The office may not do this.', content: problem },
    ...always,
  },
});
