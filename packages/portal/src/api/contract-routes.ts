import { problem } from '@credence/domain';
import { createRoute, z } from '@hono/zod-openapi';

import { strict, type ApiTools } from './api-tools.ts';
import { always, answered, notFound, refused } from './operation.ts';
import { refusal } from './problem.ts';

const contracts = createRoute({
  method: 'get',
  path: '/organisations/{id}/contracts',
  operationId: 'exportContracts',
  summary: 'Running contracts of a public body as a release package of OCDS 1.1',
  description:
    'Contracts that are not fully performed. A supplier is named only at its own wish; where it is not, sums are rounded to two digits.',
  request: { params: z.object({ id: z.string() }), query: z.strictObject({}) },
  responses: {
    ...answered(
      'The release package.',
      z
        .looseObject({
          uri: z.string(),
          version: z.string().optional(),
          publishedDate: z.string(),
          publisher: z.looseObject({ name: z.string() }),
          releases: z.array(z.looseObject({ ocid: z.string(), id: z.string() })),
        })
        .openapi('ReleasePackage'),
    ),
    ...refused,
    ...notFound,
    ...always,
  },
});

/** Contracts as the open contracting standard has them. */
export function contractRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  api.openapi(
    contracts,
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await services.exportContracts(id);
      if (found.kind === 'not-found') {
        return refusal(c, problem('subject-not-found', { subject: id.slice(0, 40) }), refuse);
      }
      return c.json(found.view, 200);
    },
    strict(contracts, language),
  );
}
