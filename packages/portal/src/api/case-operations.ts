import { createRoute, z } from '@hono/zod-openapi';

import * as schema from './case-schema.ts';
import { machineTokenScheme } from './intake-operations.ts';
import { always, answered, problem, refused } from './operation.ts';

const known = {
  401: { description: 'Nobody is signed in, or the token is not accepted.', content: problem },
  403: { description: 'Not permitted to whoever asks.', content: problem },
} as const;
const notYours = {
  404: { description: 'There is no such case, or it is not open to you.', content: problem },
} as const;
const id = z.string().min(1).max(120);
const nothing = z.strictObject({});
const security = [{ [machineTokenScheme]: ['tasks'] }];

export const listCases = createRoute({
  method: 'get',
  path: '/cases',
  operationId: 'listCases',
  summary: 'Cases of your desk or organisation: yours to act in, waiting, over',
  description: 'The same as the desk shows to whoever is signed in.',
  request: { query: nothing },
  responses: { ...answered('The cases.', schema.casesAnswer), ...refused, ...known, ...always },
});

export const viewCase = createRoute({
  method: 'get',
  path: '/cases/{id}',
  operationId: 'getCase',
  summary: 'One case: every step, what runs, and what you may do or why not',
  description: 'Written down with who looked. A system of a body sees the measures given to it.',
  request: { params: z.object({ id }), query: nothing },
  responses: {
    ...answered('The case.', schema.caseAnswer),
    ...refused,
    ...known,
    ...notYours,
    ...always,
  },
});

export const listTasks = createRoute({
  method: 'get',
  path: '/tasks',
  operationId: 'listTasks',
  summary: 'What measures ask of your agency today',
  description: [
    'Computed at each reading: when the cause of a measure ends, the task to lift it is there at',
    'once. A measure that runs asks for nothing and is not listed.',
  ].join(' '),
  security,
  request: { query: nothing },
  responses: { ...answered('The tasks.', schema.tasksAnswer), ...refused, ...known, ...always },
});

const refusedStep = { 'application/problem+json': { schema: schema.refusedStep } };

export const actInCase = createRoute({
  method: 'post',
  path: '/cases/{id}/acts',
  operationId: 'actInCase',
  summary: 'Take a step in a measure given to your agency',
  description: [
    'For systems of bodies that carry measures out: `accepted`, `declined` (with the article that',
    'forbids it), `executed` and `lifted` (each with its document and day). The same conditions as at',
    'the desk. A person takes steps at the desk: a session writes nothing through this API.',
  ].join(' '),
  security,
  request: {
    params: z.object({ id }),
    query: nothing,
    body: { required: true, content: { 'application/json': { schema: schema.actAsked } } },
  },
  responses: {
    ...answered('It was taken.', schema.recordedAnswer),
    ...refused,
    401: known[401],
    403: { description: 'Not permitted, or for someone else to do.', content: refusedStep },
    ...notYours,
    409: {
      description: 'It has no place now, or somebody acted meanwhile: `changed` says what.',
      content: refusedStep,
    },
    413: { description: 'The body is too large, or the files of the case.', content: problem },
    415: { description: 'The body is no JSON.', content: problem },
    422: { description: 'What it says does not hold.', content: refusedStep },
    507: { description: 'There is no room to store it.', content: problem },
    ...always,
  },
});
