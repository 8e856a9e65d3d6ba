import * as operation from './operation.ts';
import { refusal } from './problem.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { toBasis, toCardLine, toClock, toEdition } from './to-answer.ts';

/** The rulebook as data: every edition, every card, with the hash that covers them. */
export function rulebookRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  const notFound = { code: 'page-not-found', params: {} } as const;

  api.openapi(
    operation.editions,
    async (c) => {
      const { clock, editions } = await services.listEditions();
      c.set('zone', clock.zone);
      return c.json({ clock: toClock(clock), editions: editions.map(toEdition) }, 200);
    },
    strict(operation.editions, language),
  );

  api.openapi(
    operation.edition,
    async (c) => {
      const found = await services.viewEdition(c.req.valid('param').code);
      if (found.kind === 'not-found') return refusal(c, notFound, refuse);
      const { clock, edition, cards } = found.view;
      c.set('zone', clock.zone);
      const body = {
        clock: toClock(clock),
        edition: toEdition(edition),
        cards: cards.map((card) => toCardLine(card, edition.code)),
      };
      return c.json(body, 200);
    },
    strict(operation.edition, language),
  );

  api.openapi(
    operation.card,
    async (c) => {
      const { code, kind, id } = c.req.valid('param');
      const found = await services.viewCard(code, kind, id);
      if (found.kind === 'not-found') return refusal(c, notFound, refuse);
      const { clock, edition, card, content, citedBy } = found.view;
      c.set('zone', clock.zone);
      const body = {
        clock: toClock(clock),
        edition: toEdition(edition),
        card: {
          ...toCardLine(card, edition.code),
          basis: card.basis.map((basis) => toBasis(basis, edition.code)),
          ...(card.reviewBy === undefined ? {} : { reviewBy: card.reviewBy }),
        },
        content,
        citedBy: citedBy.map((line) => toCardLine(line, edition.code)),
      };
      return c.json(body, 200);
    },
    strict(operation.card, language),
  );
}
