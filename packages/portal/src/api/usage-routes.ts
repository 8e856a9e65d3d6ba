import type { KnownPrincipal, SubjectReference } from '@credence/casework';
import { parseCivilDate, problem, toIso, type Problem } from '@credence/domain';

import { declareOperation } from '../access/guarded.ts';
import { settleDay } from '../request/day.ts';
import { strict, type ApiTools } from './api-tools.ts';
import { refusal } from './problem.ts';
import { toClock } from './to-answer.ts';
import * as operation from './usage-operations.ts';

/** Who looked: the three endpoints of Estonia's data tracker, for organisations and oversight. */
export function usageRoutes(tools: ApiTools): void {
  findUsageRoute(tools);
  periodRoute(tools);
  heartbeatRoute(tools);
}

const declared = [400, 401, 403, 404, 429, 503] as const;

function findUsageRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared, otherwise: language };
  api.openapi(
    operation.findUsage,
    declareOperation('access.read-own', async (c) => {
      const { subject, from, until, offset = '0', limit } = c.req.valid('query');
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const days = { from: dayOf(from), until: dayOf(until) };
      for (const [value, day] of [
        [from, days.from],
        [until, days.until],
      ]) {
        if (value !== undefined && day === undefined) {
          return refusal(c, problem('day-invalid', { value }), refuse);
        }
      }
      const page = { offset: Number(offset), limit: Number(limit ?? operation.mostLooks) };
      const outcome = await services.findUsage(principal, whom(principal, subject), {
        ...page,
        ...(days.from === undefined ? {} : { from: days.from }),
        ...(days.until === undefined ? {} : { until: days.until }),
      });
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      if (outcome.kind === 'not-found') return refusal(c, notHere, refuse);
      const { total, accesses } = outcome.view;
      const clock = toClock(await services.clock({}));
      const looks = accesses.map(({ at, fields, ...line }) => ({
        ...line,
        at: toIso(at),
        fields: [...fields],
      }));
      return c.json({ clock, total, ...page, looks }, 200);
    }),
    strict(operation.findUsage, language),
  );
}

function periodRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared, otherwise: language };
  api.openapi(
    operation.usagePeriod,
    declareOperation('access.read-own', async (c) => {
      const { subject } = c.req.valid('query');
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const page = { offset: 0, limit: 1 };
      const outcome = await services.findUsage(principal, whom(principal, subject), page);
      if (outcome.kind === 'refused') return refusal(c, outcome.problem, refuse);
      if (outcome.kind === 'not-found') return refusal(c, notHere, refuse);
      const clock = await services.clock({});
      const { first } = outcome.view;
      const period = {
        ...(first === undefined ? {} : { from: toIso(first) }),
        until: toIso(clock.timepoint),
      };
      return c.json({ clock: toClock(clock), ...period }, 200);
    }),
    strict(operation.usagePeriod, language),
  );
}

function heartbeatRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 503], otherwise: language } as const;
  api.openapi(
    operation.heartbeat,
    async (c) => {
      const settled = await settleDay(services, undefined);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      return c.json({ status: 'ok' as const, timepoint: toIso(settled.clock.timepoint) }, 200);
    },
    strict(operation.heartbeat, language),
  );
}

const signInFirst: Problem = problem('sign-in-required', {});
const notHere: Problem = problem('subject-not-found', { subject: '' });

function dayOf(text: string | undefined) {
  return text === undefined ? undefined : parseCivilDate(text);
}

/** The organisation named, or the first that the representative acts for. */
function whom(principal: KnownPrincipal, code: string | undefined): SubjectReference {
  const own = principal.kind === 'representative' ? principal.mandates[0]?.subject : undefined;
  if (code === undefined && own !== undefined) return { by: 'id', id: own };
  return { by: 'code', code: code ?? '' };
}
