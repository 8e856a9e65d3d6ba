import { consultKinds, consultRoutes, type ConsultationView } from '@credence/casework';
import { problem as problemOf } from '@credence/domain';
import { createRoute, z } from '@hono/zod-openapi';

import { declareOperation } from '../access/guarded.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { machineTokenScheme } from './intake-operations.ts';
import { always, answered, notFound, problem, refused } from './operation.ts';
import { refusal } from './problem.ts';
import * as shared from './schema.ts';
import { toClock } from './to-answer.ts';

const { civilDate, localised } = shared.parts;
const security = [{ [machineTokenScheme]: ['consult'] }];

const known = {
  401: { description: 'Nobody is signed in, or the token is not accepted.', content: problem },
  403: { description: 'Not permitted to whoever asks.', content: problem },
} as const;
const written = {
  ...refused,
  ...known,
  404: { description: 'Your office has no such consultation.', content: problem },
  409: { description: 'Not open now, or somebody acted meanwhile.', content: problem },
  413: { description: 'The body is too large.', content: problem },
  415: { description: 'The body is no JSON.', content: problem },
  422: { description: 'What it says does not hold; nothing was read.', content: problem },
  507: { description: 'There is no room to store it.', content: problem },
  ...always,
} as const;

const matter = z.strictObject({
  consultationId: z.string(),
  on: civilDate,
  kind: z.enum(consultKinds),
  number: z.string(),
  basis: z.string(),
  agency: z.string(),
  pledge: z.string().optional(),
  announcedOn: civilDate.optional(),
});

const consultation = z
  .strictObject({
    clock: shared.clock,
    matter,
    unknown: z.array(z.int()).openapi({ description: 'Rows, from 1, that name nobody known.' }),
    firms: z.array(
      z.strictObject({
        code: z.string(),
        routes: z.array(
          z.strictObject({
            route: z.enum(consultRoutes),
            open: z.boolean(),
            says: localised,
            because: z.array(localised),
          }),
        ),
        chosen: z.strictObject({ route: z.enum(consultRoutes), on: civilDate }).optional(),
      }),
    ),
    file: z
      .looseObject({
        result: z.looseObject({ form: z.string() }),
        signature: z.strictObject({ keyId: z.string(), signature: z.string() }),
      })
      .openapi({ description: 'The facts, signed: canonical JSON of `result` (RFC 8785).' }),
  })
  .openapi('Consultation');

const ask = createRoute({
  method: 'post',
  path: '/consultations',
  operationId: 'consultRegister',
  summary: 'Ask about all organisations of one application, tender or grant, in one act',
  description: [
    'Facts in force that may be shown, never a class. Each organisation gets a receipt and sees who',
    'asked. `Idempotency-Key` is required: the same request has one effect and gets the first answer.',
  ].join(' '),
  security,
  request: {
    query: z.strictObject({}),
    headers: z.object({ 'idempotency-key': z.string().optional() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({
              kind: z.enum(consultKinds),
              number: z.string(),
              basis: z.string().openapi({ example: 'go-2020-42#pledge' }),
              codes: z.array(z.string().max(40)),
              pledge: z.string().optional(),
              announcedOn: z.string().optional(),
            })
            .openapi('ConsultOrder'),
        },
      },
    },
  },
  responses: {
    ...answered('The same request had been answered: the first answer again.', consultation),
    201: {
      description: 'Asked, and the receipts are written.',
      content: { 'application/json': { schema: consultation } },
    },
    ...written,
  },
});

const view = createRoute({
  method: 'get',
  path: '/consultations/{id}',
  operationId: 'viewConsultation',
  summary: 'The answer of a consultation of your office again',
  description:
    'What may no longer be shown is gone from it. On another day it is a look of its own.',
  security,
  request: { params: z.object({ id: z.string() }), query: z.strictObject({}) },
  responses: {
    ...answered('The consultation.', consultation),
    ...refused,
    ...known,
    ...notFound,
    ...always,
  },
});

const choose = createRoute({
  method: 'post',
  path: '/consultations/{id}/routes',
  operationId: 'chooseRoute',
  summary: 'Say how the application of one organisation is dealt with; it is told',
  security,
  request: {
    params: z.object({ id: z.string() }),
    query: z.strictObject({}),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .strictObject({ code: z.string().max(40), route: z.string().max(40) })
            .openapi('RouteChoice'),
        },
      },
    },
  },
  responses: {
    ...answered('It is chosen.', z.strictObject({ route: z.string() }).openapi('RouteChosen')),
    ...written,
  },
});

const report = createRoute({
  method: 'get',
  path: '/reports/{code}',
  operationId: 'verifyReport',
  summary: 'Whether a no-records report is genuine, and whether it holds today',
  description: 'Says nothing of any record. That somebody asked is written down for its subject.',
  request: { params: z.object({ code: z.string().max(60) }), query: z.strictObject({}) },
  responses: {
    ...answered(
      'It is genuine.',
      z
        .strictObject({
          clock: shared.clock,
          code: z.string(),
          on: civilDate,
          from: civilDate,
          subject: z.strictObject({ name: z.string().optional(), code: z.string() }),
          holdsToday: z.boolean(),
        })
        .openapi('CheckedReport'),
    ),
    ...refused,
    ...notFound,
    ...always,
  },
});

const longestKey = 200;

/** The register asked in a matter, by the systems of offices; and reports checked by anyone. */
export function consultApi({ api, services, language }: ApiTools): void {
  const declared = [400, 401, 403, 404, 409, 422, 429, 503] as const;
  const refuse = { declared, otherwise: language };
  const signInFirst = problemOf('sign-in-required', {});
  const notHere = (id: string) =>
    problemOf('consultation-not-found', { value: id.slice(0, 40) || '—' });
  api.openapi(
    ask,
    declareOperation('consult.ask', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const key = c.req.header('idempotency-key') ?? '';
      if (!/^[\x21-\x7e]+$/.test(key) || key.length > longestKey) {
        const accepted = `1-${String(longestKey)} ASCII`;
        const given = { parameter: 'Idempotency-Key', value: key.slice(0, 40), accepted };
        return refusal(c, problemOf('parameter-invalid', given), refuse);
      }
      const order = c.req.valid('json');
      const { pledge, announcedOn, ...rest } = order;
      const outcome = await services.consultRegister({
        principal,
        order: {
          ...rest,
          ...(pledge === undefined ? {} : { pledge }),
          ...(announcedOn === undefined ? {} : { announcedOn }),
        },
        idempotencyKey: key,
      });
      if (outcome.kind === 'refused') {
        return refusal(c, outcome.problems[0] ?? notHere(''), refuse);
      }
      c.set('zone', outcome.view.clock.zone);
      const body = toConsultation(outcome.view);
      return outcome.repeated ? c.json(body, 200) : c.json(body, 201);
    }),
    strict(ask, language),
  );
  api.openapi(
    view,
    declareOperation('consult.read', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const { id } = c.req.valid('param');
      const found = await services.viewConsultation(principal, id);
      if (found.kind === 'refused') return refusal(c, found.problem, refuse);
      if (found.kind === 'not-found') return refusal(c, notHere(id), refuse);
      c.set('zone', found.view.clock.zone);
      return c.json(toConsultation(found.view), 200);
    }),
    strict(view, language),
  );
  api.openapi(
    choose,
    declareOperation('consult.ask', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const { id } = c.req.valid('param');
      const { code, route } = c.req.valid('json');
      const outcome = await services.chooseRoute({ principal, consultationId: id, code, route });
      if (outcome.kind === 'refused') {
        return refusal(c, outcome.problems[0] ?? notHere(id), refuse);
      }
      return c.json({ route }, 200);
    }),
    strict(choose, language),
  );
  reportApi({ api, services, language });
}

function reportApi({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503] as const, otherwise: language };
  api.openapi(
    report,
    async (c) => {
      const outcome = await services.verifyReport(c.get('principal'), c.req.valid('param').code);
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      const { clock, holdsToday } = outcome.view;
      const { code, on, from, subject } = outcome.view.report;
      c.set('zone', clock.zone);
      const body = { clock: toClock(clock), code, on, from, holdsToday };
      const { name } = subject;
      const about = { code: subject.code, ...(name === undefined ? {} : { name }) };
      return c.json({ ...body, subject: about }, 200);
    },
    strict(report, language),
  );
}

function toConsultation(found: ConsultationView): z.infer<typeof consultation> {
  const { clock, matter: of, firms, unknown, file } = found;
  const { pledge, announcedOn, ...rest } = of;
  return {
    clock: toClock(clock),
    matter: {
      ...rest,
      ...(pledge === undefined ? {} : { pledge }),
      ...(announcedOn === undefined ? {} : { announcedOn }),
    },
    unknown: [...unknown],
    firms: firms.map(({ code, routes, chosen }) => ({
      code,
      routes: routes.map(({ route, isOpen, says, because }) => ({
        ...{ route, open: isOpen, says, because: [...because] },
      })),
      ...(chosen === undefined ? {} : { chosen: { ...chosen } }),
    })),
    file: { result: { ...file.result }, signature: { ...file.signature } },
  };
}
