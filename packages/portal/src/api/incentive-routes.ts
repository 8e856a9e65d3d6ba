import type { IncentivesView } from '@credence/casework';
import { createRoute, z } from '@hono/zod-openapi';

import { cardPath } from '../request/paths.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { always, answered, refused } from './operation.ts';
import * as shared from './schema.ts';
import { toBasis, toClock } from './to-answer.ts';

const { civilDate, localised, basis } = shared.parts;

const withheld = z.number().int().min(0).nullable().openapi({
  description: 'Null: withheld, being below 10 or giving such a number away.',
});

const incentive = z
  .object({
    id: z.string(),
    title: localised,
    gives: localised,
    provider: z.object({ body: z.string(), level: z.string() }),
    place: localised,
    everyone: z.object({ says: localised, basis }).openapi({
      description: 'What everybody has in the same matter, with or without it.',
    }),
    subjects: z.array(z.string()),
    conditions: z.array(z.object({ code: z.string(), title: localised, basis: z.array(basis) })),
    basis: z.array(basis),
    confidence: z.enum(['verified', 'secondary', 'unverified']),
    from: civilDate,
    uptake: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('counted'),
        on: civilDate,
        has: withheld,
        hasNot: withheld,
        total: withheld,
      }),
      z.object({ kind: z.literal('being-counted') }),
    ]),
    url: z.string(),
  })
  .openapi('Incentive');

const incentives = createRoute({
  method: 'get',
  path: '/incentives',
  operationId: 'listIncentives',
  summary: 'What the law gives to those who keep it, and how many have it, in cells of at least 10',
  description:
    'In order of their ids. Conditions are answered by yes or no, at the desk of the organisation alone.',
  request: { query: z.strictObject({}) },
  responses: {
    ...answered(
      'The incentives.',
      z.object({ clock: shared.clock, incentives: z.array(incentive) }).openapi('IncentivesAnswer'),
    ),
    ...refused,
    ...always,
  },
});

/** Incentives as data; whether one organisation has one is told to it alone. */
export function incentiveRoutes({ api, services, language }: ApiTools): void {
  api.openapi(
    incentives,
    async (c) => {
      const view = await services.listIncentives();
      const { clock } = view;
      c.set('zone', clock.zone);
      const body = view.incentives.map((each) => toIncentive(each, clock.edition.code));
      return c.json({ clock: toClock(clock), incentives: body }, 200);
    },
    strict(incentives, language),
  );
}

function toIncentive(line: IncentivesView['incentives'][number], edition: string) {
  const { id, title, gives, provider, place, everyone, confidence, from, uptake } = line;
  return {
    ...{ id, title, gives, place, confidence, from },
    provider: { ...provider },
    everyone: { says: everyone.says, basis: toBasis(everyone.basis, edition) },
    subjects: [...line.subjects],
    conditions: line.conditions.map((condition) => ({
      code: condition.code,
      title: condition.title,
      basis: condition.basis.map((each) => toBasis(each, edition)),
    })),
    basis: line.basis.map((each) => toBasis(each, edition)),
    uptake: { ...uptake },
    url: cardPath(edition, 'incentive', id),
  };
}
