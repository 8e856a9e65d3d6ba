import type { PledgePart, PledgesView } from '@credence/casework';
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
const period = z.object({
  unit: z.enum(['months', 'days', 'working-days']),
  count: z.number().int().min(0),
});
const part = z.object({ code: z.string(), says: localised, basis: z.array(basis) });

const pledge = z
  .object({
    id: z.string(),
    title: localised,
    promises: localised,
    decision: localised,
    way: z.enum(['replaces_approval', 'replaces_certificate', 'missing_document']),
    provider: z.object({ body: z.string(), level: z.string() }),
    subjects: z.array(z.string()),
    form: localised.openapi({ description: 'What is signed, whole.' }),
    conditions: z.array(part),
    materials: z.array(
      z.object({
        code: z.string(),
        says: localised,
        instead: z.enum(['waived', 'postponed']),
        within: period.optional(),
      }),
    ),
    ordinaryWay: z.object({ says: localised, basis }),
    exclusions: z.array(part),
    look: z.object({ from: period, until: period }).openapi({
      description: 'When somebody looks afterwards; nobody is exempt, and no class is named.',
    }),
    cure: period,
    revocation: part,
    repair: part,
    reuse: z.boolean(),
    basis: z.array(basis),
    confidence: z.enum(['verified', 'secondary', 'unverified']),
    figures: z.object({ on: civilDate, kept: withheld, broken: withheld, total: withheld }),
    url: z.string(),
  })
  .openapi('Pledge');

const pledges = createRoute({
  method: 'get',
  path: '/pledges',
  operationId: 'listPledges',
  summary:
    'Items open to notification and pledge, and how pledges came out, in cells of at least 10',
  description: 'In order of their ids. Counted by item alone, never by organisation.',
  request: { query: z.strictObject({}) },
  responses: {
    ...answered(
      'The items.',
      z.object({ clock: shared.clock, pledges: z.array(pledge) }).openapi('PledgesAnswer'),
    ),
    ...refused,
    ...always,
  },
});

/** Items open to a pledge as data; what one organisation pledged is told to it and its office alone. */
export function pledgeRoutes({ api, services, language }: ApiTools): void {
  api.openapi(
    pledges,
    async (c) => {
      const view = await services.listPledges();
      const { clock } = view;
      c.set('zone', clock.zone);
      const body = view.pledges.map((each) => toPledge(each, clock.edition.code));
      return c.json({ clock: toClock(clock), pledges: body }, 200);
    },
    strict(pledges, language),
  );
}

function toPledge(line: PledgesView['pledges'][number], edition: string) {
  const { id, title, promises, decision, way, provider, form, cure, reuse, confidence } = line;
  const toPart = (each: PledgePart) => ({
    ...{ code: each.code, says: each.says },
    basis: each.basis.map((one) => toBasis(one, edition)),
  });
  return {
    ...{ id, title, promises, decision, way, form, cure, reuse, confidence },
    provider: { ...provider },
    subjects: [...line.subjects],
    conditions: line.conditions.map(toPart),
    materials: line.materials.map((each) => ({ ...each })),
    ordinaryWay: { says: line.ordinaryWay.says, basis: toBasis(line.ordinaryWay.by, edition) },
    exclusions: line.exclusions.map(toPart),
    look: { ...line.look },
    revocation: toPart(line.revocation),
    repair: toPart(line.repair),
    basis: line.basis.map((each) => toBasis(each, edition)),
    figures: { ...line.figures },
    url: cardPath(edition, 'pledge', id),
  };
}
