import type { PersonNaming } from '@credence/casework';
import { problem as problemOf, toIso } from '@credence/domain';
import { createRoute, z } from '@hono/zod-openapi';

import { declareOperation } from '../access/guarded.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { always, answered, problem, refused } from './operation.ts';
import { refusal } from './problem.ts';
import * as shared from './schema.ts';
import { toBasis, toClock } from './to-answer.ts';

const { civilDate, localised, basis } = shared.parts;

const nothing = z.literal(0).openapi({ description: 'This register takes nothing of the kind.' });

const order = z
  .strictObject({
    case: z.string(),
    number: z.string(),
    name: z.string().openapi({ description: 'As the order writes it.' }),
    capacity: z.string(),
    unit: z.strictObject({ name: z.string().optional(), codes: z.array(z.string()) }),
    agency: z.string(),
    agencyName: localised.optional(),
    reason: z.string(),
    basis: z.array(basis),
    forbids: z.array(localised),
    openedOn: civilDate,
    effect: z.enum(['none', 'not-begun', 'in-effect', 'suspended', 'ended']),
    ends: civilDate.optional(),
    heldUntil: civilDate.optional(),
    looks: z.array(
      z.strictObject({
        at: z.string().openapi({ format: 'date-time' }),
        agency: z.string(),
        office: z.string(),
        purpose: z.string(),
      }),
    ),
  })
  .openapi('OwnFileOrder');

const ownFile = createRoute({
  method: 'get',
  path: '/my-file',
  operationId: 'readOwnFile',
  summary: 'What is held about whoever is signed in for himself',
  description:
    'Free, and about oneself alone: it has no parameter. In one of four capacities something can be held; the others are empty.',
  request: { query: z.strictObject({}) },
  responses: {
    ...answered(
      'The orders in which he is named.',
      z
        .strictObject({
          clock: shared.clock,
          named: z.array(order),
          practitioner: nothing,
          debtor: nothing,
          member: nothing,
        })
        .openapi('OwnFileAnswer'),
    ),
    ...refused,
    401: { description: 'Nobody is signed in for himself.', content: problem },
    403: { description: 'Not permitted to whoever asks.', content: problem },
    ...always,
  },
});

/** A person's own file, as data. */
export function ownFileRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 401, 403, 429, 503] as const, otherwise: language };
  api.openapi(
    ownFile,
    declareOperation('person.read-own', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') {
        return refusal(c, problemOf('sign-in-required', {}), refuse);
      }
      const outcome = await services.viewPersonFile(principal);
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      const { clock, namings } = outcome.view;
      const named = namings.map((naming) => toOrder(naming, clock.edition.code));
      const none = { practitioner: 0, debtor: 0, member: 0 } as const;
      return c.json({ clock: toClock(clock), named, ...none }, 200);
    }),
    strict(ownFile, language),
  );
}

function toOrder(naming: PersonNaming, edition: string): z.infer<typeof order> {
  const { effect, unit, agencyName, heldUntil } = naming;
  const until = effect.kind === 'ended' ? effect.on : undefined;
  const ends = effect.kind === 'in-effect' ? effect.until : until;
  return {
    case: naming.caseId,
    number: naming.number,
    name: naming.name,
    capacity: naming.capacity,
    unit: {
      ...(unit.name === undefined ? {} : { name: unit.name }),
      codes: unit.identifiers.map(({ value }) => value),
    },
    agency: naming.agency,
    ...(agencyName === undefined ? {} : { agencyName }),
    reason: naming.reason,
    basis: naming.basis.map((each) => toBasis(each, edition)),
    forbids: [...naming.forbids],
    openedOn: naming.openedOn,
    effect: effect.kind,
    ...(ends === undefined ? {} : { ends }),
    ...(heldUntil === undefined ? {} : { heldUntil }),
    looks: naming.looks.map(({ at, agency, role, purpose }) => ({
      ...{ at: toIso(at), agency, purpose },
      office: role,
    })),
  };
}
