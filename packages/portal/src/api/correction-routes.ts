import type { ReaderChange, SuperiorNotice } from '@credence/casework';
import { problem as problemOf } from '@credence/domain';
import { createRoute, z } from '@hono/zod-openapi';

import { declareOperation } from '../access/guarded.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { machineTokenScheme } from './intake-operations.ts';
import { always, answered, problem, refused } from './operation.ts';
import { refusal } from './problem.ts';
import * as shared from './schema.ts';
import { toClock } from './to-answer.ts';

const { civilDate } = shared.parts;
const security = [{ [machineTokenScheme]: ['tasks'] }];

const known = {
  401: { description: 'Nobody is signed in, or the token is not accepted.', content: problem },
  403: { description: 'Not permitted to whoever asks.', content: problem },
} as const;

const change = z
  .strictObject({
    id: z.string().openapi({ description: 'By it the change is confirmed.' }),
    organisation: z.string().openapi({ description: 'Id of the organisation it is about.' }),
    name: z.string().optional(),
    record: z.string().optional(),
    case: z.string().optional(),
    kind: z.enum(['corrected', 'ended', 'moved', 'listing-ended']),
    on: civilDate,
    readOn: civilDate,
    sentOn: civilDate.optional(),
    openedOn: civilDate.optional(),
    confirmedOn: civilDate.optional(),
  })
  .openapi('ReaderChange');

const below = z
  .strictObject({
    organisation: z.string(),
    name: z.string(),
    case: z.string(),
    decision: z.string(),
    on: civilDate,
  })
  .openapi('SuperiorNotice');

const listChanges = createRoute({
  method: 'get',
  path: '/corrections',
  operationId: 'listCorrections',
  summary: 'What you read and what was corrected or has ended since',
  description: [
    'Of what this very client or account has read, and nothing else. `below`: organisations under',
    'your agency that a court has listed as judgment defaulters.',
  ].join(' '),
  security,
  request: { query: z.strictObject({}) },
  responses: {
    ...answered(
      'The changes, what is not confirmed first.',
      z
        .strictObject({
          clock: shared.clock,
          changes: z.array(change),
          below: z.array(below),
        })
        .openapi('CorrectionsAnswer'),
    ),
    ...refused,
    ...known,
    ...always,
  },
});

const confirmChange = createRoute({
  method: 'post',
  path: '/corrections/confirmations',
  operationId: 'confirmCorrection',
  summary: 'Confirm that you know of a change and no longer use what you had',
  description: 'For systems of agencies. A person confirms at the desk.',
  security,
  request: {
    query: z.strictObject({}),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ change: z.string().min(1).max(200) }).openapi('ChangeKnown'),
        },
      },
    },
  },
  responses: {
    ...answered(
      'It is confirmed, since that day.',
      z.strictObject({ change: z.string(), confirmedOn: civilDate }).openapi('ChangeConfirmed'),
    ),
    ...refused,
    ...known,
    404: { description: 'Nothing of the kind waits for you.', content: problem },
    409: { description: 'Somebody acted meanwhile; try again.', content: problem },
    413: { description: 'The body is too large.', content: problem },
    415: { description: 'The body is no JSON.', content: problem },
    422: { description: 'What it says does not hold.', content: problem },
    507: { description: 'There is no room to store it.', content: problem },
    ...always,
  },
});

/** What past readers are told, for their systems. */
export function correctionApi({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 401, 403, 404, 409, 503] as const, otherwise: language };
  const signInFirst = problemOf('sign-in-required', {});
  api.openapi(
    listChanges,
    declareOperation('corrections.receive', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const found = await services.listReaderChanges(principal);
      if (found.kind === 'refused') return refusal(c, found.problem, refuse);
      const { clock, changes, below: listed } = found.view;
      c.set('zone', clock.zone);
      const answer = { changes: changes.map(toChange), below: listed.map(toBelow) };
      return c.json({ clock: toClock(clock), ...answer }, 200);
    }),
    strict(listChanges, language),
  );

  api.openapi(
    confirmChange,
    declareOperation('corrections.receive', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const { change: id } = c.req.valid('json');
      const outcome = await services.acknowledgeChange(principal, id);
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      return c.json({ change: id, confirmedOn: outcome.on }, 200);
    }),
    strict(confirmChange, language),
  );
}

function toChange(each: ReaderChange): z.infer<typeof change> {
  const { id, home, kind, on, readOn, name, recordId, caseId } = each;
  const { sentOn, openedOn, acknowledgedOn } = each;
  return {
    ...{ id, organisation: home, kind, on, readOn },
    ...(name === undefined ? {} : { name }),
    ...(recordId === undefined ? {} : { record: recordId }),
    ...(caseId === undefined ? {} : { case: caseId }),
    ...(sentOn === undefined ? {} : { sentOn }),
    ...(openedOn === undefined ? {} : { openedOn }),
    ...(acknowledgedOn === undefined ? {} : { confirmedOn: acknowledgedOn }),
  };
}

function toBelow({ home, name, caseId, number, on }: SuperiorNotice): z.infer<typeof below> {
  return { organisation: home, name, case: caseId, decision: number, on };
}
