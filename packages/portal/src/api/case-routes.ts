import { problem, toIso, type JsonValue, type Language, type Problem } from '@credence/domain';
import type { Context } from 'hono';

import { declareOperation } from '../access/guarded.ts';
import { problemResponse, problemWords } from '../http/answer-problem.ts';
import { preferredLanguage } from '../http/negotiation.ts';
import { strict, type ApiTools } from './api-tools.ts';
import * as operation from './case-operations.ts';
import { refusal } from './problem.ts';
import { toAct, toCase, toCaseLine, toTask } from './to-case.ts';
import { toClock } from './to-answer.ts';

/** Cases and the tasks of bodies: what the desk shows and takes, for machines. */
export function caseRoutes(tools: ApiTools): void {
  readRoutes(tools);
  taskRoute(tools);
  actRoute(tools);
}

const declared = [400, 401, 403, 404, 409, 422, 503] as const;
const signInFirst = problem('sign-in-required', {});
const notHere = problem('page-not-found', { path: '' });

function readRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared, otherwise: language };
  api.openapi(
    operation.listCases,
    declareOperation('case.read', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const found = await services.viewCaseDesk(principal);
      if (found.kind === 'refused') return refusal(c, firstOf(found.problems), refuse);
      const { clock, agency, mine, waiting, closed } = found.view;
      const lists = {
        mine: mine.map(toCaseLine),
        waiting: waiting.map(toCaseLine),
        closed: closed.map(toCaseLine),
      };
      c.set('zone', clock.zone);
      const of = agency === undefined ? {} : { agency };
      return c.json({ clock: toClock(clock), ...of, ...lists }, 200);
    }),
    strict(operation.listCases, language),
  );

  api.openapi(
    operation.viewCase,
    declareOperation('case.read', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const found = await services.viewCase(principal, c.req.valid('param').id);
      if (found.kind === 'refused') return refusal(c, firstOf(found.problems), refuse);
      if (found.kind === 'not-found') return refusal(c, notHere, refuse);
      const { clock } = found.view;
      c.set('zone', clock.zone);
      const said = (each: Problem) => toSaid(each, languageOf(c, language));
      return c.json({ clock: toClock(clock), case: toCase(found.view, said) }, 200);
    }),
    strict(operation.viewCase, language),
  );
}

function taskRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared, otherwise: language };
  api.openapi(
    operation.listTasks,
    declareOperation('task.read', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const found = await services.listTasks(principal);
      if (found.kind === 'refused') return refusal(c, firstOf(found.problems), refuse);
      const { clock, agency, tasks } = found.view;
      c.set('zone', clock.zone);
      return c.json({ clock: toClock(clock), agency, tasks: tasks.map(toTask) }, 200);
    }),
    strict(operation.listTasks, language),
  );
}

function actRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared, otherwise: language };
  api.openapi(
    operation.actInCase,
    declareOperation('task.act', async (c) => {
      const principal = c.get('principal');
      if (principal.kind === 'anonymous') return refusal(c, signInFirst, refuse);
      const { id } = c.req.valid('param');
      const { act, content, seen, papers = [] } = c.req.valid('json');
      const command = { principal, caseId: id, act, ...(seen === undefined ? {} : { seen }) };
      // What came as JSON is JSON; whether it is the form of the step is asked there.
      const outcome = await services.actInCase({
        ...command,
        content: content as JsonValue,
        papers: papers.map(({ id: waits, point }) => ({
          id: waits,
          ...(point === undefined ? {} : { point }),
        })),
      });
      if (outcome.kind === 'not-found') return refusal(c, notHere, refuse);
      if (outcome.kind === 'recorded') {
        const { caseId, standing, receipt } = outcome;
        const { position, recordedAt } = receipt;
        const more = seen === undefined ? {} : { seen: seen + 1 };
        const where = { position, recordedAt: toIso(recordedAt) };
        return c.json({ case: caseId, phase: standing.phase, ...more, ...where }, 200);
      }
      const { problems } = outcome;
      const isMoved = problems.some(({ code }) => code === 'changed-meanwhile');
      const now = isMoved ? await services.viewCase(principal, id) : undefined;
      const changed =
        now?.kind === 'found'
          ? {
              changed: {
                phase: now.view.standing.phase,
                seen: now.view.dossier.acts,
                acts: now.view.actions.slice(seen ?? -1).map(toAct),
              },
            }
          : {};
      return refuseStep(c, problems, { otherwise: language, more: changed });
    }),
    strict(operation.actInCase, language),
  );
}

/** Everything that stands against a step at once, under the status of the first. */
function refuseStep(
  c: Context,
  problems: readonly Problem[],
  { otherwise, more }: { readonly otherwise: Language; readonly more: object },
) {
  const first = firstOf(problems);
  const language = languageOf(c, otherwise);
  const answer = refusal(c, first, { declared, otherwise });
  if (answer.status === 401) return answer;
  const all = { problems: problems.map((each) => toSaid(each, language)), ...more };
  // The same problem, with what the operation declares beside it.
  return problemResponse(first, language, undefined, all);
}

function toSaid(found: Problem, language: Language) {
  const { title, detail, todo } = problemWords(found, language);
  return { code: found.code, title, detail, todo };
}

function languageOf(c: Context, otherwise: Language): Language {
  return preferredLanguage(c.req.header('accept-language'), otherwise);
}

function firstOf(problems: readonly Problem[]): Problem {
  return problems[0] ?? notHere;
}
