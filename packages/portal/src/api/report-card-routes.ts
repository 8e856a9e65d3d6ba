import type {
  DistrictsView,
  FigureLimit,
  OfficeLine,
  ReportCardsView,
  ReportCardView,
  ReportFigure,
  UnlikeView,
} from '@credence/casework';
import { formatAmount, serviceFigures, type Money } from '@credence/domain';
import { createRoute, z } from '@hono/zod-openapi';

import { readCardQuery, yearProblem } from '../report-card/read-card-query.ts';
import { cardPath, recordPath, reportCardPath } from '../request/paths.ts';
import { figureWords } from '../words/report-card/figures.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { always, answered, notFound, refused } from './operation.ts';
import { refusal } from './problem.ts';
import * as answer from './report-card-schema.ts';
import { toBasis, toClock, toLatePayment } from './to-answer.ts';

const year = z
  .string()
  .optional()
  .openapi({ param: { name: 'year', in: 'query' }, description: 'A year that is over.' });

const by = z
  .string()
  .optional()
  .openapi({
    param: { name: 'by', in: 'query' },
    description: `The service by which offices are ordered: ${serviceFigures.join(', ')}.`,
  });

const card = createRoute({
  method: 'get',
  path: '/report-cards/{office}',
  operationId: 'getReportCard',
  summary: 'How one office served and kept its own word, each figure with its definition',
  description: 'By the code of an agency or the id of a public body.',
  request: { params: z.object({ office: z.string() }), query: z.strictObject({ year }) },
  responses: {
    ...answered('The card.', answer.cardAnswer),
    ...refused,
    ...notFound,
    ...always,
  },
});

const cards = createRoute({
  method: 'get',
  path: '/report-cards',
  operationId: 'listReportCards',
  summary: 'All offices by how they served; adverse acts are neither counted nor ranked',
  request: { query: z.strictObject({ year, by }) },
  responses: { ...answered('The cards.', answer.cardsAnswer), ...refused, ...always },
});

const districts = createRoute({
  method: 'get',
  path: '/report-cards-by-district',
  operationId: 'compareDistricts',
  summary: 'The same figures added up by the district of the offices, without any rank',
  request: { query: z.strictObject({ year }) },
  responses: { ...answered('The districts.', answer.districtsAnswer), ...refused, ...always },
});

/** Report cards as data. */
export function reportCardRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  const refuseMany = { declared: [400, 503], otherwise: language } as const;
  api.openapi(
    card,
    async (c) => {
      const read = readCardQuery(c.req.valid('query'));
      if (read.kind === 'refused') return refusal(c, read.problem, refuse);
      const found = await services.viewReportCard(c.req.valid('param').office, read.query);
      if (found.kind === 'not-found') {
        return refusal(c, { code: 'page-not-found', params: {} }, refuse);
      }
      if (found.kind === 'no-such-year') {
        return refusal(c, yearProblem(found, read.query.year), refuse);
      }
      c.set('zone', found.view.clock.zone);
      return c.json(toCard(found.view), 200);
    },
    strict(card, language),
  );

  api.openapi(
    cards,
    async (c) => {
      const read = readCardQuery(c.req.valid('query'));
      if (read.kind === 'refused') return refusal(c, read.problem, refuseMany);
      const found = await services.listReportCards(read.query);
      if (found.kind === 'no-such-year') {
        return refusal(c, yearProblem(found, read.query.year), refuseMany);
      }
      c.set('zone', found.view.clock.zone);
      return c.json(toCards(found.view), 200);
    },
    strict(cards, language),
  );

  api.openapi(
    districts,
    async (c) => {
      const read = readCardQuery(c.req.valid('query'));
      if (read.kind === 'refused') return refusal(c, read.problem, refuseMany);
      const found = await services.compareDistricts(read.query);
      if (found.kind === 'no-such-year') {
        return refusal(c, yearProblem(found, read.query.year), refuseMany);
      }
      c.set('zone', found.view.clock.zone);
      return c.json(toDistricts(found.view), 200);
    },
    strict(districts, language),
  );
}

function toCard(view: ReportCardView) {
  const { clock, time, office, figures, limits, payments, unlike } = view;
  const { code } = clock.edition;
  return {
    ...{ clock: toClock(clock), time: toTime(time), office: toOffice(office) },
    ...(figures === undefined ? {} : { figures: figures.map(toFigure) }),
    limits: limits.map((each) => toLimit(each, code)),
    ...(payments === undefined
      ? {}
      : {
          payments: {
            ...payments,
            amount: toMoney(payments.amount),
            payments: payments.payments.map((each) => toLatePayment(each, code)),
          },
        }),
    ...(unlike === undefined ? {} : { unlike: toUnlike(unlike) }),
  };
}

function toCards({ clock, time, lines, beingCounted, limits, by: order }: ReportCardsView) {
  return {
    ...{ clock: toClock(clock), time: toTime(time), by: order, beingCounted },
    cards: lines.map(({ office, figures, places }) => ({
      office: toOffice(office),
      figures: figures.map(toFigure),
      places: { ...places },
    })),
    limits: limits.map((each) => toLimit(each, clock.edition.code)),
  };
}

function toDistricts({ clock, time, beingCounted, limits, districts: lines }: DistrictsView) {
  return {
    ...{ clock: toClock(clock), time: toTime(time), beingCounted },
    districts: lines.map(({ figures, ...district }) => ({
      ...district,
      figures: figures.map(toFigure),
    })),
    limits: limits.map((each) => toLimit(each, clock.edition.code)),
  };
}

function toTime<Time extends { readonly years: readonly number[] }>(time: Time) {
  return { ...time, years: [...time.years] };
}

function toOffice(office: OfficeLine) {
  return { ...office, url: reportCardPath(office.code ?? office.organisation ?? '') };
}

function toFigure(figure: ReportFigure) {
  const [zh, en] = [figureWords('zh', figure.id), figureWords('en', figure.id)];
  const defined = {
    title: { zh: zh.title, en: en.title },
    counts: { zh: zh.counts, en: en.counts },
    leavesOut: { zh: zh.leavesOut, en: en.leavesOut },
  };
  if (figure.form !== 'share') return { ...figure, ...defined };
  const { share } = figure;
  return { ...figure, share: share === null ? null : { ...share }, ...defined };
}

function toLimit({ figures, kind, id, title, basis }: FigureLimit, edition: string) {
  return {
    ...{ kind, id, title, url: cardPath(edition, kind, id) },
    figures: [...figures],
    basis: basis.map((each) => toBasis(each, edition)),
  };
}

function toMoney(money: Money) {
  return { ...money, decimal: formatAmount(money) };
}

function toUnlike({ rule, compared, groups }: UnlikeView) {
  return {
    ...(rule === undefined ? {} : { rule: { ...rule, dimensions: [...rule.dimensions] } }),
    compared,
    groups: groups.map(({ item, like, size, median, deviation, unlike }) => ({
      ...{ item, size, like: [...like] },
      ...{ median: toMoney(median), deviation: toMoney(deviation) },
      unlike: unlike.map(({ id, subject, document, amount, side, authority, decidedOn }) => ({
        ...(document === undefined ? {} : { document }),
        ...{ side, authority, decidedOn, url: recordPath(subject, id) },
        amount: toMoney({ amount, currency: median.currency }),
      })),
    })),
  };
}
